import { toDecimal } from '../world/money.ts';
import type { ProductRecord, VariantRecord } from '../world/records.ts';
import { typeCollections } from '../world/type-collections.ts';
import type { World } from '../world/index.ts';

const picture = (image: ProductRecord['images'][number]) => ({ id: image.id, altText: image.altText, originalSrc: image.url });

function variantResource(variant: VariantRecord, product: ProductRecord) {
  return {
    id: variant.id,
    title: variant.title,
    displayName: `${product.title} - ${variant.title}`,
    sku: variant.sku,
    barcode: variant.barcode,
    price: toDecimal(variant.price),
    compareAtPrice: variant.compareAtPrice === null ? null : toDecimal(variant.compareAtPrice),
    position: variant.position,
    availableForSale: variant.inventoryPolicy === 'CONTINUE' || !variant.tracked || variant.stock.some(({ available }) => available > 0),
    inventoryItem: { id: variant.inventoryItemId },
    inventoryManagement: variant.tracked ? 'SHOPIFY' : 'NOT_MANAGED',
    inventoryPolicy: variant.inventoryPolicy,
    inventoryQuantity: variant.stock.reduce((sum, { available }) => sum + available, 0),
    requiresShipping: variant.requiresShipping,
    taxable: variant.taxable,
    selectedOptions: variant.selectedOptions.map(({ value }) => ({ value })),
    image: variant.image === null ? null : picture(variant.image),
    weight: variant.grams,
    weightUnit: 'GRAMS',
    product: { id: product.id, title: product.title, handle: product.handle },
    createdAt: variant.createdAt,
    updatedAt: variant.updatedAt,
  };
}

function productResource(product: ProductRecord, variants: VariantRecord[]) {
  return {
    id: product.id,
    title: product.title,
    handle: product.handle,
    descriptionHtml: product.descriptionHtml,
    vendor: product.vendor,
    productType: product.productType,
    status: product.status,
    tags: product.tags,
    images: product.images.map(picture),
    options: product.options.map((option, index) => ({ ...option, position: index + 1 })),
    hasOnlyDefaultVariant: variants.length === 1 && variants[0]?.title === 'Default Title',
    totalVariants: variants.length,
    totalInventory: variants.flatMap(({ stock }) => stock).reduce((sum, { available }) => sum + available, 0),
    tracksInventory: variants.some(({ tracked }) => tracked),
    variants: variants.map((variant) => variantResource(variant, product)),
    publishedAt: product.publishedAt,
    createdAt: product.createdAt,
    updatedAt: product.updatedAt,
  };
}

/** What the resource picker offers: products or variants whose title, vendor or SKU contains the words, or collections by their title. */
export function pickResources(world: World, type: 'product' | 'variant' | 'collection', words: string) {
  const sought = words.toLowerCase();
  if (type === 'collection') return typeCollections(world).filter(({ title }) => title.toLowerCase().includes(sought));
  const found = [...world.products.all()].filter((product) => {
    const skus = world.variants.where('product', product.id).map(({ sku }) => sku ?? '');
    return [product.title, product.vendor, ...skus].some((text) => text.toLowerCase().includes(sought));
  });
  const products = found.slice(0, 50).map((product) => productResource(product, world.variants.where('product', product.id)));
  return type === 'product' ? products : products.flatMap(({ variants }) => variants);
}
