import type { Gid } from '#sandbox/contract.ts';
import { gid, numericId } from '../gid.ts';
import type { CalculatedOrderRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** What every step of an order edit answers. */
export interface EditAnswer {
  calculatedOrder: CalculatedOrderRecord | null;
  userErrors: UserError[];
}

/** `orderEditBegin`: a draft of changes; nothing happens to the order until the commit. */
export function orderEditBegin(change: Change, input: { id: Gid }): EditAnswer {
  const order = change.orders.get(input.id);
  if (!order) return { calculatedOrder: null, userErrors: [userError(['id'], 'Order does not exist')] };
  if (order.cancelledAt) return { calculatedOrder: null, userErrors: [userError(['base'], 'The order cannot be edited: it is cancelled')] };
  const calculatedOrder: CalculatedOrderRecord = { id: change.newId('CalculatedOrder'), orderId: order.id, quantities: {}, added: [], createdAt: change.now };
  change.put('calculatedOrders', calculatedOrder);
  return { calculatedOrder, userErrors: [] };
}

/** The line of an order that a line of its edit stands for. */
export function editedLineId(calculatedLineId: Gid): Gid {
  return calculatedLineId.includes('/CalculatedLineItem/') ? gid('LineItem', numericId(calculatedLineId)) : calculatedLineId;
}

/** The line of an edit that stands for a line of its order. */
export function calculatedLineId(lineItemId: Gid): Gid {
  return gid('CalculatedLineItem', numericId(lineItemId));
}
