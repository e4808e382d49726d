import type { ShopTx } from '#app/platform/db/database.server.ts';

/** A parcel's row and the order it is of. */
export interface FoundParcel {
  shipmentId: string;
  orderId: string;
}

/** The newest parcel with a tracking number, however it was typed; null where nobody has it. One number may be of several orders. */
export async function findParcelByNumber(tx: ShopTx, trackingNumber: string): Promise<FoundParcel | null> {
  const typed = trackingNumber.normalize('NFKC').trim().slice(0, 80);
  const bare = typed.replace(/[\s-]/g, '');
  if (bare.length < 5) return null;
  const shipments = await tx.shipments.findMany({
    where: { number: { in: [typed, typed.toUpperCase(), bare, bare.toUpperCase()] }, removed_at: null },
    orderBy: { id: 'desc' },
    take: 5,
  });
  for (const { id, order_id, fulfillment_id } of shipments) {
    const fulfillment = await tx.fulfillments.findFirst({ where: { id: fulfillment_id, status: { not: 'cancelled' } }, select: { id: true } });
    const order = fulfillment && (await tx.orders.findFirst({ where: { id: order_id, deleted_at: null }, select: { id: true } }));
    if (order) return { shipmentId: String(id), orderId: order.id };
  }
  return null;
}
