import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { returnViews } from './return-views.server.ts';
import type { ReturnView } from './views.ts';

/** The returns of an order, oldest first. */
export function orderReturns(ctx: ShopContext, orderId: string): Promise<ReturnView[]> {
  return ctx.tx((tx) => returnViews(tx, { order_id: orderId }));
}
