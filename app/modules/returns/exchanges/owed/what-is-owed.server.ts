import { gid } from '#app/kernel/ids.ts';
import { parseMoney } from '#app/kernel/money.ts';
import { OrderOwedDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { shortlyRemembered } from '../choices/shortly-remembered.ts';
import type { Owed } from './owed.ts';

const seen = shortlyRemembered<Owed | null>(2_000);

/** What is owed for an order right now; null where nothing is. */
export async function owedNow({ admin }: Pick<ShopContext, 'admin'>, orderId: string): Promise<Owed | null> {
  const { order } = await admin.run(OrderOwedDocument, { id: gid('Order', orderId) });
  if (!order || order.cancelledAt) return null;
  const { amount, currencyCode } = order.totalOutstandingSet.presentmentMoney;
  const owed = parseMoney(amount, currencyCode);
  return owed.minor > 0 ? { amount: owed, payUrl: order.paymentCollectionDetails.additionalPaymentCollectionUrl ?? null } : null;
}

/** The same for pages of customers: at most a minute old, and null where Shopify does not answer. */
export async function whatIsOwed(ctx: ShopContext, orderId: string): Promise<Owed | null> {
  try {
    return await seen(`${ctx.shop.id}:${orderId}`, ctx.clock.now(), () => owedNow(ctx, orderId));
  } catch (error) {
    ctx.log.warn({ error, orderId }, 'what is owed was not read');
    return null;
  }
}
