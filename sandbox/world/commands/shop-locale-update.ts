import type { ShopLocaleRecord } from '../records.ts';
import { findLocale, writeLocales } from '../shop-locales.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `shopLocaleUpdate`: publishes a language or takes it back; the primary one stays published. */
export function shopLocaleUpdate(change: Change, input: { locale: string; shopLocale: { published?: boolean | null } }): { shopLocale: ShopLocaleRecord | null; userErrors: UserError[] } {
  const before = findLocale(change, input.locale);
  if (!before) return { shopLocale: null, userErrors: [userError(['locale'], "The locale doesn't exist.")] };
  if (before.primary) return { shopLocale: null, userErrors: [userError(['locale'], 'The primary locale of your store can’t be changed through this endpoint.')] };
  const shopLocale = { ...before, published: input.shopLocale.published ?? before.published };
  writeLocales(
    change,
    change.shop.locales.map((locale) => (locale === before ? shopLocale : locale)),
    'locales/update',
    input.locale,
  );
  return { shopLocale, userErrors: [] };
}
