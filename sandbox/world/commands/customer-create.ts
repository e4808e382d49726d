import { newAddress } from '../address.ts';
import { e164 } from '../contact.ts';
import type { ConsentRecord, CustomerRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { checkCustomer, type CustomerInput, readConsent, type WhatsAppConsentInput } from './customer-input.ts';
import { sortedTags } from './sorted-tags.ts';

const NO_CONSENT: ConsentRecord = { state: 'NOT_SUBSCRIBED', optInLevel: null, updatedAt: null };

/** `customerCreate`. */
export function customerCreate(change: Change, input: CustomerInput): { customer: CustomerRecord | null; userErrors: UserError[] } {
  const userErrors = checkCustomer(change, input, null);
  if (!input.email && !input.phone && !input.firstName && !input.lastName) {
    userErrors.push(userError(null, 'A name, phone number, or email address must be present'));
  }
  if (userErrors.length > 0) return { customer: null, userErrors };
  const addresses = (input.addresses ?? []).map((address) =>
    newAddress(change, { ...address, firstName: address.firstName ?? input.firstName, lastName: address.lastName ?? input.lastName }),
  );
  const primaryLocale = change.shop.locales.find((locale) => locale.primary)?.locale ?? 'en';
  const customer: CustomerRecord = {
    id: change.newId('Customer'),
    firstName: input.firstName ?? null,
    lastName: input.lastName ?? null,
    email: input.email ?? null,
    emailConsent: readConsent(input.emailMarketingConsent, NO_CONSENT, change.now),
    verifiedEmail: true,
    phone: input.phone ? e164(input.phone) : null,
    smsConsent: readConsent(input.smsMarketingConsent, NO_CONSENT, change.now),
    whatsAppConsent: readWhatsAppConsent(input.whatsAppMarketingConsent, change.now),
    locale: input.locale ?? primaryLocale,
    note: input.note ?? null,
    tags: sortedTags(input.tags ?? []),
    taxExempt: input.taxExempt ?? false,
    state: 'DISABLED',
    addresses,
    defaultAddressId: addresses[0]?.id ?? null,
    createdAt: change.now,
    updatedAt: change.now,
  };
  change.put('customers', customer);
  change.emit('customers/create', customer.id);
  return { customer, userErrors: [] };
}

function readWhatsAppConsent(input: WhatsAppConsentInput | null | undefined, now: string): ConsentRecord {
  if (!input) return NO_CONSENT;
  return { state: input.state === 'NEVER_SUBSCRIBED' ? 'NOT_SUBSCRIBED' : input.state, optInLevel: input.optInLevel ?? 'SINGLE_OPT_IN', updatedAt: input.updatedAt ?? now };
}
