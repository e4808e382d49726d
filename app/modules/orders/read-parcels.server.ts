import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { CheckpointView, LineView, OrderParcel } from './views.ts';

/** The parcels of an order, oldest first; replaced numbers are there, marked. */
export async function readParcels(tx: ShopTx, orderId: string, lines: readonly LineView[]): Promise<OrderParcel[]> {
  const where = { order_id: orderId };
  const fulfillments = await tx.fulfillments.findMany({ where, orderBy: [{ created_at: 'asc' }, { id: 'asc' }] });
  if (fulfillments.length === 0) return [];
  const contents = await tx.fulfillment_lines.findMany({ where: { fulfillment_id: { in: fulfillments.map(({ id }) => id) } }, orderBy: { order_line_id: 'asc' } });
  const shipments = await tx.shipments.findMany({ where, orderBy: [{ position: 'asc' }, { id: 'asc' }] });
  const scans = await tx.checkpoints.findMany({ where: { ...where, removed_at: null }, orderBy: [{ happened_at: 'asc' }, { id: 'asc' }] });

  return fulfillments.flatMap((fulfillment) => {
    const checkpoints = scans.filter(({ fulfillment_id }) => fulfillment_id === fulfillment.id).map(toCheckpoint);
    const inside = contents.filter(({ fulfillment_id }) => fulfillment_id === fulfillment.id).flatMap(({ order_line_id, quantity }) => contentOf(lines, order_line_id, quantity));
    return shipments
      .filter(({ fulfillment_id }) => fulfillment_id === fulfillment.id)
      .map((shipment): OrderParcel => ({
        id: String(shipment.id),
        fulfillmentId: fulfillment.id,
        fulfillmentName: fulfillment.name,
        carrier: shipment.carrier,
        number: shipment.number === '' ? null : shipment.number,
        url: shipment.url,
        status: fulfillment.display_status,
        shippedAt: fulfillment.created_at,
        inTransitAt: fulfillment.in_transit_at,
        deliveredAt: fulfillment.delivered_at,
        estimatedDeliveryAt: fulfillment.estimated_delivery_at,
        cancelled: fulfillment.status === 'cancelled',
        checkpoints,
        lines: inside,
        removedAt: shipment.removed_at,
      }));
  });
}

function contentOf(lines: readonly LineView[], lineId: string, quantity: number): OrderParcel['lines'] {
  const line = lines.find(({ id }) => id === lineId);
  return line ? [{ lineId, title: line.title, variantTitle: line.variantTitle, imageUrl: line.imageUrl, quantity }] : [];
}

type CheckpointRow = Awaited<ReturnType<ShopTx['checkpoints']['findMany']>>[number];

/** A scan as it is shown. */
export function toCheckpoint(row: CheckpointRow): CheckpointView {
  return { id: row.id, status: row.status, message: row.message, happenedAt: row.happened_at, city: row.city, province: row.province, country: row.country };
}
