import type { Gid } from '#sandbox/contract.ts';
import { type AddressInput, newAddress } from '../address.ts';
import { e164, isEmail } from '../contact.ts';
import { touchOrder } from '../place-order.ts';
import type { AttributeRecord, OrderRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { sortedTags } from './sorted-tags.ts';

/** `OrderInput`, as far as the sandbox honours it. */
export interface OrderUpdateInput {
  id: Gid;
  email?: string | null;
  phone?: string | null;
  note?: string | null;
  tags?: string[] | null;
  poNumber?: string | null;
  customAttributes?: AttributeRecord[] | null;
  shippingAddress?: AddressInput | null;
}

/** `orderUpdate`: what the input names changes, the rest stays; an address given replaces the old one whole. */
export function orderUpdate(change: Change, input: OrderUpdateInput): { order: OrderRecord | null; userErrors: UserError[] } {
  const before = change.orders.get(input.id);
  if (!before) return { order: null, userErrors: [userError(['id'], 'Order does not exist')] };
  const userErrors: UserError[] = [];
  if (input.email && !isEmail(input.email)) userErrors.push(userError(['email'], 'Email is invalid'));
  if (input.phone && !e164(input.phone)) userErrors.push(userError(['phone'], 'Phone is invalid'));
  if ((input.note?.length ?? 0) > 5000) userErrors.push(userError(['note'], 'Note is too long (maximum is 5000 characters)'));
  if ((input.tags?.length ?? 0) > 250) userErrors.push(userError(['tags'], 'Tags has too many tags (maximum is 250)'));
  if (userErrors.length > 0) return { order: null, userErrors };
  const order = touchOrder(change, before.id, {
    email: input.email === undefined ? before.email : input.email || null,
    phone: input.phone === undefined ? before.phone : input.phone ? e164(input.phone) : null,
    note: input.note === undefined ? before.note : input.note || null,
    tags: input.tags ? sortedTags(input.tags) : before.tags,
    poNumber: input.poNumber === undefined ? before.poNumber : input.poNumber,
    customAttributes: input.customAttributes ?? before.customAttributes,
    shippingAddress: input.shippingAddress ? newAddress(change, input.shippingAddress) : before.shippingAddress,
  });
  return { order, userErrors: [] };
}
