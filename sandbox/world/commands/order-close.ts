import type { Gid } from '#sandbox/contract.ts';
import { touchOrder } from '../place-order.ts';
import type { OrderRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `orderClose`: archives an order. */
export function orderClose(change: Change, input: { id: Gid }): { order: OrderRecord | null; userErrors: UserError[] } {
  const before = change.orders.get(input.id);
  if (!before) return { order: null, userErrors: [userError(['id'], 'Order does not exist')] };
  if (before.closedAt) return { order: null, userErrors: [userError(['id'], 'Order is already closed')] };
  return { order: touchOrder(change, before.id, { closedAt: change.now }), userErrors: [] };
}
