import type { Gid } from '#sandbox/contract.ts';
import { tellTags } from '../change-tags.ts';
import { e164 } from '../contact.ts';
import type { CustomerRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { checkCustomer, type CustomerInput } from './customer-input.ts';
import { sortedTags } from './sorted-tags.ts';

/** `customerUpdate`: what the input names changes, the rest stays. Consent has its own mutations. */
export function customerUpdate(change: Change, input: CustomerInput & { id?: Gid | null }): { customer: CustomerRecord | null; userErrors: UserError[] } {
  const before = input.id ? change.customers.get(input.id) : null;
  if (!before) return { customer: null, userErrors: [userError(['id'], 'Customer does not exist')] };
  const userErrors = checkCustomer(change, input, before.id);
  if (userErrors.length > 0) return { customer: null, userErrors };
  const customer: CustomerRecord = {
    ...before,
    firstName: input.firstName === undefined ? before.firstName : input.firstName,
    lastName: input.lastName === undefined ? before.lastName : input.lastName,
    email: input.email === undefined ? before.email : input.email || null,
    phone: input.phone === undefined ? before.phone : input.phone ? e164(input.phone) : null,
    locale: input.locale ?? before.locale,
    note: input.note === undefined ? before.note : input.note,
    tags: input.tags ? sortedTags(input.tags) : before.tags,
    taxExempt: input.taxExempt ?? before.taxExempt,
    updatedAt: change.now,
  };
  if (!customer.email && !customer.phone && !customer.firstName && !customer.lastName) {
    return { customer: null, userErrors: [userError(null, 'A name, phone number, or email address must be present')] };
  }
  change.put('customers', customer);
  tellTags(change, before, customer);
  change.emit('customers/update', customer.id);
  return { customer, userErrors: [] };
}
