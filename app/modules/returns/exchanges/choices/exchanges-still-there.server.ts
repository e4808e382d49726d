import { gid, numericId } from '#app/kernel/ids.ts';
import { ExchangeStockDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ExchangeProblem } from './choice.ts';
import { isOffered, leftOf } from './read-variant.ts';

/** Units of a variant that are wanted. */
export interface WantedUnits {
  variantId: string;
  quantity: number;
  /** Of which product it must be a form; unsaid: of any. */
  productId?: string | null;
}

/**
 * Asks Shopify right now which of these cannot go out. Units of one variant count together; another shop's are unknown, and so is
 * what is no form of the product it was wanted of. What is set aside for returns
 * that are to be freed is counted as there.
 */
export async function exchangesStillThere({ admin, tx }: Pick<ShopContext, 'admin' | 'tx'>, wanted: readonly WantedUnits[], freed: readonly string[] = []): Promise<ExchangeProblem[]> {
  const units = new Map<string, number>();
  for (const { variantId, quantity } of wanted) units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  if (units.size === 0) return [];
  const { nodes } = await admin.run(ExchangeStockDocument, { ids: [...units.keys()].map((id) => gid('ProductVariant', id)) });
  const held = freed.length > 0 ? await tx((shop) => shop.exchange_holds.findMany({ where: { return_id: { in: [...freed] }, state: 'held' }, select: { variant_id: true, quantity: true } })) : [];
  return [...units].flatMap(([variantId, quantity]): ExchangeProblem[] => {
    const variant = nodes.find((node) => node?.__typename === 'ProductVariant' && numericId('ProductVariant', node.id) === variantId);
    if (variant?.__typename !== 'ProductVariant' || !isOffered(variant.product) || variant.requiresComponents || !isOf(variant.product, wanted.filter((row) => row.variantId === variantId))) return [{ variantId, problem: 'unknown', left: 0 }];
    const own = held.filter(({ variant_id }) => variant_id === variantId).reduce((sum, row) => sum + row.quantity, 0);
    const onSale = leftOf(variant);
    const left = onSale === null ? null : onSale + own;
    if ((!variant.availableForSale && own === 0) || left === 0) return [{ variantId, problem: 'sold_out', left: 0 }];
    return left !== null && left < quantity ? [{ variantId, problem: 'not_enough', left }] : [];
  });
}

function isOf(product: { id: string }, wanted: readonly WantedUnits[]): boolean {
  return wanted.every(({ productId }) => productId === undefined || productId === numericId('Product', product.id));
}
