import { shipmentProgress } from '../../world/fulfillment-status.ts';
import { numericId } from '../../world/gid.ts';
import type { FulfillmentEventRecord, FulfillmentRecord, OrderRecord, ShopRecord } from '../../world/records.ts';
import type { World } from '../../world/index.ts';
import { fulfillableQuantities, linePayload } from './lines.ts';
import { addressPayload } from './person.ts';
import { ids, type Payload, type Times } from './write.ts';

/** Lines that left together, with their parcels. */
export function fulfillmentPayload(fulfillment: FulfillmentRecord, order: OrderRecord, world: World, times: Times): Payload {
  const fulfillable = fulfillableQuantities(world.fulfillmentOrders.where('order', order.id));
  const events = world.fulfillmentEvents.where('fulfillment', fulfillment.id);
  const location = world.locations.get(fulfillment.locationId);
  const lines = fulfillment.lineItems.flatMap(({ lineItemId, quantity }) => {
    const line = order.lineItems.find((one) => one.id === lineItemId);
    return line ? [{ ...linePayload(line, order, fulfillable.get(line.id) ?? 0), quantity }] : [];
  });
  const present = <T>(values: (T | null)[]) => values.filter((value): value is T => value !== null);
  const [first] = fulfillment.tracking;
  return {
    ...ids(fulfillment.id),
    order_id: numericId(order.id),
    status: fulfillment.status.toLowerCase(),
    created_at: times.at(fulfillment.createdAt),
    service: 'manual',
    updated_at: times.at(fulfillment.updatedAt),
    tracking_company: first?.company ?? null,
    shipment_status: events.length === 0 ? null : shipmentProgress({ ...fulfillment, status: 'SUCCESS' }, events).displayStatus.toLowerCase(),
    location_id: numericId(fulfillment.locationId),
    origin_address: location ? addressPayload(location.address) : null,
    email: order.email,
    destination: order.shippingAddress ? addressPayload(order.shippingAddress) : null,
    line_items: lines,
    tracking_number: first?.number ?? null,
    tracking_numbers: present(fulfillment.tracking.map(({ number }) => number)),
    tracking_url: first?.url ?? null,
    tracking_urls: present(fulfillment.tracking.map(({ url }) => url)),
    receipt: {},
    name: fulfillment.name,
  };
}

/** One scan of a parcel. */
export function fulfillmentEventPayload(event: FulfillmentEventRecord, shop: ShopRecord, times: Times): Payload {
  return {
    ...ids(event.id),
    fulfillment_id: numericId(event.fulfillmentId),
    status: event.status.toLowerCase(),
    message: event.message,
    happened_at: times.at(event.happenedAt),
    city: event.city,
    province: event.province,
    country: event.country,
    zip: event.zip,
    address1: event.address1,
    latitude: event.latitude,
    longitude: event.longitude,
    shop_id: numericId(shop.id),
    created_at: times.at(event.createdAt),
    updated_at: times.at(event.createdAt),
    estimated_delivery_at: times.atOrNull(event.estimatedDeliveryAt),
    order_id: numericId(event.orderId),
  };
}
