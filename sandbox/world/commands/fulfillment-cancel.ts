import type { Gid } from '#sandbox/contract.ts';
import { touchOrder } from '../place-order.ts';
import type { FulfillmentOrderRecord, FulfillmentRecord } from '../records.ts';
import { isActive } from '../returns/returnable.ts';
import { moveStock } from '../stock.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `fulfillmentCancel`: its units go back to a new fulfillment order, as Shopify does. */
export function fulfillmentCancel(change: Change, input: { id: Gid }): { fulfillment: FulfillmentRecord | null; userErrors: UserError[] } {
  const before = change.fulfillments.get(input.id);
  if (!before) return { fulfillment: null, userErrors: [userError(['id'], 'Fulfillment not found.')] };
  if (before.status === 'CANCELLED') return { fulfillment: null, userErrors: [userError(['id'], 'Fulfillment is already cancelled.')] };
  const delivered = change.fulfillmentEvents.where('fulfillment', before.id).some((event) => event.status === 'DELIVERED');
  if (delivered) return { fulfillment: null, userErrors: [userError(['id'], 'A delivered fulfillment cannot be cancelled.')] };
  const claims = change.returns.where('order', before.orderId).filter(isActive).flatMap((record) => record.lineItems);
  const returned = claims.some((claim) => before.lineItems.some((line) => line.id === claim.fulfillmentLineItemId));
  if (returned) return { fulfillment: null, userErrors: [userError(['id'], 'A fulfillment with returned items cannot be cancelled.')] };
  const order = change.orders.get(before.orderId);
  const fulfillment: FulfillmentRecord = { ...before, status: 'CANCELLED', updatedAt: change.now };
  const reopened: FulfillmentOrderRecord = {
    id: change.newId('FulfillmentOrder'),
    orderId: before.orderId,
    locationId: before.locationId,
    status: 'OPEN',
    requestStatus: 'UNSUBMITTED',
    holds: [],
    lineItems: before.lineItems.map((line) => ({
      id: change.newId('FulfillmentOrderLineItem'),
      lineItemId: line.lineItemId,
      totalQuantity: line.quantity,
      remainingQuantity: line.quantity,
    })),
    fulfillAt: change.now,
    createdAt: change.now,
    updatedAt: change.now,
  };
  for (const line of before.lineItems) {
    const sold = order?.lineItems.find((item) => item.id === line.lineItemId);
    moveStock(change, sold?.variantId ?? null, before.locationId, { available: 0, committed: line.quantity });
  }
  change.put('fulfillments', fulfillment);
  change.put('fulfillmentOrders', reopened);
  change.emit('fulfillments/update', fulfillment.id);
  touchOrder(change, fulfillment.orderId);
  return { fulfillment, userErrors: [] };
}
