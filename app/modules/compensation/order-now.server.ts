import { notFound } from '#app/kernel/errors.ts';
import { empty, sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { OrderWorth } from './ledger.ts';

/**
 * What an order is worth by the newer of the reading and the mirror. `locked` keeps everybody else from giving anything for it until the
 * transaction ends.
 */
export async function orderNow(tx: ShopTx, worth: OrderWorth, held: 'locked' | 'read'): Promise<OrderWorth> {
  const [order] = await tx.$queryRaw<{ presentment_currency: string; refunded_presentment: bigint }[]>(sql`
    select presentment_currency, refunded_presentment from orders where id = ${worth.orderId} ${held === 'locked' ? sql`for no key update` : empty}`);
  if (!order) throw notFound('order');
  if (order.presentment_currency !== worth.currency) throw new Error(`Order ${worth.orderId} is in ${order.presentment_currency}, not in ${worth.currency}.`);
  const lines = await tx.order_lines.findMany({ where: { order_id: worth.orderId }, select: { id: true, quantity: true, current_quantity: true } });
  const gone = new Map(lines.map((line) => [line.id, line.quantity - line.current_quantity]));
  return {
    ...worth,
    refunded: Math.max(worth.refunded, Number(order.refunded_presentment)),
    lines: worth.lines.map((line) => ({ ...line, gone: Math.max(line.gone, gone.get(line.lineId) ?? 0) })),
  };
}
