import { numericId } from '#app/kernel/ids.ts';
import type { CustomerFactsFragment } from '#app/platform/shopify/operations.generated.ts';
import { consentOf } from './consent-of.ts';
import { emailKey, instant, minorUnits, phoneKey } from './normal-words.ts';
import type { CustomerSnapshot } from './snapshots.ts';

/** A person as the Admin API tells them, in the normal form. */
export function readAdminCustomer(customer: CustomerFactsFragment): CustomerSnapshot {
  return {
    kind: 'customer',
    id: numericId('Customer', customer.id),
    updatedAt: instant(customer.updatedAt),
    facts: { first_name: customer.firstName, last_name: customer.lastName, created_at: instant(customer.createdAt) },
    extras: {
      locale: customer.locale,
      tags: customer.tags.toSorted(),
      orders_count: Number(customer.numberOfOrders),
      amount_spent: minorUnits(customer.amountSpent.amount, customer.amountSpent.currencyCode),
      currency: customer.amountSpent.currencyCode,
      email_consent: consentOf(customer.defaultEmailAddress?.marketingState),
      sms_consent: consentOf(customer.defaultPhoneNumber?.smsMarketingConsent.state),
      whatsapp_consent: consentOf(customer.defaultPhoneNumber?.whatsAppMarketingConsent.state),
    },
    email: emailKey(customer.defaultEmailAddress?.emailAddress),
    phone: phoneKey(customer.defaultPhoneNumber?.phoneNumber, customer.defaultAddress?.countryCodeV2),
  };
}
