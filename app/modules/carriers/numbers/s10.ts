import { carrierCatalogue, carrierKeys } from '../carrier-catalogue.ts';
import type { CarrierKey } from '../carrier-catalogue.ts';
import { s10Mod11 } from './check-digits.ts';
import type { NumberFormat } from './number-format.ts';

const issuers = new Map<string, CarrierKey>();
for (const key of carrierKeys) for (const country of carrierCatalogue[key].issues ?? []) issuers.set(country, key);

/** Houses that move some kinds of their post's items under another name, by the first letter of the number. */
const kinds: Readonly<Record<string, CarrierKey>> = {
  ECN: 'ems',
  EFR: 'chronopost',
  CFR: 'colissimo',
  XFR: 'chronopost',
  CDE: 'dhl_parcel_de',
  CGB: 'parcelforce',
  EGB: 'parcelforce',
};

/**
 * The format of an international postal item (UPU standard S10: two letters of service, eight digits, a check digit, the
 * country whose post issued it), made for this number; null for any other number and for countries whose post we do not know.
 */
export function s10Format(number: string): NumberFormat | null {
  const found = /^([A-Z])[A-Z]\d{9}([A-Z]{2})$/.exec(number);
  const [, service = '', country = ''] = found ?? [];
  const post = issuers.get(country);
  if (post === undefined) return null;
  const kind = kinds[`${service}${country}`];
  const carriers: CarrierKey[] = kind !== undefined && kind !== post ? [kind, post] : [post];
  const [first = post, ...others] = service === 'E' && !carriers.includes('ems') ? [...carriers, 'ems' as const] : carriers;
  return { name: 's10', carriers: [first, ...others], shape: /^/, check: (text) => s10Mod11(text.slice(2, 11)), telling: 90 };
}
