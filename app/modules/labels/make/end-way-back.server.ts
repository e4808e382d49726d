import { parcelsBack } from '#app/modules/parcels/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { isLabelService } from '../way-back.ts';
import { beginGiveBack } from './begin-give-back.server.ts';

/**
 * Ends a way back that no return needs any more; a label that was paid for is given back. Answers whether it ended. One that is being made
 * right now ends when it is made, and one that a carrier has scanned is used.
 */
export async function endUnneeded(tx: ShopTx, labelId: string, at: Date): Promise<boolean> {
  const label = await tx.labels.findFirst({ where: { id: labelId } });
  const returns = await tx.label_returns.findMany({ where: { label_id: labelId }, orderBy: { return_id: 'asc' } });
  const [first] = returns;
  if (!label || !first || returns.some(({ stands, current }) => current && stands !== 'over')) return false;
  if (label.state === 'ended' || label.state === 'making' || (await wasScanned(tx, label))) return false;
  await tx.label_returns.updateMany({ where: { label_id: labelId }, data: { current: false } });
  if (isLabelService(label.maker) && label.reference !== null) await beginGiveBack(tx, { labelId, returnId: first.return_id, orderId: label.order_id, by: null, requestKey: `give-back:${labelId}`, at });
  else await tx.labels.updateMany({ where: { id: labelId }, data: { state: 'ended', ended_at: at } });
  return true;
}

/** Whether a carrier has had the parcel: its label is used then. */
export async function wasScanned(tx: ShopTx, { order_id, number }: { order_id: string; number: string | null }): Promise<boolean> {
  if (number === null) return false;
  const parcels = await parcelsBack(tx, [order_id]);
  return parcels.some((parcel) => parcel.number === number && parcel.firstScanAt !== null);
}
