import type { ImageRecord, ProductRecord, ProductStatus, VariantRecord } from '../records.ts';
import { money } from '../money.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { sortedTags } from './sorted-tags.ts';

/** `ProductCreateInput`, as far as the sandbox honours it. */
export interface ProductCreateInput {
  title?: string | null;
  handle?: string | null;
  descriptionHtml?: string | null;
  vendor?: string | null;
  productType?: string | null;
  status?: ProductStatus | null;
  tags?: string[] | null;
  giftCard?: boolean | null;
  productOptions?: { name?: string | null; values?: { name?: string | null }[] | null }[] | null;
}

/** `CreateMediaInput`; only images are kept. */
export interface MediaInput {
  originalSource: string;
  alt?: string | null;
}

/** `productCreate`: a product with the one variant Shopify gives it, of the first value of each option. */
export function productCreate(change: Change, input: { product: ProductCreateInput; media?: MediaInput[] | null }): { product: ProductRecord | null; userErrors: UserError[] } {
  const { product: wanted } = input;
  if (!wanted.title?.trim()) return { product: null, userErrors: [userError(['title'], "Title can't be blank")] };
  if (wanted.title.length > 255) return { product: null, userErrors: [userError(['title'], 'Title is too long (maximum is 255 characters)')] };
  if (wanted.handle && change.products.where('handle', wanted.handle).length > 0) {
    return { product: null, userErrors: [userError(['handle'], `Handle '${wanted.handle}' already in use. Please provide a new handle.`)] };
  }
  if ((wanted.productOptions?.length ?? 0) > 3) {
    return { product: null, userErrors: [userError(['productOptions'], 'Can only specify a maximum of 3 options')] };
  }
  const named = (wanted.productOptions ?? []).map((option) => ({
    id: change.newId('ProductOption'),
    name: option.name ?? 'Title',
    values: (option.values ?? []).flatMap((value) => (value.name ? [value.name] : [])),
  }));
  const options = named.length > 0 ? named : [{ id: change.newId('ProductOption'), name: 'Title', values: ['Default Title'] }];
  const status = wanted.status ?? 'ACTIVE';
  const product: ProductRecord = {
    id: change.newId('Product'),
    title: wanted.title,
    handle: wanted.handle ?? freeHandle(change, wanted.title),
    descriptionHtml: wanted.descriptionHtml ?? '',
    vendor: wanted.vendor ?? change.shop.name,
    productType: wanted.productType ?? '',
    status,
    tags: sortedTags(wanted.tags ?? []),
    isGiftCard: wanted.giftCard ?? false,
    options,
    images: (input.media ?? []).map((media) => newImage(change, media)),
    publishedAt: status === 'ACTIVE' ? change.now : null,
    createdAt: change.now,
    updatedAt: change.now,
  };
  change.put('products', product);
  change.put('variants', firstVariant(change, product));
  change.emit('products/create', product.id);
  return { product, userErrors: [] };
}

/** An image that lives where the caller put it. */
export function newImage(change: Change, media: MediaInput): ImageRecord {
  return { id: change.newId('MediaImage'), url: media.originalSource, altText: media.alt ?? null, width: null, height: null };
}

function firstVariant(change: Change, product: ProductRecord): VariantRecord {
  const selectedOptions = product.options.map((option) => ({ name: option.name, value: option.values[0] ?? 'Default Title' }));
  return {
    id: change.newId('ProductVariant'),
    productId: product.id,
    inventoryItemId: change.newId('InventoryItem'),
    title: selectedOptions.map((option) => option.value).join(' / '),
    sku: null,
    barcode: null,
    price: money(0, change.shop.currency),
    compareAtPrice: null,
    position: 1,
    selectedOptions,
    taxable: true,
    tracked: false,
    requiresShipping: !product.isGiftCard,
    grams: 0,
    inventoryPolicy: 'DENY',
    image: null,
    stock: [],
    createdAt: change.now,
    updatedAt: change.now,
  };
}

function freeHandle(change: Change, title: string): string {
  const base = title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '') || 'product';
  let handle = base;
  for (let count = 1; change.products.where('handle', handle).length > 0; count += 1) handle = `${base}-${count}`;
  return handle;
}
