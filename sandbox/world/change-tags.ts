import type { Gid } from '#sandbox/contract.ts';
import { gidType } from './gid.ts';
import { touchOrder } from './place-order.ts';
import { type UserError, userError } from './user-error.ts';
import type { Change } from './world.ts';

/** The record whose tags changed, with its type for `Node`. */
export interface TaggedAnswer {
  node: { __typename: string; id: Gid } | null;
  userErrors: UserError[];
}

/** Replaces the tags of whatever can have them by what `next` makes of them. */
export function changeTags(change: Change, id: Gid, next: (tags: string[]) => string[]): TaggedAnswer {
  const type = gidType(id);
  if (type === 'Order') {
    const order = change.orders.get(id);
    if (order) return { node: { ...touchOrder(change, id, { tags: next(order.tags) }), __typename: type }, userErrors: [] };
  }
  if (type === 'Customer') {
    const customer = change.customers.get(id);
    if (customer) {
      const tagged = { ...customer, tags: next(customer.tags), updatedAt: change.now };
      change.put('customers', tagged);
      change.emit('customers/update', id);
      return { node: { ...tagged, __typename: type }, userErrors: [] };
    }
  }
  if (type === 'Product') {
    const product = change.products.get(id);
    if (product) {
      const tagged = { ...product, tags: next(product.tags), updatedAt: change.now };
      change.put('products', tagged);
      change.emit('products/update', id);
      return { node: { ...tagged, __typename: type }, userErrors: [] };
    }
  }
  return { node: null, userErrors: [userError(['id'], `${type ?? 'Resource'} does not exist`)] };
}
