import type { ShopLocaleRecord } from './records.ts';
import type { Change } from './world.ts';

/** A language of the shop. */
export function findLocale(change: Change, locale: string): ShopLocaleRecord | null {
  return change.shop.locales.find((candidate) => candidate.locale === locale) ?? null;
}

/** Keeps the shop's languages and reports what happened to one of them. */
export function writeLocales(change: Change, locales: ShopLocaleRecord[], topic: string, locale: string): void {
  change.put('shops', { ...change.shop, locales, updatedAt: change.now });
  const published = locales.find((candidate) => candidate.locale === locale)?.published ?? false;
  change.emit(topic, change.shop.id, { locale, published });
}
