import type { ShopTx } from '#app/platform/db/database.server.ts';
import { returnViews, type ReturnView } from '#app/modules/returns/index.server.ts';

/** The returns of these orders that were begun while the app was there, by order. */
export async function readReturnsToTell(tx: ShopTx, orderIds: readonly string[]): Promise<Map<string, ReturnView[]>> {
  if (orderIds.length === 0) return new Map();
  const returns = await returnViews(tx, { order_id: { in: [...orderIds] }, imported: false });
  return Map.groupBy(returns, ({ orderId }) => orderId);
}
