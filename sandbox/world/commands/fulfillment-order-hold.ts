import type { Gid } from '#sandbox/contract.ts';
import { touchOrder } from '../place-order.ts';
import type { FulfillmentHoldRecord, FulfillmentOrderRecord } from '../records.ts';
import { NotModelled, type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `FulfillmentOrderHoldInput`, as far as the sandbox honours it. */
export interface FulfillmentHoldInput {
  reason: string;
  reasonNotes?: string | null;
  handle?: string | null;
  fulfillmentOrderLineItems?: { id: Gid; quantity: number }[] | null;
}

const MOST_HOLDS = 10;

/** `fulfillmentOrderHold`: holds a whole fulfillment order back. */
export function fulfillmentOrderHold(
  change: Change,
  input: { id: Gid; fulfillmentHold: FulfillmentHoldInput },
): { fulfillmentHold: FulfillmentHoldRecord | null; fulfillmentOrder: FulfillmentOrderRecord | null; remainingFulfillmentOrder: null; userErrors: UserError[] } {
  const refused = (error: UserError) => ({ fulfillmentHold: null, fulfillmentOrder: null, remainingFulfillmentOrder: null, userErrors: [error] });
  if (input.fulfillmentHold.fulfillmentOrderLineItems?.length) throw new NotModelled('holding single lines of a fulfillment order');
  const before = change.fulfillmentOrders.get(input.id);
  if (!before) return refused(userError(['id'], 'Fulfillment order not found.', 'FULFILLMENT_ORDER_NOT_FOUND'));
  const handle = input.fulfillmentHold.handle || null;
  if (before.status !== 'OPEN' && before.status !== 'SCHEDULED' && before.status !== 'ON_HOLD') {
    return refused(userError(['id'], 'The fulfillment order is not in an open state.', 'TAKEN'));
  }
  if (before.holds.some((hold) => hold.handle === handle)) {
    return refused(userError(['fulfillmentHold', 'handle'], 'The handle provided for the fulfillment hold is already in use by this app for another hold on this fulfillment order.', 'DUPLICATE_FULFILLMENT_HOLD_HANDLE'));
  }
  if (before.holds.length >= MOST_HOLDS) {
    return refused(userError(['id'], 'The maximum number of fulfillment holds for this fulfillment order has been reached for this app.', 'FULFILLMENT_ORDER_HOLD_LIMIT_REACHED'));
  }
  const { reason, reasonNotes } = input.fulfillmentHold;
  const hold: FulfillmentHoldRecord = { id: change.newId('FulfillmentHold'), reason, reasonNotes: reasonNotes ?? null, handle, displayReason: sentence(reason) };
  const fulfillmentOrder: FulfillmentOrderRecord = { ...before, status: 'ON_HOLD', holds: [...before.holds, hold], updatedAt: change.now };
  change.put('fulfillmentOrders', fulfillmentOrder);
  if (before.status !== 'ON_HOLD') change.emit('fulfillment_orders/placed_on_hold', fulfillmentOrder.id);
  touchOrder(change, fulfillmentOrder.orderId);
  return { fulfillmentHold: hold, fulfillmentOrder, remainingFulfillmentOrder: null, userErrors: [] };
}

function sentence(reason: string): string {
  const words = reason.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
