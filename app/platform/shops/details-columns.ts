import { numericId } from '#app/kernel/ids.ts';
import { isTimeZone } from '#app/kernel/time.ts';
import type { ShopDetailsQuery } from '#app/platform/shopify/operations.generated.ts';

/** Shopify's answer about a shop as the columns of `platform.shops`; a time zone this runtime does not know is left as it was. */
export function detailsColumns({ shop, shopLocales, currentAppInstallation }: ShopDetailsQuery) {
  const locales = shopLocales.toSorted((left, right) => Number(right.primary) - Number(left.primary)).map(({ locale }) => locale);
  return {
    shopify_id: numericId('Shop', shop.id),
    name: shop.name,
    email: shop.email,
    primary_url: shop.primaryDomain.url,
    currency: shop.currencyCode,
    plan: shop.plan.publicDisplayName,
    scopes: currentAppInstallation.accessScopes.map(({ handle }) => handle),
    ...(isTimeZone(shop.ianaTimezone) ? { iana_timezone: shop.ianaTimezone } : {}),
    ...(locales.length > 0 ? { locales } : {}),
  };
}
