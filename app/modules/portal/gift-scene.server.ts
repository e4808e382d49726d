import { costsNothing, exchangeChoices, type ExchangeProduct, type ReturnableLine, type ReturnableOrder } from '#app/modules/returns/index.server.ts';
import type { Holder } from './portal-needs.ts';
import type { Scene } from './steps.ts';
import { freeWays } from './ways-to-go.server.ts';

/** An order as the recipient of a gift sees it: without prices, without its customer, with what recipients asked for alone. */
export async function giftScene(holder: Holder, order: ReturnableOrder): Promise<Pick<Scene, 'order' | 'gift'>> {
  const even = new Map<string, ExchangeProduct>();
  const goesBack = (await freeWays(holder, order.locale)).length > 0;
  for (const line of goesBack ? order.lines : []) {
    const product = await evenFor(holder, line);
    if (product) even.set(line.lineId, product);
  }
  return {
    order: { ...order, customerId: null, lines: order.lines.map((line) => ({ ...line, price: 0 })), requests: order.requests.filter(({ source }) => source === 'gift') },
    gift: { even },
  };
}

/** Other forms of the same at the price that was paid; null where none is to be had, or something would have to be paid for it. */
async function evenFor({ proxy: { ctx }, orderId }: Holder, { why, productId, variantId, price, decision }: ReturnableLine): Promise<ExchangeProduct | null> {
  if (why !== null || productId === null || !costsNothing(decision?.offers.exchange ?? null)) return null;
  const product = await exchangeChoices(ctx, { orderId, productId });
  const variants = product?.variants.filter((variant) => variant.variantId !== variantId && variant.price === price) ?? [];
  if (!product || variants.every(({ stock }) => stock === 'sold_out')) return null;
  return { ...product, variants: variants.map((variant) => ({ ...variant, price: null })) };
}
