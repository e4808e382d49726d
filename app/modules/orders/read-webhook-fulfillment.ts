import { deliveryDay, deliveryWord, instant, word } from './normal-words.ts';
import type { CheckpointSnapshot, FulfillmentSnapshot } from './snapshots.ts';
import type { CheckpointPayload, FulfillmentPayload } from './webhook-shapes.ts';

/** A fulfillment as `fulfillments/*` webhooks and orders tell it, in the normal form. */
export function readWebhookFulfillment(payload: FulfillmentPayload): FulfillmentSnapshot {
  return {
    kind: 'fulfillment',
    id: payload.id,
    orderId: payload.order_id,
    updatedAt: instant(payload.updated_at),
    readAt: null,
    facts: { name: payload.name ?? null, status: word(payload.status), created_at: instant(payload.created_at) },
    extras: {
      service: payload.service ?? undefined,
      display_status: payload.shipment_status === undefined ? undefined : deliveryWord(payload.shipment_status),
    },
    lines: payload.line_items?.map(({ id, quantity }) => ({ order_line_id: id, quantity })) ?? null,
    parcels: readParcels(payload),
    checkpoints: [],
  };
}

/** Webhooks list numbers and links side by side, and one carrier for all of them. */
function readParcels({ tracking_company: carrier, tracking_numbers: numbers, tracking_urls: urls }: FulfillmentPayload): FulfillmentSnapshot['parcels'] {
  const count = Math.max(numbers.length, urls.length, carrier ? 1 : 0);
  return Array.from({ length: count }, (_, at) => ({ carrier: carrier ?? null, number: numbers[at] ?? '', url: urls[at] ?? null }));
}

/** A scan as `fulfillment_events/create` tells it, in the normal form. */
export function readWebhookCheckpoint(payload: CheckpointPayload): CheckpointSnapshot {
  return {
    kind: 'checkpoint',
    facts: {
      id: `shopify:${payload.id}`,
      fulfillment_id: payload.fulfillment_id,
      order_id: payload.order_id,
      source: 'shopify',
      status: word(payload.status),
      message: payload.message ?? null,
      happened_at: instant(payload.happened_at),
      estimated_delivery_at: payload.estimated_delivery_at ? deliveryDay(payload.estimated_delivery_at) : null,
      city: payload.city ?? null,
      province: payload.province ?? null,
      country: payload.country ?? null,
      zip: payload.zip ?? null,
      latitude: payload.latitude ?? null,
      longitude: payload.longitude ?? null,
    },
  };
}
