import type { CartLines } from '../cart.ts';
import type { PricedLine } from '../checkout/price-order.ts';
import type { Product } from '../load-catalogue.ts';

/** Looks the cart's variants up in the catalogue; what is no longer sold is left out. */
export function pricedLines(catalogue: Product[], cart: CartLines): PricedLine[] {
  return cart.flatMap(({ variantId, quantity }) => {
    for (const product of catalogue) {
      const variant = product.variants.find((candidate) => candidate.id === variantId);
      if (variant) return [{ product, variant, quantity }];
    }
    return [];
  });
}
