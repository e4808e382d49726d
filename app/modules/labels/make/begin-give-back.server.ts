import { beginChain } from '#app/modules/compensation/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { giveBackKind, type AboutLabel } from './chain-kinds.ts';

/** Begins to give a label back. Asked again after it was rejected, it is asked anew. */
export async function beginGiveBack(tx: ShopTx, { labelId, returnId, orderId, by, requestKey, at }: AboutLabel & { orderId: string; by: string | null; requestKey: string; at: Date }): Promise<void> {
  await beginChain(tx, giveBackKind, { orderId, input: { labelId, returnId }, requestKey, subject: labelId, source: by === null ? 'job' : 'staff', actor: by, at });
}
