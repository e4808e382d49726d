import { notFound } from '#app/kernel/errors.ts';
import { gid, numericId } from '#app/kernel/ids.ts';
import { ExchangeProductDocument, ExchangeProductsDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { ExchangeProduct, FoundProducts } from './choice.ts';
import { exchangePrices } from './exchange-prices.server.ts';
import { isOffered, pictureOf, readVariant } from './read-variant.ts';
import { shortlyRemembered } from './shortly-remembered.ts';

const seen = shortlyRemembered<ExchangeProduct | null>(2_000);
const found = shortlyRemembered<FoundProducts>(1_000);

/** The longest words that are looked for. */
const longestWords = 80;

/**
 * All forms of a product that something of this order may be exchanged for, with price and stock as they were within the last minute; null
 * where the shop does not sell it. What is chosen is asked for anew when it is confirmed.
 */
export function exchangeChoices(ctx: ShopContext, { orderId, productId }: { orderId: string; productId: string }): Promise<ExchangeProduct | null> {
  return seen(`${ctx.shop.id}:${orderId}:${productId}`, ctx.clock.now(), async () => {
    const currency = await currencyOf(ctx, orderId);
    const { product } = await ctx.admin.run(ExchangeProductDocument, { id: gid('Product', productId) });
    if (!product || !isOffered(product)) return null;
    const prices = await exchangePrices(ctx.admin, orderId, product.variants.nodes.map(({ id }) => numericId('ProductVariant', id)));
    const variants = product.variants.nodes.flatMap((variant) => readVariant(variant, prices));
    return { productId, title: product.title, image: pictureOf(product), currency, options: product.options.map(({ name }) => name).filter(() => variants.length > 1), variants };
  });
}

/** Products of the shop by words of theirs, a few at a time: those that are on sale and may go out now. */
export function findExchanges(ctx: ShopContext, { orderId, words, after }: { orderId: string; words: string; after: string | null }): Promise<FoundProducts> {
  const query = queryOf(words);
  return found(`${ctx.shop.id}:${orderId}:${after ?? ''}:${query}`, ctx.clock.now(), async () => {
    const currency = await currencyOf(ctx, orderId);
    const { products } = await ctx.admin.run(ExchangeProductsDocument, { query, after });
    const offered = products.nodes.filter(isOffered).flatMap((product) => {
      const sellable = product.variants.nodes.filter(({ availableForSale, requiresComponents }) => availableForSale && !requiresComponents);
      const [cheapest] = sellable.sort((a, b) => Number(a.price) - Number(b.price));
      return cheapest ? [{ product, variantId: numericId('ProductVariant', cheapest.id) }] : [];
    });
    const prices = await exchangePrices(ctx.admin, orderId, offered.map(({ variantId }) => variantId));
    return {
      products: offered.map(({ product, variantId }) => ({ productId: numericId('Product', product.id), title: product.title, image: pictureOf(product), currency, from: prices.get(variantId) ?? null })),
      next: products.pageInfo.hasNextPage ? (products.pageInfo.endCursor ?? null) : null,
    };
  });
}

/** Beginnings of words, in lower case: what a customer writes is never read as a search of Shopify's own. */
function queryOf(words: string): string {
  const wanted = words.slice(0, longestWords).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return ['status:active', 'published_status:published', ...wanted.map((word) => `${word}*`)].join(' AND ');
}

async function currencyOf(ctx: ShopContext, orderId: string): Promise<string> {
  const order = await ctx.tx((tx) => tx.orders.findFirst({ where: { id: orderId }, select: { presentment_currency: true } }));
  if (!order) throw notFound('order');
  return order.presentment_currency;
}
