import { gid, numericId } from '#app/kernel/ids.ts';
import { ExchangeStockDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ExchangeProblem } from './choice.ts';
import { isOffered, leftOf } from './read-variant.ts';

/** Units of a variant that are wanted. */
export interface WantedUnits {
  variantId: string;
  quantity: number;
}

/** Asks Shopify right now which of these cannot go out. Units of one variant count together; another shop's are unknown. */
export async function exchangesStillThere({ admin }: Pick<ShopContext, 'admin'>, wanted: readonly WantedUnits[]): Promise<ExchangeProblem[]> {
  const units = new Map<string, number>();
  for (const { variantId, quantity } of wanted) units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  if (units.size === 0) return [];
  const { nodes } = await admin.run(ExchangeStockDocument, { ids: [...units.keys()].map((id) => gid('ProductVariant', id)) });
  return [...units].flatMap(([variantId, quantity]): ExchangeProblem[] => {
    const variant = nodes.find((node) => node?.__typename === 'ProductVariant' && numericId('ProductVariant', node.id) === variantId);
    if (variant?.__typename !== 'ProductVariant' || !isOffered(variant.product) || variant.requiresComponents) return [{ variantId, problem: 'unknown', left: 0 }];
    const left = leftOf(variant);
    if (!variant.availableForSale || left === 0) return [{ variantId, problem: 'sold_out', left: 0 }];
    return left !== null && left < quantity ? [{ variantId, problem: 'not_enough', left }] : [];
  });
}
