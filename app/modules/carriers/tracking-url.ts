import { bestLocale } from '#app/kernel/locales.ts';
import { carrierCatalogue } from './carrier-catalogue.ts';
import type { CarrierKey } from './carrier-catalogue.ts';
import { normalNumber } from './numbers/normal-number.ts';

/** What makes a link better: the recipient's postcode and country, the reader's language. */
export interface LinkDetails {
  zip?: string | null;
  country?: string | null;
  locale?: string | null;
}

/** The carrier's own page about a parcel, always https and with every part encoded; null where the carrier has none that can be linked. */
export function trackingUrl(key: CarrierKey, number: string, { zip, country, locale }: LinkDetails = {}): string | null {
  const { link, linkWithZip, languages = ['en'] } = carrierCatalogue[key];
  const language = bestLocale([locale], languages);
  const parts = { number: normalNumber(number), zip: zip?.replace(/\s/g, '') ?? '', country: country ?? '', language, locale: language.replace('-', '_') };
  const withZip = linkWithZip !== undefined && parts.zip !== '' && (parts.country !== '' || !linkWithZip.includes('{country}'));
  const template = withZip ? linkWithZip : link;
  return template === undefined || parts.number === '' ? null : fillTemplate(template, parts);
}

/** The template with its `{parts}` put in, encoded. */
export function fillTemplate(template: string, parts: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, part: string) => (Object.hasOwn(parts, part) ? encodeURIComponent(parts[part] ?? '') : whole));
}
