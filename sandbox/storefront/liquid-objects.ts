import { convertCents } from './cents.ts';
import type { Product, Variant } from './load-catalogue.ts';
import type { Shop } from './load-shop.ts';
import { directionOf, endonymOf, prefixOf } from './locale.ts';
import type { Visit } from './types.ts';

/** Shopify's `product.variants[n]`: prices in hundredths of the visitor's currency. */
export function variantObject(variant: Variant, shop: Shop, visit: Visit) {
  return {
    id: Number(variant.id.split('/').pop()),
    title: variant.title,
    sku: variant.sku,
    price: convertCents(variant.price, shop.currency, visit.currency),
    available: variant.available,
    inventory_quantity: variant.stock,
  };
}

/** Shopify's `product`. */
export function productObject(product: Product, shop: Shop, visit: Visit) {
  const variants = product.variants.map((variant) => variantObject(variant, shop, visit));
  const prices = variants.map((variant) => variant.price);
  return {
    id: Number(product.id.split('/').pop()),
    handle: product.handle,
    title: product.title,
    description: product.descriptionHtml,
    type: product.type,
    vendor: product.vendor,
    tags: product.tags,
    url: `${visit.localePrefix}/products/${product.handle}`,
    featured_image: product.imageUrl ?? `/cdn/shop/files/${product.handle}.svg`,
    image_alt: product.imageAlt,
    price: Math.min(...prices),
    price_min: Math.min(...prices),
    price_varies: Math.max(...prices) > Math.min(...prices),
    available: variants.some((variant) => variant.available),
    has_only_default_variant: variants.length === 1 && variants[0]?.title === 'Default Title',
    variants,
  };
}

/** The objects every page has: `shop`, `request`, `routes`, `localization`, as Shopify names them. */
export function globalObjects(shop: Shop, visit: Visit, origin: string) {
  const root = `${visit.localePrefix}/`;
  const languages = shop.locales.map((entry) => ({
    iso_code: entry.locale,
    endonym_name: endonymOf(entry.locale),
    root_url: `${prefixOf(entry.locale, shop.locales)}/`,
    primary: entry.primary,
  }));
  const currencies = shop.currencies.map((code) => ({ iso_code: code }));
  const locale = languages.find((language) => language.iso_code === visit.locale);
  return {
    shop: { name: shop.name, email: shop.email, url: origin, currency: shop.currency, locale: visit.locale, published_locales: languages, ...policyObjects(shop, visit) },
    request: { host: new URL(origin).host, origin, path: visit.path, locale: locale ?? { iso_code: visit.locale }, direction: directionOf(visit.locale), design_mode: false },
    routes: {
      root_url: root,
      all_products_collection_url: `${root}collections/all`,
      cart_url: `${root}cart`,
      cart_add_url: `${root}cart/add`,
    },
    localization: { country: { iso_code: shop.country }, language: locale, available_languages: languages, currency: { iso_code: visit.currency }, available_currencies: currencies },
    canonical_url: `${origin}${visit.localePrefix}${visit.path}`,
  };
}

/** All policies in a list, and each under its own name: `shop.refund_policy`. */
function policyObjects(shop: Shop, visit: Visit) {
  const policies = shop.policies.map((policy) => ({
    handle: policy.handle,
    title: policy.title,
    body: policy.body,
    url: `${visit.localePrefix}/policies/${policy.handle}`,
  }));
  return { policies, ...Object.fromEntries(policies.map((policy) => [policy.handle.replaceAll('-', '_'), policy])) };
}

/** Shopify's `metafields`: by namespace, by key, JSON as what it says. */
export function metafieldsObject(metafields: readonly { namespace: string; key: string; type: string; value: string }[]): Record<string, Record<string, unknown>> {
  const found: Record<string, Record<string, unknown>> = {};
  for (const { namespace, key, type, value } of metafields) (found[namespace] ??= {})[key] = { type, value: JSON.parse(value) };
  return found;
}
