import { numericId } from '../../world/gid.ts';
import type { ProductRecord, ShopRecord, VariantRecord } from '../../world/records.ts';
import { toDecimal } from '../../world/money.ts';
import { ids, type Payload, timesOf } from './write.ts';

/** The shop, as `shop/update` and `app/uninstalled` carry it. */
export function shopPayload(shop: ShopRecord): Payload {
  const times = timesOf(shop.ianaTimezone);
  const now = times.at(shop.updatedAt);
  return {
    id: numericId(shop.id),
    name: shop.name,
    email: shop.email,
    domain: shop.primaryDomain.host,
    province: shop.address.province,
    country: shop.address.countryCode,
    address1: shop.address.address1,
    zip: shop.address.zip,
    city: shop.address.city,
    source: null,
    phone: shop.phone,
    latitude: shop.address.latitude,
    longitude: shop.address.longitude,
    primary_locale: shop.locales.find(({ primary }) => primary)?.locale ?? 'en',
    address2: shop.address.address2,
    created_at: times.at(shop.createdAt),
    updated_at: now,
    country_code: shop.address.countryCode,
    country_name: shop.address.country,
    currency: shop.currency,
    customer_email: shop.contactEmail,
    timezone: `(GMT${now.slice(19)}) ${shop.ianaTimezone}`,
    iana_timezone: shop.ianaTimezone,
    shop_owner: shop.shopOwnerName,
    weight_unit: 'kg',
    province_code: shop.address.provinceCode,
    taxes_included: shop.taxesIncluded,
    tax_shipping: shop.taxShipping,
    plan_display_name: shop.plan.publicDisplayName,
    plan_name: shop.plan.publicDisplayName.toLowerCase().replaceAll(' ', '_'),
    myshopify_domain: shop.domain,
    password_enabled: false,
    enabled_presentment_currencies: shop.presentmentCurrencies,
  };
}

/** A product with its variants and pictures. */
export function productPayload(product: ProductRecord, variants: VariantRecord[], zone: string): Payload {
  const times = timesOf(zone);
  return {
    ...ids(product.id),
    body_html: product.descriptionHtml,
    created_at: times.at(product.createdAt),
    handle: product.handle,
    product_type: product.productType,
    published_at: times.atOrNull(product.publishedAt),
    status: product.status.toLowerCase(),
    tags: product.tags.join(', '),
    title: product.title,
    updated_at: times.at(product.updatedAt),
    vendor: product.vendor,
    options: product.options.map((option, index) => ({ id: numericId(option.id), name: option.name, position: index + 1, values: option.values })),
    images: product.images.map((image, index) => ({ ...ids(image.id), position: index + 1, alt: image.altText, width: image.width, height: image.height, src: image.url })),
    variants: variants.map((variant) => ({
      ...ids(variant.id),
      product_id: numericId(product.id),
      title: variant.title,
      sku: variant.sku,
      barcode: variant.barcode,
      position: variant.position,
      price: toDecimal(variant.price),
      compare_at_price: variant.compareAtPrice === null ? null : toDecimal(variant.compareAtPrice),
      inventory_item_id: numericId(variant.inventoryItemId),
      inventory_policy: variant.inventoryPolicy.toLowerCase(),
      inventory_quantity: variant.stock.reduce((sum, level) => sum + level.available, 0),
      taxable: variant.taxable,
      created_at: times.at(variant.createdAt),
      updated_at: times.at(variant.updatedAt),
    })),
  };
}
