import { gid, numericId } from '#app/kernel/ids.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';

/** What of an order's ledger counts no more: goods whose own order was cancelled before anything of it was sent. Nobody has them. */
export async function calledOff(tx: ShopTx, orderId: string): Promise<string[]> {
  const rows = await tx.compensations.findMany({ where: { order_id: orderId, state: 'given', shopify_id: { startsWith: gid('Order', '') } }, select: { id: true, shopify_id: true } });
  if (rows.length === 0) return [];
  const madeAs = rows.map(({ id, shopify_id }) => ({ id, orderId: numericId('Order', shopify_id ?? '') }));
  const ofThem = { in: madeAs.map((row) => row.orderId) };
  const cancelled = await tx.orders.findMany({ where: { id: ofThem, cancelled_at: { not: null } }, select: { id: true } });
  const sent = await tx.fulfillments.findMany({ where: { order_id: ofThem, status: 'success' }, select: { order_id: true } });
  return madeAs.filter((row) => cancelled.some(({ id }) => id === row.orderId) && !sent.some(({ order_id }) => order_id === row.orderId)).map(({ id }) => id);
}
