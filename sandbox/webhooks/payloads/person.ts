import { numericId } from '../../world/gid.ts';
import type { AddressRecord, ConsentRecord, CustomerRecord } from '../../world/records.ts';
import { ids, type Payload, type Times } from './write.ts';

const fullName = (first: string | null, last: string | null) => [first, last].filter(Boolean).join(' ') || null;

/** An address as it stands on orders. */
export function addressPayload(address: AddressRecord): Payload {
  return {
    first_name: address.firstName,
    address1: address.address1,
    phone: address.phone,
    city: address.city,
    zip: address.zip,
    province: address.province,
    country: address.country,
    last_name: address.lastName,
    address2: address.address2,
    company: address.company,
    latitude: address.latitude,
    longitude: address.longitude,
    name: fullName(address.firstName, address.lastName),
    country_code: address.countryCode,
    province_code: address.provinceCode,
  };
}

/** A person as orders carry them and as `customers/create` and `customers/update` report them. */
export function customerPayload(customer: CustomerRecord, currency: string, times: Times): Payload {
  const address = (one: AddressRecord): Payload => ({
    id: numericId(one.id),
    customer_id: numericId(customer.id),
    ...addressPayload(one),
    country_name: one.country,
    default: one.id === customer.defaultAddressId,
  });
  const main = customer.addresses.find((one) => one.id === customer.defaultAddressId);
  return {
    ...ids(customer.id),
    email: customer.email,
    created_at: times.at(customer.createdAt),
    updated_at: times.at(customer.updatedAt),
    first_name: customer.firstName,
    last_name: customer.lastName,
    state: customer.state.toLowerCase(),
    note: customer.note,
    verified_email: customer.verifiedEmail,
    multipass_identifier: null,
    tax_exempt: customer.taxExempt,
    phone: customer.phone,
    currency,
    addresses: customer.addresses.map(address),
    tax_exemptions: [],
    ...(main ? { default_address: address(main) } : {}),
  };
}

/** What a person agreed to on one channel, as the two topics about consent report it; no other says it. */
export function consentPayload(customer: CustomerRecord, channel: 'email' | 'sms', times: Times): Payload {
  const written = ({ state, optInLevel, updatedAt }: ConsentRecord): Payload => ({
    state: state.toLowerCase(),
    opt_in_level: optInLevel?.toLowerCase() ?? null,
    consent_updated_at: times.atOrNull(updatedAt),
  });
  if (channel === 'email') return { customer_id: numericId(customer.id), email_address: customer.email, email_marketing_consent: written(customer.emailConsent) };
  return { id: numericId(customer.id), phone: customer.phone, sms_marketing_consent: { ...written(customer.smsConsent), consent_collected_from: 'OTHER' } };
}
