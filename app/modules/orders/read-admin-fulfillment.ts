import { numericId } from '#app/kernel/ids.ts';
import type { CheckpointFactsFragment, FulfillmentFactsFragment } from '#app/platform/shopify/operations.generated.ts';
import { deliveryDay, deliveryWord, instant, word } from './normal-words.ts';
import type { CheckpointSnapshot, FulfillmentSnapshot } from './snapshots.ts';

interface Around {
  orderId: string;
  readAt: string;
  /** Null where they were not asked for. */
  lines: readonly { quantity: number | null; lineItem: { id: string } }[] | null;
  events: readonly CheckpointFactsFragment[];
  /** `SHIPPING`, `PICK_UP`, `LOCAL`, ...; absent where it was not asked for. */
  method?: string | null;
}

/** A fulfillment with its scans as the Admin API tells it, in the normal form. */
export function readAdminFulfillment(fulfillment: FulfillmentFactsFragment, { orderId, readAt, lines, events, method }: Around): FulfillmentSnapshot {
  const id = numericId('Fulfillment', fulfillment.id);
  return {
    kind: 'fulfillment',
    id,
    orderId,
    updatedAt: instant(fulfillment.updatedAt),
    readAt,
    facts: { name: fulfillment.name, status: word(fulfillment.status), created_at: instant(fulfillment.createdAt) },
    extras: {
      ...(method ? { method: word(method) } : {}),
      location_name: fulfillment.location?.name ?? null,
      display_status: deliveryWord(fulfillment.displayStatus),
      in_transit_at: fulfillment.inTransitAt ? instant(fulfillment.inTransitAt) : null,
      delivered_at: fulfillment.deliveredAt ? instant(fulfillment.deliveredAt) : null,
      estimated_delivery_at: fulfillment.estimatedDeliveryAt ? deliveryDay(fulfillment.estimatedDeliveryAt) : null,
    },
    lines: lines?.map(({ lineItem, quantity }) => ({ order_line_id: numericId('LineItem', lineItem.id), quantity: quantity ?? 0 })) ?? null,
    parcels: fulfillment.trackingInfo.map(({ company, number, url }) => ({ carrier: company, number: number ?? '', url })),
    checkpoints: events.map((event) => readAdminCheckpoint(event, id, orderId)),
  };
}

function readAdminCheckpoint(event: CheckpointFactsFragment, fulfillmentId: string, orderId: string): CheckpointSnapshot {
  return {
    kind: 'checkpoint',
    facts: {
      id: `shopify:${numericId('FulfillmentEvent', event.id)}`,
      fulfillment_id: fulfillmentId,
      order_id: orderId,
      source: 'shopify',
      status: word(event.status),
      message: event.message,
      happened_at: instant(event.happenedAt),
      estimated_delivery_at: event.estimatedDeliveryAt ? deliveryDay(event.estimatedDeliveryAt) : null,
      city: event.city,
      province: event.province,
      country: event.country,
      zip: event.zip,
      latitude: event.latitude,
      longitude: event.longitude,
    },
  };
}
