import type { ShopTx } from '#app/platform/db/database.server.ts';
import { append } from '#app/modules/journal/index.server.ts';
import type { EndedFor } from './hold-out.ts';

interface Ending {
  id: string;
  endedFor: EndedFor;
  by: string | null;
  now: Date;
  release: Release;
}

/** Has those who were kept in the dark told of what still is true. */
export type Release = (tx: ShopTx, now: Date) => Promise<void>;

/** Ends a hold-out; false where it does not run. From then on everybody is told, those first who were not. */
export async function endHoldOut(tx: ShopTx, { id, endedFor, by, now, release }: Ending): Promise<boolean> {
  const { count } = await tx.hold_outs.updateMany({ where: { id: BigInt(id), ended_at: null }, data: { ended_at: now, ended_for: endedFor, ended_by: by } });
  if (count === 0) return false;
  await append(tx, [{ type: 'holdout.ended', happenedAt: now, orderId: null, source: endedFor === 'staff' ? 'staff' : 'app', actor: by, data: { holdOutId: id, endedFor }, dedupeKey: `holdout.ended:${id}` }]);
  await release(tx, now);
  return true;
}
