import type { ShopTx } from '#app/platform/db/database.server.ts';

/** True where an order of this shop belongs to this customer; nobody's orders belong to nobody. */
export async function isOrderOf(tx: ShopTx, orderId: string, customerId: string | null): Promise<boolean> {
  if (customerId === null) return false;
  return (await tx.orders.findFirst({ where: { id: orderId, customer_id: customerId, deleted_at: null }, select: { id: true } })) !== null;
}
