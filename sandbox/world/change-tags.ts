import type { Gid } from '#sandbox/contract.ts';
import { gidType } from './gid.ts';
import { touchOrder } from './place-order.ts';
import type { CustomerRecord } from './records.ts';
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
      tellTags(change, customer, tagged);
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

/** A customer's tags have webhooks of their own, which name what came or went; the one about the customer does not tell them. */
export function tellTags(change: Change, before: Pick<CustomerRecord, 'id' | 'tags'>, { tags }: Pick<CustomerRecord, 'tags'>): void {
  const added = tags.filter((tag) => !before.tags.includes(tag));
  const removed = before.tags.filter((tag) => !tags.includes(tag));
  const about = { customerId: before.id, occurredAt: change.now };
  if (added.length > 0) change.emit('customer.tags_added', before.id, { ...about, tags: added });
  if (removed.length > 0) change.emit('customer.tags_removed', before.id, { ...about, tags: removed });
}
