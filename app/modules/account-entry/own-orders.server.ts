import { after } from '#app/kernel/time.ts';
import { fullKeyLife, orderKey } from '#app/modules/access/index.server.ts';
import { ordersOfCustomer, type CustomersOrder } from '#app/modules/orders/index.server.ts';
import { storiesOfOrders } from '#app/modules/parcels/index.server.ts';
import { portalIsOpen } from '#app/modules/returns/index.server.ts';
import { orderState, type OrderState } from '#app/modules/tracking/index.server.ts';
import { mayReturn } from './may-return.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** As many orders as a page lists. */
const most = 10;

export interface OwnOrder extends CustomersOrder {
  state: OrderState;
  /** Opens everything of this order: being signed in proves as much as a code by mail, and for as long. */
  proof: string;
  /** Something of it left, and the shop takes returns by its portal. */
  mayReturn: boolean;
}

export interface OwnOrders {
  orders: OwnOrder[];
  /** The order the next page begins behind; null where there is none. */
  next: string | null;
}

/** The orders of a signed-in customer of this shop, and no one else's. */
export async function ownOrders(ctx: ShopContext, { customerId, before }: { customerId: string; before: string | null }, secret: string): Promise<OwnOrders> {
  const now = ctx.clock.now();
  return ctx.tx(async (tx) => {
    const { orders, next } = await ordersOfCustomer(tx, customerId, { before, most });
    const stories = await storiesOfOrders(tx, orders.map(({ order }) => order.id), now);
    const open = await portalIsOpen(tx);
    const own = orders.map(({ order, lines }) => {
      const counted = (stories.get(order.id) ?? []).filter(({ withdrawn }) => !withdrawn);
      return {
        order,
        lines,
        state: orderState({ order, lines }, counted),
        proof: orderKey(ctx.shop, { orderId: order.id, purpose: 'full', expiresAt: after(now, fullKeyLife) }, secret),
        mayReturn: open && mayReturn({ order, lines }),
      };
    });
    return { orders: own, next };
  });
}
