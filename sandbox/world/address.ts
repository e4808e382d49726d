import { provinceName } from './provinces.ts';
import type { AddressRecord } from './records.ts';
import type { Change } from './world.ts';

/** `MailingAddressInput`. */
export interface AddressInput {
  firstName?: string | null;
  lastName?: string | null;
  company?: string | null;
  address1?: string | null;
  address2?: string | null;
  city?: string | null;
  province?: string | null;
  provinceCode?: string | null;
  zip?: string | null;
  country?: string | null;
  countryCode?: string | null;
  phone?: string | null;
}

const countryNames = new Intl.DisplayNames('en', { type: 'region' });
const countryCodes = readCountryCodes();

/** A new address record; the country's name and code complete each other. */
export function newAddress(change: Pick<Change, 'newId'>, input: AddressInput): AddressRecord {
  const countryCode = input.countryCode ?? codeOf(input.country ?? null);
  return {
    id: change.newId('MailingAddress'),
    firstName: input.firstName ?? null,
    lastName: input.lastName ?? null,
    company: input.company ?? null,
    address1: input.address1 ?? null,
    address2: input.address2 ?? null,
    city: input.city ?? null,
    province: input.province ?? provinceName(countryCode, input.provinceCode ?? null),
    provinceCode: input.provinceCode ?? null,
    zip: input.zip ?? null,
    country: input.country && input.country.length > 2 ? input.country : countryCode && (countryNames.of(countryCode) ?? null),
    countryCode,
    phone: input.phone ?? null,
    latitude: null,
    longitude: null,
  };
}

/** First and last name as one, or null when there is neither. */
export function fullName(person: { firstName: string | null; lastName: string | null }): string | null {
  return [person.firstName, person.lastName].filter(Boolean).join(' ') || null;
}

/** The lines of an address for people to read. */
export function formattedAddress(address: AddressRecord, options: { withName: boolean; withCompany: boolean }): string[] {
  const town = [address.city, [address.provinceCode, address.zip].filter(Boolean).join(' ')].filter(Boolean).join(' ');
  return [options.withName ? fullName(address) : null, options.withCompany ? address.company : null, address.address1, address.address2, town, address.country].filter(
    (line): line is string => Boolean(line),
  );
}

function codeOf(country: string | null): string | null {
  if (country === null) return null;
  if (/^[A-Z]{2}$/.test(country)) return country;
  return countryCodes.get(country.toLowerCase()) ?? null;
}

/** Intl knows names by code only, so every pair of letters is asked once. */
function readCountryCodes(): Map<string, string> {
  const codes = new Map<string, string>();
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    const name = countryNames.of(code);
    if (name && name !== code && !codes.has(name.toLowerCase())) codes.set(name.toLowerCase(), code);
  }
  return codes;
}
