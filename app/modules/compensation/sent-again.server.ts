import { gid, numericId } from '#app/kernel/ids.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { calledOff } from './called-off.server.ts';

/** Goods of an order that went out once more, for nothing, or are about to. */
export interface SentAgain {
  lineId: string;
  units: number;
  /** What they are worth, as goodwill too. */
  amount: number;
  /** The order they went out as, by its name; null where they went out in the order itself, or it is not known yet. */
  name: string | null;
}

/** What of an order was sent again, the first first. */
export async function sentAgain(tx: ShopTx, orderId: string): Promise<SentAgain[]> {
  const rows = await tx.compensations.findMany({ where: { order_id: orderId, id: { notIn: await calledOff(tx, orderId) }, road: { in: ['reship', 'goodwill'] }, state: { not: 'released' } }, orderBy: [{ created_at: 'asc' }, { id: 'asc' }], select: { id: true, chain_id: true, road: true, shopify_id: true } });
  const goods = rows.filter(({ road }) => road === 'reship');
  if (goods.length === 0) return [];
  const lines = await tx.compensation_lines.findMany({ where: { compensation_id: { in: rows.map(({ id }) => id) } }, orderBy: { order_line_id: 'asc' } });
  const madeAs = goods.flatMap(({ id, shopify_id }) => (shopify_id?.startsWith(gid('Order', '')) ? [{ id, orderId: numericId('Order', shopify_id) }] : []));
  const orders = await tx.orders.findMany({ where: { id: { in: madeAs.map((row) => row.orderId) } }, select: { id: true, name: true } });
  return goods.flatMap(({ id, chain_id }) => {
    const as = madeAs.find((row) => row.id === id);
    const name = orders.find((order) => order.id === as?.orderId)?.name || null;
    const together = new Set(rows.filter((row) => row.chain_id === chain_id).map((row) => row.id));
    const worth = (lineId: string) => lines.filter((line) => together.has(line.compensation_id) && line.order_line_id === lineId).reduce((sum, { amount }) => sum + Number(amount), 0);
    return lines.filter((line) => line.compensation_id === id).map((line) => ({ lineId: line.order_line_id, units: line.quantity, amount: worth(line.order_line_id), name }));
  });
}

/** Which of these orders sent the goods of another one again: by their number, the number of that other one. */
export async function sentAgainFor(tx: ShopTx, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.$queryRaw<{ shopify_id: string; order_id: string }[]>(sql`
    select shopify_id, order_id from compensations where road = 'reship' and shopify_id = any(${orderIds.map((id) => gid('Order', id))})`);
  return new Map(rows.map(({ shopify_id, order_id }) => [numericId('Order', shopify_id), order_id]));
}
