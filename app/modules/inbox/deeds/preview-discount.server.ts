import { randomUUID } from 'node:crypto';
import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { discountScope } from './discount-chain.server.ts';
import { countedOf, discountOf, discountSentence, isWish, ordererOf, type DiscountWish, type Orderer } from './discount-wish.server.ts';
import { moneyRights, type MoneyRights } from './money-rights.server.ts';
import type { OrderClick } from './tag-order.server.ts';

/** What a code would mean, before anybody clicks. */
export interface DiscountPreview {
  key: string;
  /** What was asked about. */
  wish: DiscountWish;
  currency: string;
  hasCustomer: boolean;
  /** Whether the shop lets us make codes; it is asked where it does not yet. */
  isAllowed: boolean;
  /** Which scope it is asked for. */
  scope: string;
  /** What it can be of. */
  ways: Orderer['ways'];
  /** What of it counts as goodwill; null where nothing is chosen. */
  counted: number | null;
  rights: MoneyRights;
  sentence: string | null;
}

/** Shows the code that a click would make, what it counts, and what may be said of it. Makes nothing. */
export async function previewDiscount(ctx: ShopContext, { ticketId, orderId, by, ...wish }: Pick<OrderClick, 'by' | 'orderId' | 'ticketId'> & DiscountWish): Promise<DiscountPreview> {
  const { orderer, rights } = await ctx.tx(async (tx) => ({ orderer: await ordererOf(tx, orderId), rights: await moneyRights(tx, { orderId, staffId: by }) }));
  if (!orderer) throw notFound('order');
  const key = randomUUID();
  const counted = isWish(wish) ? countedOf(wish, orderer) : null;
  const discount = counted !== null && orderer.customerId ? discountOf(ctx, { key, wish, customerId: orderer.customerId, now: ctx.clock.now() }) : null;
  return {
    key,
    wish,
    currency: orderer.currency,
    hasCustomer: orderer.customerId !== null,
    isAllowed: ctx.shop.scopes.includes(discountScope),
    scope: discountScope,
    ways: orderer.ways,
    counted,
    rights,
    sentence: discount && (await discountSentence(ctx, { ticketId, orderId, discount })),
  };
}
