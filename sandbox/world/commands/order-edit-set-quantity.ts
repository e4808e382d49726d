import type { Gid } from '#sandbox/contract.ts';
import { userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { type EditAnswer, editedLineId } from './order-edit-begin.ts';

/** `orderEditSetQuantity`: shipped units cannot be taken away. */
export function orderEditSetQuantity(change: Change, input: { id: Gid; lineItemId: Gid; quantity: number; restock?: boolean | null }): EditAnswer {
  const edit = change.calculatedOrders.get(input.id);
  const order = edit && change.orders.get(edit.orderId);
  if (!edit || !order) return { calculatedOrder: null, userErrors: [userError(['id'], 'The calculated order does not exist.')] };
  if (input.quantity < 0) return { calculatedOrder: null, userErrors: [userError(['quantity'], 'Quantity must be greater than or equal to 0')] };
  const addition = edit.added.find((line) => line.id === input.lineItemId);
  if (addition) {
    const added = edit.added.map((line) => (line.id === addition.id ? { ...line, quantity: input.quantity } : line)).filter((line) => line.quantity > 0);
    const calculatedOrder = { ...edit, added };
    change.put('calculatedOrders', calculatedOrder);
    return { calculatedOrder, userErrors: [] };
  }
  const line = order.lineItems.find((candidate) => candidate.id === editedLineId(input.lineItemId));
  if (!line) return { calculatedOrder: null, userErrors: [userError(['lineItemId'], 'The line item does not exist.')] };
  const open = change.fulfillmentOrders
    .where('order', order.id)
    .flatMap((record) => record.lineItems)
    .filter((row) => row.lineItemId === line.id)
    .reduce((sum, row) => sum + row.remainingQuantity, 0);
  if (input.quantity < line.currentQuantity - open) {
    return { calculatedOrder: null, userErrors: [userError(['quantity'], 'Quantity cannot be less than the fulfilled quantity')] };
  }
  const calculatedOrder = { ...edit, quantities: { ...edit.quantities, [line.id]: { quantity: input.quantity, restock: input.restock ?? false } } };
  change.put('calculatedOrders', calculatedOrder);
  return { calculatedOrder, userErrors: [] };
}
