import type { ShopLocaleRecord } from '../records.ts';
import { findLocale, writeLocales } from '../shop-locales.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

const MOST_LOCALES = 20;

/** `shopLocaleEnable`: a new language starts unpublished. */
export function shopLocaleEnable(change: Change, input: { locale: string }): { shopLocale: ShopLocaleRecord | null; userErrors: UserError[] } {
  const refuse = (message: string) => ({ shopLocale: null, userErrors: [userError(['locale'], message)] });
  if (!isLocale(input.locale)) return refuse('Locale is invalid');
  if (findLocale(change, input.locale)) return refuse('Locale has already been taken');
  if (change.shop.locales.length > MOST_LOCALES) return refuse(`The shop cannot have more than ${MOST_LOCALES} additional locales`);
  const shopLocale: ShopLocaleRecord = { locale: input.locale, primary: false, published: false };
  writeLocales(change, [...change.shop.locales, shopLocale], 'locales/create', input.locale);
  return { shopLocale, userErrors: [] };
}

function isLocale(locale: string): boolean {
  return /^[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?$/.test(locale);
}
