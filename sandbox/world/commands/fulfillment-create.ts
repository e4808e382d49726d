import type { Gid } from '#sandbox/contract.ts';
import { type Departure, readTracking, recordFulfillment, type TrackingInput } from '../record-fulfillment.ts';
import type { FulfillmentOrderRecord, FulfillmentRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `FulfillmentInput`, as far as the sandbox honours it. */
export interface FulfillmentCreateInput {
  lineItemsByFulfillmentOrder: { fulfillmentOrderId: Gid; fulfillmentOrderLineItems?: { id: Gid; quantity: number }[] | null }[];
  trackingInfo?: TrackingInput | null;
  notifyCustomer?: boolean | null;
}

const FIELD = ['fulfillment', 'lineItemsByFulfillmentOrder'];

/** `fulfillmentCreate`: whole fulfillment orders, or the units named; all of one order and one location. */
export function fulfillmentCreate(change: Change, input: FulfillmentCreateInput): { fulfillment: FulfillmentRecord | null; userErrors: UserError[] } {
  const departures: Departure[] = [];
  const userErrors: UserError[] = [];
  if (input.lineItemsByFulfillmentOrder.length === 0) userErrors.push(userError(FIELD, 'Line items by fulfillment order can’t be blank'));
  for (const wanted of input.lineItemsByFulfillmentOrder) {
    const record = change.fulfillmentOrders.get(wanted.fulfillmentOrderId);
    const wrong = record ? refuse(change, record, wanted.fulfillmentOrderLineItems ?? []) : 'Fulfillment order does not exist.';
    if (wrong !== null) userErrors.push(userError(FIELD, wrong));
    else if (record) departures.push({ fulfillmentOrder: record, lines: linesOf(record, wanted.fulfillmentOrderLineItems ?? []) });
  }
  if (new Set(departures.map((departure) => departure.fulfillmentOrder.orderId)).size > 1) {
    userErrors.push(userError(FIELD, 'All fulfillment orders must belong to the same order.'));
  } else if (new Set(departures.map((departure) => departure.fulfillmentOrder.locationId)).size > 1) {
    userErrors.push(userError(FIELD, 'All fulfillment orders must be assigned to the same location.'));
  }
  const order = change.orders.get(departures[0]?.fulfillmentOrder.orderId ?? '');
  if (userErrors.length > 0 || !order) return { fulfillment: null, userErrors };
  const fulfillment = recordFulfillment(change, order, departures, {
    tracking: readTracking(input.trackingInfo),
    notifyCustomer: input.notifyCustomer ?? false,
  });
  return { fulfillment, userErrors: [] };
}

function refuse(change: Change, record: FulfillmentOrderRecord, lines: readonly { id: Gid; quantity: number }[]): string | null {
  if (change.orders.get(record.orderId)?.cancelledAt) return 'The order is cancelled.';
  if (record.status === 'ON_HOLD') return `Fulfillment order ${record.id} has an unfulfillable status= on_hold.`;
  if (record.status === 'CLOSED' || record.status === 'CANCELLED') return `Fulfillment order ${record.id} has an unfulfillable status= ${record.status.toLowerCase()}.`;
  if (new Set(lines.map((line) => line.id)).size < lines.length) return 'Fulfillment order line items must be unique.';
  for (const { id, quantity } of lines) {
    const line = record.lineItems.find((candidate) => candidate.id === id);
    if (!line) return 'Fulfillment order line item does not exist.';
    if (quantity < 1) return 'Quantity must be greater than 0.';
    if (quantity > line.remainingQuantity) return 'Invalid fulfillment order line item quantity requested.';
  }
  return null;
}

function linesOf(record: FulfillmentOrderRecord, lines: readonly { id: Gid; quantity: number }[]): Departure['lines'] {
  if (lines.length > 0) return lines.map((line) => ({ lineId: line.id, quantity: line.quantity }));
  return record.lineItems.filter((line) => line.remainingQuantity > 0).map((line) => ({ lineId: line.id, quantity: line.remainingQuantity }));
}
