import { toDecimal } from '#sandbox/world/money.ts';
import { availableOf, reservedAt } from '#sandbox/world/stock.ts';
import type { ImageRecord, ProductRecord, StockLevel, VariantRecord } from '#sandbox/world/records.ts';
import { collectionOfProduct } from '#sandbox/world/type-collections.ts';
import type { AdminContext } from '../context.ts';
import { honours, type Resolver } from '../resolver.ts';
import { exactCount, legacyResourceId, moneyV2, typed } from './wire.ts';

type Level = StockLevel & { variant: VariantRecord };

const variantsOf = (product: ProductRecord, context: AdminContext) => context.world.variants.where('product', product.id).sort((a, b) => a.position - b.position);

/** `Product`. */
export const productFields: Record<string, Resolver> = {
  legacyResourceId,
  description: (product: ProductRecord) => product.descriptionHtml.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim(),
  options: (product: ProductRecord) => product.options.map((option, index) => ({ ...option, position: index + 1 })),
  images: (product: ProductRecord) => product.images,
  media: (product: ProductRecord) => product.images.map(mediaImage),
  mediaCount: (product: ProductRecord) => exactCount(product.images.length),
  featuredMedia: (product: ProductRecord) => (product.images[0] ? mediaImage(product.images[0]) : null),
  featuredImage: (product: ProductRecord) => product.images[0] ?? null,
  onlineStoreUrl: (product: ProductRecord, _args, context) =>
    product.status === 'ACTIVE' && product.publishedAt ? `${context.urls.storefront(context.world.domain)}/products/${product.handle}` : null,
  variants: honours(['sortKey'], (product: ProductRecord, _args, context) => variantsOf(product, context)),
  variantsCount: (product: ProductRecord, _args, context) => exactCount(variantsOf(product, context).length),
  hasOnlyDefaultVariant: (product: ProductRecord, _args, context) => variantsOf(product, context).every((variant) => variant.title === 'Default Title'),
  hasOutOfStockVariants: (product: ProductRecord, _args, context) => variantsOf(product, context).some((variant) => variant.tracked && availableOf(variant) <= 0),
  totalInventory: (product: ProductRecord, _args, context) => variantsOf(product, context).filter((variant) => variant.tracked).reduce((sum, variant) => sum + availableOf(variant), 0),
  tracksInventory: (product: ProductRecord, _args, context) => variantsOf(product, context).some((variant) => variant.tracked),
  priceRangeV2: (product: ProductRecord, _args, context) => {
    const prices = variantsOf(product, context).map((variant) => variant.price).sort((a, b) => a.minor - b.minor);
    const none = { minor: 0, currency: context.world.shop.currency };
    return { minVariantPrice: moneyV2(prices[0] ?? none), maxVariantPrice: moneyV2(prices.at(-1) ?? none) };
  },
  inCollection: honours(['id'], (product: ProductRecord, args: { id: string }) => collectionOfProduct(product)?.id === args.id),
  requiresSellingPlan: () => false,
  templateSuffix: () => null,
  seo: () => ({ title: null, description: null }),
};

/** `ProductVariant`. */
export const variantFields: Record<string, Resolver> = {
  legacyResourceId,
  product: (variant: VariantRecord, _args, { world }) => world.products.get(variant.productId),
  displayName: (variant: VariantRecord, _args, { world }) => `${world.products.get(variant.productId)?.title ?? ''} - ${variant.title}`,
  price: (variant: VariantRecord) => toDecimal(variant.price),
  compareAtPrice: (variant: VariantRecord) => variant.compareAtPrice && toDecimal(variant.compareAtPrice),
  availableForSale: (variant: VariantRecord) => !variant.tracked || variant.inventoryPolicy === 'CONTINUE' || availableOf(variant) > 0,
  inventoryQuantity: (variant: VariantRecord) => (variant.tracked ? availableOf(variant) : 0),
  sellableOnlineQuantity: (variant: VariantRecord) => Math.max(0, availableOf(variant)),
  inventoryItem: (variant: VariantRecord) => inventoryItem(variant),
  media: (variant: VariantRecord) => (variant.image ? [mediaImage(variant.image)] : []),
  requiresComponents: () => false,
};

/** `InventoryItem`, which the record of its variant stands for. */
export const inventoryItemFields: Record<string, Resolver> = {
  legacyResourceId,
  variant: (item: { variant: VariantRecord }) => item.variant,
  variants: (item: { variant: VariantRecord }) => [item.variant],
  inventoryLevels: (item: { variant: VariantRecord }): Level[] => item.variant.stock.map((level) => ({ ...level, variant: item.variant })),
  inventoryLevel: honours(['locationId'], (item: { variant: VariantRecord }, args: { locationId: string }): Level | null => {
    const level = item.variant.stock.find((candidate) => candidate.locationId === args.locationId);
    return level ? { ...level, variant: item.variant } : null;
  }),
  locationsCount: (item: { variant: VariantRecord }) => exactCount(item.variant.stock.length),
};

/** `InventoryLevel`. */
export const inventoryLevelFields: Record<string, Resolver> = {
  id: (level: Level) => `${level.locationId.replace('Location', 'InventoryLevel')}?inventory_item_id=${level.variant.inventoryItemId.split('/').pop() ?? ''}`,
  item: (level: Level) => inventoryItem(level.variant),
  location: (level: Level, _args, { world }) => world.locations.get(level.locationId),
  isActive: () => true,
  createdAt: (level: Level) => level.variant.createdAt,
  updatedAt: (level: Level) => level.variant.updatedAt,
  quantities: honours(['names'], (level: Level, args: { names: string[] }) => {
    const known: Record<string, number> = { available: level.available, committed: level.committed, on_hand: level.available + level.committed + reservedAt(level), incoming: 0, reserved: reservedAt(level) };
    return args.names.filter((name) => name in known).map((name) => ({ id: `${level.locationId}-${name}`, name, quantity: known[name], updatedAt: level.variant.updatedAt }));
  }),
};

/** The stock side of a variant. */
export function inventoryItem(variant: VariantRecord) {
  const { inventoryItemId: id, sku, tracked, requiresShipping, createdAt, updatedAt } = variant;
  return { __typename: 'InventoryItem', id, sku, tracked, requiresShipping, createdAt, updatedAt, unitCost: null, variant };
}

function mediaImage(image: ImageRecord) {
  return typed('MediaImage', { id: image.id, alt: image.altText, image, mediaContentType: 'IMAGE', status: 'READY', preview: { image, status: 'READY' } });
}
