import { after } from '#app/kernel/time.ts';
import { orderLink } from '#app/modules/access/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { theApp } from './app.server.ts';
import { linkLife } from './in-full.server.ts';

/** The signed address of an order's tracking page, as mails carry it. */
export function customerLink(ctx: Pick<ShopContext, 'shop' | 'clock'>, orderId: string): string {
  return orderLink(ctx.shop, orderId, { purpose: 'order', expiresAt: after(ctx.clock.now(), linkLife) }, theApp().config.shopify.apiSecret);
}
