import type { Gid } from '#sandbox/contract.ts';
import { userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import type { EditAnswer } from './order-edit-begin.ts';

/** `orderEditAddVariant`: at today's catalogue price. */
export function orderEditAddVariant(change: Change, input: { id: Gid; variantId: Gid; quantity: number; locationId?: Gid | null; allowDuplicates?: boolean | null }): EditAnswer {
  const edit = change.calculatedOrders.get(input.id);
  const order = edit && change.orders.get(edit.orderId);
  if (!edit || !order) return { calculatedOrder: null, userErrors: [userError(['id'], 'The calculated order does not exist.')] };
  const refuse = (field: string, message: string): EditAnswer => ({ calculatedOrder: null, userErrors: [userError([field], message)] });
  if (!change.variants.get(input.variantId)) return refuse('variantId', 'The variant does not exist.');
  if (input.quantity < 1) return refuse('quantity', 'Quantity must be greater than 0');
  const present = order.lineItems.some((line) => line.variantId === input.variantId) || edit.added.some((line) => line.variantId === input.variantId);
  if (present && !input.allowDuplicates) return refuse('variantId', 'The variant is already on the order.');
  if (order.presentmentCurrency !== order.currency) return refuse('variantId', 'Variants cannot be priced in the presentment currency of the order.');
  const added = [...edit.added, { id: change.newId('CalculatedLineItem'), variantId: input.variantId, quantity: input.quantity, locationId: input.locationId ?? null }];
  const calculatedOrder = { ...edit, added };
  change.put('calculatedOrders', calculatedOrder);
  return { calculatedOrder, userErrors: [] };
}
