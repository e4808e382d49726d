import type { World } from '#sandbox/world/index.ts';
import type { ProductRecord, VariantRecord } from '#sandbox/world/records.ts';
import { availableOf } from '#sandbox/world/stock.ts';
import type { SearchTable } from '../search/search-filter.ts';

/** What `products(query:)` can filter by here. */
export function productSearch(world: World): SearchTable<ProductRecord> {
  const variants = (product: ProductRecord) => world.variants.where('product', product.id);
  return {
    fields: {
      id: { kind: 'id', of: (product) => product.id },
      title: { kind: 'text', of: (product) => product.title },
      handle: { kind: 'keyword', of: (product) => product.handle },
      vendor: { kind: 'keyword', of: (product) => product.vendor },
      product_type: { kind: 'keyword', of: (product) => product.productType },
      status: { kind: 'keyword', of: (product) => product.status },
      published_status: { kind: 'keyword', of: (product) => (product.publishedAt === null ? ['unpublished'] : ['published', 'visible']) },
      tag: { kind: 'keyword', of: (product) => product.tags },
      sku: { kind: 'keyword', of: (product) => variants(product).map((variant) => variant.sku) },
      barcode: { kind: 'keyword', of: (product) => variants(product).map((variant) => variant.barcode) },
      created_at: { kind: 'time', of: (product) => product.createdAt },
      updated_at: { kind: 'time', of: (product) => product.updatedAt },
      inventory_total: { kind: 'number', of: (product) => variants(product).reduce((sum, variant) => sum + availableOf(variant), 0) },
      default: { kind: 'text', of: (product) => [product.title, product.vendor, product.productType, ...product.tags] },
    },
    bare: ['default', 'sku'],
  };
}

/** What `productVariants(query:)` can filter by here. */
export function variantSearch(world: World): SearchTable<VariantRecord> {
  return {
    fields: {
      id: { kind: 'id', of: (variant) => variant.id },
      sku: { kind: 'keyword', of: (variant) => variant.sku },
      barcode: { kind: 'keyword', of: (variant) => variant.barcode },
      title: { kind: 'text', of: (variant) => [variant.title, world.products.get(variant.productId)?.title ?? null] },
      product_id: { kind: 'id', of: (variant) => variant.productId },
      updated_at: { kind: 'time', of: (variant) => variant.updatedAt },
    },
    bare: ['title', 'sku'],
  };
}

/** The sort keys of products. */
export function productSortValue(world: World, key: string): (product: ProductRecord) => string | number {
  const values: Record<string, (product: ProductRecord) => string | number> = {
    TITLE: (product) => product.title.toLowerCase(),
    VENDOR: (product) => product.vendor.toLowerCase(),
    PRODUCT_TYPE: (product) => product.productType.toLowerCase(),
    CREATED_AT: (product) => product.createdAt,
    UPDATED_AT: (product) => product.updatedAt,
    PUBLISHED_AT: (product) => product.publishedAt ?? '',
    INVENTORY_TOTAL: (product) => world.variants.where('product', product.id).reduce((sum, variant) => sum + availableOf(variant), 0),
  };
  return values[key] ?? ((product) => product.id);
}
