import type { Gid } from '#sandbox/contract.ts';
import { numericId } from '../gid.ts';
import type { CustomerRecord } from '../records.ts';
import { putCredit } from '../store-credit.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { sortedTags } from './sorted-tags.ts';

/** `customerMerge`: the second customer stays and takes what the first has; its own contact data wins. */
export function customerMerge(change: Change, input: { customerOneId: Gid; customerTwoId: Gid }): { resultingCustomerId: Gid | null; userErrors: UserError[] } {
  const one = change.customers.get(input.customerOneId);
  const two = change.customers.get(input.customerTwoId);
  const refuse = (field: string, message: string, code: string) => ({ resultingCustomerId: null, userErrors: [userError([field], message, code)] });
  if (!one) return refuse('customerOneId', `Customer does not exist with ID ${numericId(input.customerOneId)}`, 'INVALID_CUSTOMER_ID');
  if (!two) return refuse('customerTwoId', `Customer does not exist with ID ${numericId(input.customerTwoId)}`, 'INVALID_CUSTOMER_ID');
  if (one.id === two.id) return refuse('customerTwoId', 'Customers IDs should not match', 'INVALID_CUSTOMER_ID');
  const merged: CustomerRecord = {
    ...two,
    firstName: two.firstName ?? one.firstName,
    lastName: two.lastName ?? one.lastName,
    email: two.email ?? one.email,
    emailConsent: two.email === null ? one.emailConsent : two.emailConsent,
    phone: two.phone ?? one.phone,
    smsConsent: two.phone === null ? one.smsConsent : two.smsConsent,
    whatsAppConsent: two.phone === null ? one.whatsAppConsent : two.whatsAppConsent,
    note: [two.note, one.note].filter(Boolean).join('\n') || null,
    tags: sortedTags([...two.tags, ...one.tags]),
    addresses: [...two.addresses, ...one.addresses],
    defaultAddressId: two.defaultAddressId ?? one.defaultAddressId,
    updatedAt: change.now,
  };
  for (const order of change.orders.where('customer', one.id)) change.put('orders', { ...order, customerId: two.id, updatedAt: change.now });
  for (const { balance, id } of change.storeCreditAccounts.where('customer', one.id)) {
    if (balance.minor > 0) putCredit(change, two.id, balance, { event: 'ADJUSTMENT', expiresAt: null, originId: null });
    change.remove('storeCreditAccounts', id);
  }
  change.remove('customers', one.id);
  change.put('customers', merged);
  change.emit('customers/merge', two.id, {
    admin_graphql_api_customer_kept_id: two.id,
    admin_graphql_api_customer_deleted_id: one.id,
    admin_graphql_api_job_id: null,
    status: 'completed',
    errors: [],
  });
  change.emit('customers/delete', one.id, { id: numericId(one.id), phone: one.phone, tax_exemptions: [], admin_graphql_api_id: one.id });
  change.emit('customers/update', two.id);
  return { resultingCustomerId: two.id, userErrors: [] };
}
