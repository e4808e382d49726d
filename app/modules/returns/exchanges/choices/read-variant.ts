import { numericId } from '#app/kernel/ids.ts';
import type { ExchangeProductFactsFragment, ExchangeVariantFactsFragment } from '#app/platform/shopify/operations.generated.ts';
import type { ExchangeStock, ExchangeVariant } from './choice.ts';

/** Shopify's title of a product's only form. */
const onlyForm = 'Default Title';

/** True for what a customer could buy: on sale, in the online store, and something that is sent. */
export function isOffered({ status, publishedAt, isGiftCard }: ExchangeProductFactsFragment): boolean {
  return status === 'ACTIVE' && publishedAt != null && !isGiftCard;
}

/** Reads one form of a product; what is put together from other variants is left out, for Shopify takes it as a bundle alone. */
export function readVariant(variant: ExchangeVariantFactsFragment, prices: ReadonlyMap<string, number>): ExchangeVariant[] {
  if (variant.requiresComponents) return [];
  const variantId = numericId('ProductVariant', variant.id);
  const [picture] = variant.media.nodes;
  return [
    {
      variantId,
      title: variant.title === onlyForm ? null : variant.title,
      options: variant.title === onlyForm ? [] : variant.selectedOptions.map(({ name, value }) => ({ name, value })),
      image: (picture && 'image' in picture ? picture.image?.url : null) ?? null,
      price: prices.get(variantId) ?? null,
      stock: stockOf(variant),
      left: leftOf(variant),
    },
  ];
}

function stockOf({ availableForSale, ...variant }: ExchangeVariantFactsFragment): ExchangeStock {
  if (!availableForSale) return 'sold_out';
  const isCounted = variant.inventoryItem.tracked;
  return isCounted && (variant.inventoryQuantity ?? 0) <= 0 ? 'on_order' : 'in_stock';
}

/** Units that may be promised; null where there is no end to them. */
export function leftOf({ inventoryItem, inventoryPolicy, inventoryQuantity }: Pick<ExchangeVariantFactsFragment, 'inventoryItem' | 'inventoryPolicy' | 'inventoryQuantity'>): number | null {
  return !inventoryItem.tracked || inventoryPolicy === 'CONTINUE' ? null : Math.max(0, inventoryQuantity ?? 0);
}

/** The picture that stands for a product. */
export function pictureOf({ featuredMedia }: ExchangeProductFactsFragment): string | null {
  return featuredMedia?.preview?.image?.url ?? null;
}
