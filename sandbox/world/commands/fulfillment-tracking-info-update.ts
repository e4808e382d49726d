import type { Gid } from '#sandbox/contract.ts';
import { touchOrder } from '../place-order.ts';
import { readTracking, type TrackingInput } from '../record-fulfillment.ts';
import type { FulfillmentRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `fulfillmentTrackingInfoUpdate`: replaces the tracking of a fulfillment. */
export function fulfillmentTrackingInfoUpdate(
  change: Change,
  input: { fulfillmentId: Gid; trackingInfoInput: TrackingInput; notifyCustomer?: boolean | null },
): { fulfillment: FulfillmentRecord | null; userErrors: UserError[] } {
  const before = change.fulfillments.get(input.fulfillmentId);
  if (!before) return { fulfillment: null, userErrors: [userError(['fulfillmentId'], 'Fulfillment does not exist.')] };
  if (before.status === 'CANCELLED') return { fulfillment: null, userErrors: [userError(['fulfillmentId'], 'Fulfillment is cancelled.')] };
  const fulfillment = { ...before, tracking: readTracking(input.trackingInfoInput), updatedAt: change.now };
  change.put('fulfillments', fulfillment);
  change.emit('fulfillments/update', fulfillment.id);
  touchOrder(change, fulfillment.orderId);
  return { fulfillment, userErrors: [] };
}
