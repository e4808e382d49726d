import { parsePhoneNumberFromString, type CountryCode, isSupportedCountry } from 'libphonenumber-js';
import { parseMoney } from '#app/kernel/money.ts';
import { cut } from '#app/kernel/text.ts';
import { deliveryDateOf } from '#app/modules/carriers/index.server.ts';
import type { FulfillmentWord } from './views.ts';

// The words both of Shopify's roads are brought to, so that one truth reads the same whichever way it came.

/** Lower case, as webhooks write it and the Admin API shouts it. */
export function word(value: string): string;
export function word(value: string | null | undefined): string | null | undefined;
export function word(value: string | null | undefined): string | null | undefined {
  return value?.toLowerCase() ?? value;
}

const sent: Record<string, FulfillmentWord> = { fulfilled: 'fulfilled', partial: 'partially_fulfilled', partially_fulfilled: 'partially_fulfilled', restocked: 'restocked' };

/** How much has left. Webhooks know only none, part and all; what the Admin API says beyond that is none yet. */
export function fulfillmentWord(value: string | null): FulfillmentWord {
  return sent[(value ?? '').toLowerCase()] ?? 'unfulfilled';
}

const withoutScan = new Set(['fulfilled', 'marked_as_fulfilled', 'submitted', 'canceled', 'label_voided', 'success']);

/** A parcel's latest mark; summaries that are no scan are null. */
export function deliveryWord(value: string | null): string | null {
  const said = value?.toLowerCase() ?? null;
  return said === null || withoutScan.has(said) ? null : said;
}

const returns: Record<string, string> = { inspection_complete: 'in_progress' };

/** Where an order's returns stand. */
export function returnWord(value: string): string {
  const said = value.toLowerCase();
  return returns[said] ?? said;
}

/** How something is sent: the code of a shipping rate, which carriers' own rates have; where the merchant made the rate, its name. */
export function shippingService(rate: { code?: string | null | undefined; title?: string | null | undefined } | null | undefined): string | null {
  const code = rate?.code?.trim() || null;
  const said = (code === null || code === 'custom' ? rate?.title?.trim() : code) ?? '';
  return cut(said.replace(/\s+/g, ' ').toLowerCase(), 80) || null;
}

/** A moment as we write it everywhere. */
export function instant(value: string): string {
  return new Date(value).toISOString();
}

/** The day that is named for a delivery, as it is written: where only a day is meant, its midnight in UTC, whichever clock wrote it; else the moment. */
export function deliveryDay(value: string): string {
  return deliveryDateOf(value).toISOString();
}

/** The address a person types and Shopify stores, as they are compared. */
export function emailKey(value: string | null | undefined): string | null {
  const key = value?.trim().toLowerCase() ?? '';
  return key === '' ? null : key;
}

/** E.164 where it can be read as a number of that country, otherwise what was written. */
export function phoneKey(value: string | null | undefined, country: string | null | undefined): string | null {
  const written = value?.trim() ?? '';
  if (written === '') return null;
  const region: CountryCode | undefined = country && isSupportedCountry(country) ? country : undefined;
  return parsePhoneNumberFromString(written, region)?.number ?? written;
}

const known = new Map<string, number>();

/** Minor units of an amount as Shopify writes it. Few amounts make up most of a shop's, so they are remembered. */
export function minorUnits(amount: string, currency: string): number {
  const key = `${currency} ${amount}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size > 20_000) known.clear();
  const { minor } = parseMoney(amount, currency);
  known.set(key, minor);
  return minor;
}
