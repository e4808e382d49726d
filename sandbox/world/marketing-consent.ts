import type { Gid } from '#sandbox/contract.ts';
import { type ConsentInput, readConsent } from './commands/customer-input.ts';
import type { CustomerRecord } from './records.ts';
import { type UserError, userError } from './user-error.ts';
import type { Change } from './world.ts';

/** Records what a person agreed to on one channel; there must be an address for it. */
export function setConsent(change: Change, customerId: Gid, channel: 'email' | 'sms', input: ConsentInput): { customer: CustomerRecord | null; userErrors: UserError[] } {
  const before = change.customers.get(customerId);
  const field = ['input', 'customerId'];
  if (!before) return { customer: null, userErrors: [userError(field, 'Customer does not exist', 'INVALID')] };
  if (channel === 'email' && before.email === null) return { customer: null, userErrors: [userError(field, 'An email address is required to set the email consent state', 'INCLUSION')] };
  if (channel === 'sms' && before.phone === null) return { customer: null, userErrors: [userError(field, 'A phone number is required to set the SMS consent state.', 'INCLUSION')] };
  const customer: CustomerRecord = {
    ...before,
    ...(channel === 'email' ? { emailConsent: readConsent(input, before.emailConsent, change.now) } : { smsConsent: readConsent(input, before.smsConsent, change.now) }),
    updatedAt: change.now,
  };
  change.put('customers', customer);
  change.emit(channel === 'email' ? 'customers_email_marketing_consent/update' : 'customers_marketing_consent/update', customer.id);
  change.emit('customers/update', customer.id);
  return { customer, userErrors: [] };
}
