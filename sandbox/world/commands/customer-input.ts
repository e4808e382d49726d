import type { Gid } from '#sandbox/contract.ts';
import type { AddressInput } from '../address.ts';
import { e164, isEmail } from '../contact.ts';
import type { ConsentRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `CustomerEmailMarketingConsentInput` and its SMS twin. */
export interface ConsentInput {
  marketingState: ConsentRecord['state'];
  marketingOptInLevel?: ConsentRecord['optInLevel'];
  consentUpdatedAt?: string | null;
}

/** `CustomerInput`, as far as the sandbox honours it. */
export interface CustomerInput {
  id?: Gid | null;
  email?: string | null;
  phone?: string | null;
  firstName?: string | null;
  lastName?: string | null;
  locale?: string | null;
  note?: string | null;
  tags?: string[] | null;
  taxExempt?: boolean | null;
  addresses?: AddressInput[] | null;
  emailMarketingConsent?: ConsentInput | null;
  smsMarketingConsent?: ConsentInput | null;
  whatsAppMarketingConsent?: WhatsAppConsentInput | null;
}

/** `CustomerMarketingConsentInput`. */
export interface WhatsAppConsentInput {
  state: 'NEVER_SUBSCRIBED' | Exclude<ConsentRecord['state'], 'NOT_SUBSCRIBED' | 'INVALID'>;
  optInLevel?: ConsentRecord['optInLevel'];
  updatedAt?: string | null;
}

/** What is wrong with a customer's contact data; `self` may keep its own. */
export function checkCustomer(change: Change, input: CustomerInput, self: Gid | null): UserError[] {
  const userErrors: UserError[] = [];
  if (input.email) {
    const holder = change.customers.where('email', input.email.toLowerCase())[0];
    if (!isEmail(input.email)) userErrors.push(userError(['email'], 'Email is invalid'));
    else if (holder && holder.id !== self) userErrors.push(userError(['email'], 'Email has already been taken'));
  }
  if (input.phone) {
    const number = e164(input.phone);
    const holder = number === null ? undefined : change.customers.where('phone', number)[0];
    if (number === null) userErrors.push(userError(['phone'], 'Phone is invalid'));
    else if (holder && holder.id !== self) userErrors.push(userError(['phone'], 'Phone has already been taken'));
  }
  if ((input.note?.length ?? 0) > 5000) userErrors.push(userError(['note'], 'Note is too long (maximum is 5000 characters)'));
  return userErrors;
}

/** The consent an input states, or `before` when it states none. */
export function readConsent(input: ConsentInput | null | undefined, before: ConsentRecord, now: string): ConsentRecord {
  if (!input) return before;
  return { state: input.marketingState, optInLevel: input.marketingOptInLevel ?? 'SINGLE_OPT_IN', updatedAt: input.consentUpdatedAt ?? now };
}
