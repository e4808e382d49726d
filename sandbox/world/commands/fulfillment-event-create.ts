import type { Gid } from '#sandbox/contract.ts';
import { touchOrder } from '../place-order.ts';
import type { FulfillmentEventRecord, FulfillmentEventStatus } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import { type Change, stamp } from '../world.ts';

/** `FulfillmentEventInput`. */
export interface FulfillmentEventInput {
  fulfillmentId: Gid;
  status: FulfillmentEventStatus;
  happenedAt?: string | null;
  estimatedDeliveryAt?: string | null;
  message?: string | null;
  address1?: string | null;
  city?: string | null;
  province?: string | null;
  zip?: string | null;
  country?: string | null;
  latitude?: number | null;
  longitude?: number | null;
}

/** `fulfillmentEventCreate`: a scan; the fulfillment's display status follows from it. */
export function fulfillmentEventCreate(change: Change, input: FulfillmentEventInput): { fulfillmentEvent: FulfillmentEventRecord | null; userErrors: UserError[] } {
  const fulfillment = change.fulfillments.get(input.fulfillmentId);
  if (!fulfillment) return { fulfillmentEvent: null, userErrors: [userError(['fulfillmentEvent', 'fulfillmentId'], 'Fulfillment does not exist.')] };
  if (fulfillment.status === 'CANCELLED') {
    return { fulfillmentEvent: null, userErrors: [userError(['fulfillmentEvent', 'fulfillmentId'], 'Fulfillment is cancelled.')] };
  }
  const event: FulfillmentEventRecord = {
    id: change.newId('FulfillmentEvent'),
    fulfillmentId: fulfillment.id,
    orderId: fulfillment.orderId,
    status: input.status,
    message: input.message ?? null,
    happenedAt: input.happenedAt ? stamp(new Date(input.happenedAt)) : change.now,
    estimatedDeliveryAt: input.estimatedDeliveryAt ? stamp(new Date(input.estimatedDeliveryAt)) : null,
    address1: input.address1 ?? null,
    city: input.city ?? null,
    province: input.province ?? null,
    zip: input.zip ?? null,
    country: input.country ?? null,
    latitude: input.latitude ?? null,
    longitude: input.longitude ?? null,
    createdAt: change.now,
  };
  change.put('fulfillmentEvents', event);
  change.put('fulfillments', { ...fulfillment, updatedAt: change.now });
  change.emit('fulfillment_events/create', event.id);
  change.emit('fulfillments/update', fulfillment.id);
  touchOrder(change, fulfillment.orderId);
  return { fulfillmentEvent: event, userErrors: [] };
}
