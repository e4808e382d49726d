import { e164 } from '../contact.ts';
import type { CustomerRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { customerCreate } from './customer-create.ts';
import { customerUpdate } from './customer-update.ts';
import type { OrderCreateInput } from './order-input.ts';

/** Why the customer of a new order could not be told or made. */
export interface BuyerRefusal {
  userErrors: UserError[];
}

/** The customer a new order belongs to: found, changed or made as the input says; null for a guest. */
export function orderBuyer(change: Change, input: OrderCreateInput): CustomerRecord | BuyerRefusal | null {
  const associate = input.customerId ? { id: input.customerId } : input.customer?.toAssociate;
  if (associate) {
    const found = associate.id ? change.customers.get(associate.id) : byEmail(change, associate.email ?? null);
    return found ?? { userErrors: [userError(['order', 'customer', 'toAssociate'], 'Customer does not exist', 'INVALID')] };
  }
  const upsert = input.customer?.toUpsert;
  if (!upsert) return null;
  const existing = upsert.id ? change.customers.get(upsert.id) : (byEmail(change, upsert.email ?? null) ?? byPhone(change, upsert.phone ?? null));
  const { addresses, ...person } = upsert;
  const answer = existing
    ? customerUpdate(change, { ...person, id: existing.id })
    : customerCreate(change, { ...person, addresses: addresses ?? (input.shippingAddress ? [input.shippingAddress] : []) });
  if (answer.customer) return answer.customer;
  return { userErrors: answer.userErrors.map((error) => ({ ...error, field: ['order', 'customer', 'toUpsert', ...(error.field ?? []).slice(1)], code: 'INVALID' })) };
}

function byEmail(change: Change, email: string | null): CustomerRecord | null {
  return email === null ? null : (change.customers.where('email', email.toLowerCase())[0] ?? null);
}

function byPhone(change: Change, phone: string | null): CustomerRecord | null {
  const number = phone === null ? null : e164(phone);
  return number === null ? null : (change.customers.where('phone', number)[0] ?? null);
}
