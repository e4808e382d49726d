import type { Gid } from '#sandbox/contract.ts';
import { parseMoney } from '../money.ts';
import type { ProductRecord, VariantRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { type MediaInput, newImage } from './product-create.ts';

/** `ProductVariantsBulkInput`, as far as the sandbox honours it. */
export interface VariantInput {
  optionValues?: { optionName?: string | null; optionId?: Gid | null; name?: string | null }[] | null;
  price?: string | null;
  compareAtPrice?: string | null;
  barcode?: string | null;
  taxable?: boolean | null;
  inventoryPolicy?: 'CONTINUE' | 'DENY' | null;
  mediaSrc?: string[] | null;
  inventoryItem?: {
    sku?: string | null;
    tracked?: boolean | null;
    requiresShipping?: boolean | null;
    measurement?: { weight?: { value: number; unit: 'GRAMS' | 'KILOGRAMS' | 'OUNCES' | 'POUNDS' } | null } | null;
  } | null;
  inventoryQuantities?: { locationId: Gid; availableQuantity: number }[] | null;
}

/** The arguments of `productVariantsBulkCreate`. */
export type VariantsInput = {
  productId: Gid;
  variants: VariantInput[];
  media?: MediaInput[] | null;
  strategy?: 'DEFAULT' | 'PRESERVE_STANDALONE_VARIANT' | 'REMOVE_STANDALONE_VARIANT' | null;
};

const GRAMS = { GRAMS: 1, KILOGRAMS: 1000, OUNCES: 28.349_523_125, POUNDS: 453.592_37 };

/** `productVariantsBulkCreate`: all the variants or none. The variant a new product came with goes when it was never given a price. */
export function productVariantsBulkCreate(
  change: Change,
  input: VariantsInput,
): { product: ProductRecord | null; productVariants: VariantRecord[] | null; userErrors: UserError[] } {
  const product = change.products.get(input.productId);
  if (!product) return { product: null, productVariants: null, userErrors: [userError(['productId'], 'Product does not exist', 'PRODUCT_DOES_NOT_EXIST')] };
  const present = change.variants.where('product', product.id);
  const standalone = input.strategy === 'PRESERVE_STANDALONE_VARIANT' ? [] : present.filter((variant) => isStandalone(variant, input.strategy ?? 'DEFAULT'));
  const staying = present.filter((variant) => !standalone.includes(variant));
  const titles = new Set(staying.map((variant) => variant.title));
  const images = (input.media ?? []).map((media) => newImage(change, media));
  const all = [...product.images, ...images];
  const created: VariantRecord[] = [];
  const userErrors: UserError[] = [];
  input.variants.forEach((wanted, index) => {
    const field = (name: string) => ['variants', String(index), name];
    const selectedOptions = product.options.map((option) => ({ name: option.name, value: valueFor(wanted, option) }));
    const title = selectedOptions.map((option) => option.value).join(' / ');
    const price = wanted.price == null ? null : parseMoney(wanted.price, change.shop.currency);
    if (selectedOptions.some((option) => option.value === '')) {
      userErrors.push(userError(field('optionValues'), 'You need to add option values for every option', 'NEED_TO_ADD_OPTION_VALUES'));
    } else if (titles.has(title)) {
      userErrors.push(userError(['variants', String(index)], `The variant '${title}' already exists. Please change at least one option value.`, 'VARIANT_ALREADY_EXISTS'));
    }
    if (price !== null && price.minor < 0) {
      userErrors.push(userError(field('price'), 'Price must be greater than or equal to 0', 'GREATER_THAN_OR_EQUAL_TO'));
    }
    if (wanted.inventoryQuantities?.some((level) => !change.locations.get(level.locationId))) {
      userErrors.push(userError(field('inventoryQuantities'), 'Quantity could not be set because the location does not exist', 'TRACKED_VARIANT_LOCATION_NOT_FOUND'));
    }
    titles.add(title);
    const source = wanted.mediaSrc?.[0];
    const weight = wanted.inventoryItem?.measurement?.weight;
    created.push({
      id: change.newId('ProductVariant'),
      productId: product.id,
      inventoryItemId: change.newId('InventoryItem'),
      title,
      sku: wanted.inventoryItem?.sku ?? null,
      barcode: wanted.barcode ?? null,
      price: price ?? { minor: 0, currency: change.shop.currency },
      compareAtPrice: wanted.compareAtPrice == null ? null : parseMoney(wanted.compareAtPrice, change.shop.currency),
      position: staying.length + index + 1,
      selectedOptions,
      taxable: wanted.taxable ?? true,
      tracked: wanted.inventoryItem?.tracked ?? true,
      requiresShipping: wanted.inventoryItem?.requiresShipping ?? !product.isGiftCard,
      grams: weight ? Math.round(weight.value * GRAMS[weight.unit]) : 0,
      inventoryPolicy: wanted.inventoryPolicy ?? 'DENY',
      image: source ? (all.find((image) => image.url === source) ?? null) : null,
      stock: (wanted.inventoryQuantities ?? []).map((level) => ({ locationId: level.locationId, available: level.availableQuantity, committed: 0 })),
      createdAt: change.now,
      updatedAt: change.now,
    });
  });
  if (userErrors.length > 0) return { product: null, productVariants: null, userErrors };
  for (const variant of standalone) change.remove('variants', variant.id);
  for (const variant of created) change.put('variants', variant);
  const options = product.options.map((option) => ({
    ...option,
    values: [...new Set([...option.values, ...created.flatMap((variant) => variant.selectedOptions.filter((chosen) => chosen.name === option.name).map((chosen) => chosen.value))])],
  }));
  const updated = { ...product, options, images: all, updatedAt: change.now };
  change.put('products', updated);
  change.emit('products/update', product.id);
  return { product: updated, productVariants: created, userErrors: [] };
}

function isStandalone(variant: VariantRecord, strategy: string): boolean {
  return strategy === 'REMOVE_STANDALONE_VARIANT' || variant.title === 'Default Title' || (variant.price.minor === 0 && variant.sku === null);
}

function valueFor(wanted: VariantInput, option: ProductRecord['options'][number]): string {
  const given = wanted.optionValues?.find((value) => value.optionName === option.name || value.optionId === option.id)?.name;
  return given ?? (option.name === 'Title' && option.values.length === 1 ? (option.values[0] ?? '') : '');
}
