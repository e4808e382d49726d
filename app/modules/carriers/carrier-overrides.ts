import { z } from 'zod';
import { isCarrierKey } from './carrier-catalogue.ts';
import type { CarrierKey } from './carrier-catalogue.ts';
import { carrierName, spelling } from './carrier-name.ts';
import { normalNumber } from './numbers/normal-number.ts';
import { fillTemplate, trackingUrl } from './tracking-url.ts';
import type { LinkDetails } from './tracking-url.ts';

const text = z.string().trim().min(1).max(100);

/** A link a merchant wrote: https, naming the `{number}`, with a host that no number can change. */
const linkTemplate = z.string().trim().max(500).refine(isSafeTemplate, { error: 'not_a_link_template' });

/** One rule of a merchant's: parcels told under this company name, or whose number begins so, are this carrier's. */
export const carrierOverride = z.object({
  match: z.discriminatedUnion('by', [
    z.object({ by: z.literal('company'), name: text }),
    // `#` stands for any digit.
    z.object({ by: z.literal('number'), prefix: z.string().transform((typed) => typed.normalize('NFKC').toUpperCase().replace(/[^A-Z0-9#]/g, '')).pipe(text) }),
  ]),
  carrier: z.custom<CarrierKey>((key) => typeof key === 'string' && isCarrierKey(key), { error: 'not_a_carrier' }).nullable(),
  /** How customers know a carrier that our catalogue does not hold. */
  name: text.nullable(),
  link: linkTemplate.nullable(),
}).refine(({ carrier, name, link }) => carrier !== null || name !== null || link !== null, { error: 'says_nothing' });
export type CarrierOverride = z.infer<typeof carrierOverride>;

/** A merchant's rules, the first that matches counts. */
export const carrierOverrides = z.array(carrierOverride).max(200);

/** What a merchant's rule says of a parcel; null parts are left as they would be without it. */
export interface Overridden {
  carrier: CarrierKey | null;
  name: string | null;
  url: string | null;
}

/** What the first matching rule says of a parcel, or null where none matches. */
export function applyOverrides(overrides: readonly CarrierOverride[], parcel: { number: string; company: string | null } & LinkDetails): Overridden | null {
  const number = normalNumber(parcel.number);
  const rule = overrides.find(({ match }) => (match.by === 'company' ? parcel.company !== null && spelling(match.name) === spelling(parcel.company) : beginsWith(match.prefix, number)));
  if (!rule) return null;
  const { carrier, name, link } = rule;
  const ownLink = link === null ? null : fillTemplate(link, { number, zip: parcel.zip ?? '', country: parcel.country ?? '', language: parcel.locale?.slice(0, 2) ?? 'en' });
  return {
    carrier,
    name: name ?? (carrier && carrierName(carrier)),
    url: ownLink ?? (carrier && trackingUrl(carrier, number, parcel)),
  };
}

function beginsWith(prefix: string, number: string): boolean {
  return number.length >= prefix.length && [...prefix].every((wanted, at) => (wanted === '#' ? /\d/.test(number.charAt(at)) : wanted === number.charAt(at)));
}

function isSafeTemplate(template: string): boolean {
  if (!template.includes('{number}')) return false;
  const [one, other] = ['1', '22'].map((sample) => fillTemplate(template, { number: sample, zip: sample, country: sample, language: sample }));
  if (one === undefined || other === undefined || !URL.canParse(one) || !URL.canParse(other)) return false;
  const { protocol, username, password, host } = new URL(one);
  return protocol === 'https:' && username === '' && password === '' && host === new URL(other).host;
}
