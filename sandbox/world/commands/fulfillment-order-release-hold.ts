import type { Gid } from '#sandbox/contract.ts';
import { touchOrder } from '../place-order.ts';
import type { FulfillmentOrderRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `fulfillmentOrderReleaseHold`: releases the named holds, or all of them. */
export function fulfillmentOrderReleaseHold(
  change: Change,
  input: { id: Gid; holdIds?: Gid[] | null },
): { fulfillmentOrder: FulfillmentOrderRecord | null; userErrors: UserError[] } {
  const before = change.fulfillmentOrders.get(input.id);
  if (!before) return { fulfillmentOrder: null, userErrors: [userError(['id'], 'Fulfillment order not found.', 'FULFILLMENT_ORDER_NOT_FOUND')] };
  if (before.holds.length === 0) {
    return { fulfillmentOrder: null, userErrors: [userError(['id'], 'The fulfillment order is not on hold.')] };
  }
  const holds = before.holds.filter((hold) => input.holdIds && !input.holdIds.includes(hold.id));
  const fulfillmentOrder: FulfillmentOrderRecord = { ...before, holds, status: holds.length > 0 ? 'ON_HOLD' : 'OPEN', updatedAt: change.now };
  change.put('fulfillmentOrders', fulfillmentOrder);
  if (holds.length === 0) change.emit('fulfillment_orders/hold_released', fulfillmentOrder.id);
  touchOrder(change, fulfillmentOrder.orderId);
  return { fulfillmentOrder, userErrors: [] };
}
