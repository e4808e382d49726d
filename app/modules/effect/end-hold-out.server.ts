import type { ShopTx } from '#app/platform/db/database.server.ts';
import { append } from '#app/modules/journal/index.server.ts';
import type { EndedFor } from './hold-out.ts';

interface Ending {
  id: string;
  endedFor: EndedFor;
  by: string | null;
  now: Date;
}

/** Ends a hold-out; false where it does not run. From then on everybody is told. */
export async function endHoldOut(tx: ShopTx, { id, endedFor, by, now }: Ending): Promise<boolean> {
  const { count } = await tx.hold_outs.updateMany({ where: { id: BigInt(id), ended_at: null }, data: { ended_at: now, ended_for: endedFor, ended_by: by } });
  if (count === 0) return false;
  await append(tx, [{ type: 'holdout.ended', happenedAt: now, orderId: null, source: endedFor === 'staff' ? 'staff' : 'app', actor: by, data: { holdOutId: id, endedFor }, dedupeKey: `holdout.ended:${id}` }]);
  return true;
}
