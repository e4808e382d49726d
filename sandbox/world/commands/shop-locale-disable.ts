import { findLocale, writeLocales } from '../shop-locales.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `shopLocaleDisable`. */
export function shopLocaleDisable(change: Change, input: { locale: string }): { locale: string | null; userErrors: UserError[] } {
  const before = findLocale(change, input.locale);
  if (!before) return { locale: null, userErrors: [userError(['locale'], "The locale doesn't exist.")] };
  if (before.primary) return { locale: null, userErrors: [userError(['locale'], 'The primary locale of your store can’t be changed through this endpoint.')] };
  writeLocales(
    change,
    change.shop.locales.filter((locale) => locale !== before),
    'locales/destroy',
    input.locale,
  );
  return { locale: input.locale, userErrors: [] };
}
