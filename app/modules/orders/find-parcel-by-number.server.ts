import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { toCheckpoint } from './read-parcels.server.ts';
import type { ParcelView } from './views.ts';

/** A parcel by its tracking number: where it is, and nothing about whose it is. A carrier's free text may name people, so it stays out. */
export async function findParcelByNumber(ctx: ShopContext, trackingNumber: string): Promise<ParcelView | null> {
  const typed = trackingNumber.normalize('NFKC').trim().slice(0, 80);
  const bare = typed.replace(/[\s-]/g, '');
  if (bare.length < 5) return null;
  return ctx.tx(async (tx) => {
    const shipments = await tx.shipments.findMany({
      where: { number: { in: [typed, typed.toUpperCase(), bare, bare.toUpperCase()] }, removed_at: null },
      orderBy: { id: 'desc' },
      take: 5,
    });
    for (const shipment of shipments) {
      const fulfillment = await tx.fulfillments.findFirst({ where: { id: shipment.fulfillment_id } });
      const order = await tx.orders.findFirst({ where: { id: shipment.order_id, deleted_at: null }, select: { id: true } });
      if (!fulfillment || !order || fulfillment.status === 'cancelled') continue;
      const scans = await tx.checkpoints.findMany({ where: { fulfillment_id: fulfillment.id, removed_at: null }, orderBy: [{ happened_at: 'asc' }, { id: 'asc' }] });
      return {
        carrier: shipment.carrier,
        number: shipment.number,
        url: shipment.url,
        status: fulfillment.display_status,
        shippedAt: fulfillment.created_at,
        inTransitAt: fulfillment.in_transit_at,
        deliveredAt: fulfillment.delivered_at,
        estimatedDeliveryAt: fulfillment.estimated_delivery_at,
        cancelled: false,
        checkpoints: scans.map((scan) => ({ ...toCheckpoint(scan), message: null })),
      };
    }
    return null;
  });
}
