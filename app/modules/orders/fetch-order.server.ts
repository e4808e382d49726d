import { gid } from '#app/kernel/ids.ts';
import { OneOrderDocument, OrderLinesDocument, type WholeOrderFragment } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { applyOrders } from './apply-orders.server.ts';
import { readAdminLine, readAdminOrder } from './read-admin-order.ts';
import type { OrderSnapshot } from './snapshots.ts';

/** Reads one order from Shopify as it stands and applies it. Where Shopify shows it to us no more, what we hold stays and is no longer in doubt. */
export async function fetchOrder(ctx: ShopContext, { orderId }: { orderId: string }): Promise<void> {
  const readAt = ctx.clock.now();
  const { order } = await ctx.admin.run(OneOrderDocument, { id: gid('Order', orderId) });
  if (!order) {
    await ctx.tx((tx) => tx.orders.updateMany({ where: { id: orderId }, data: { stale_since: null } }));
    return;
  }
  const snapshot = await readWholeOrder(ctx, order, readAt);
  await ctx.tx((tx) => applyOrders(tx, ctx.shop, [snapshot], ctx.clock.now()));
}

/** The normal form of an order that was read by a question asked at `readAt`, with the lines beyond the first page. */
export async function readWholeOrder(ctx: ShopContext, order: WholeOrderFragment, readAt: Date): Promise<OrderSnapshot> {
  const snapshot = readAdminOrder(order, readAt);
  const lines = [...(snapshot.lines ?? [])];
  let page = order.lineItems.pageInfo;
  while (page.hasNextPage) {
    const answer = await ctx.admin.run(OrderLinesDocument, { id: order.id, after: page.endCursor });
    if (!answer.order) break;
    for (const line of answer.order.lineItems.nodes) lines.push(readAdminLine(line, lines.length));
    page = answer.order.lineItems.pageInfo;
  }
  return { ...snapshot, lines };
}
