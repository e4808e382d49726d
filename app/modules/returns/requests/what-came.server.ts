import { gid } from '#app/kernel/ids.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { inspectionsOf } from '../processing/inspections.server.ts';
import type { CameOfReturn } from './request.ts';

/** What came of returns by Shopify's numbers: what was not accepted when it was looked at, what is still open, and what was paid back. Amounts are in `currency`. */
export async function whatCame(tx: ShopTx, returnIds: readonly string[], currency: string): Promise<Map<string, CameOfReturn>> {
  if (returnIds.length === 0) return new Map();
  const ids = [...returnIds];
  const refused = (await inspectionsOf(tx, ids)).filter(({ accepted }) => !accepted);
  const lines = await tx.return_lines.findMany({ where: { return_id: { in: ids } }, orderBy: { position: 'asc' }, select: { id: true, return_id: true, order_line_id: true, quantity: true, processed: true } });
  const returns = await tx.returns.findMany({ where: { id: { in: ids } }, select: { id: true, refund_ids: true } });
  const refundIds = returns.flatMap(({ refund_ids }) => refund_ids);
  const refunds = refundIds.length === 0 ? [] : await tx.refunds.findMany({ where: { id: { in: refundIds }, amount_presentment: { gt: 0 } }, orderBy: [{ created_at: 'asc' }, { id: 'asc' }] });
  const given = refunds.length === 0 ? [] : await tx.compensations.findMany({ where: { shopify_id: { in: refunds.map(({ id }) => gid('Refund', id)) }, road: { in: ['refund', 'store_credit'] } }, select: { shopify_id: true, road: true } });
  const meansOf = (refundId: string) => {
    const road = given.find(({ shopify_id }) => shopify_id === gid('Refund', refundId))?.road;
    return road === undefined ? null : road === 'store_credit' ? ('store_credit' as const) : ('original' as const);
  };
  return new Map(
    returns.map(({ id, refund_ids }) => [
      id,
      {
        refused: refused.flatMap(({ returnId, lineId: returnLineId, quantity, refusal }) => {
          const lineId = returnId === id ? lines.find((line) => line.id === returnLineId)?.order_line_id : null;
          return lineId ? [{ lineId, units: quantity, reason: refusal ?? '' }] : [];
        }),
        open: lines.flatMap((line) => {
          const units = line.quantity - line.processed - refused.reduce((sum, { lineId, quantity }) => sum + (lineId === line.id ? quantity : 0), 0);
          return line.return_id === id && line.order_line_id && units > 0 ? [{ lineId: line.order_line_id, units }] : [];
        }),
        refunds: refunds.filter((refund) => refund_ids.includes(refund.id)).map((refund) => ({ amount: { minor: Number(refund.amount_presentment), currency }, at: refund.created_at, to: meansOf(refund.id) })),
      },
    ]),
  );
}
