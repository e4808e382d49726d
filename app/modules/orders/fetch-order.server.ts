import { gid, numericId } from '#app/kernel/ids.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { OrderLinesDocument, OrderOfFulfillmentOrderDocument, SomeOrdersDocument, type WholeOrderFragment } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { applyOrders } from './apply-orders.server.ts';
import { readAdminLine, readAdminOrder } from './read-admin-order.ts';
import type { OrderSnapshot } from './snapshots.ts';

/** Orders asked for in one question: Shopify prices it by what it could bring, and refuses more than 1,000 points. */
const atOnce = 6;

/** Reads one order from Shopify as it stands and applies it, unless what was missing has come by itself. */
export async function fetchOrder(ctx: ShopContext, { orderId }: { orderId: string }): Promise<void> {
  if (await ctx.tx((tx) => needsReading(tx, orderId))) await readOrders(ctx, [orderId]);
}

/** Reads the order that a fulfillment order is part of; one we are not shown changes nothing. */
export async function fetchHeldOrder(ctx: ShopContext, { fulfillmentOrderId }: { fulfillmentOrderId: string }): Promise<void> {
  const { fulfillmentOrder } = await ctx.admin.run(OrderOfFulfillmentOrderDocument, { id: fulfillmentOrderId });
  if (fulfillmentOrder) await readOrders(ctx, [numericId('Order', fulfillmentOrder.orderId)]);
}

/** Reads orders from Shopify as they stand and applies them. What Shopify shows us no more stays as we hold it and is no longer in doubt. */
export async function readOrders(ctx: ShopContext, orderIds: readonly string[]): Promise<void> {
  for (let at = 0; at < orderIds.length; at += atOnce) {
    const asked = orderIds.slice(at, at + atOnce);
    const readAt = ctx.clock.now();
    const { nodes } = await ctx.admin.run(SomeOrdersDocument, { ids: asked.map((id) => gid('Order', id)) });
    const snapshots: OrderSnapshot[] = [];
    for (const node of nodes) if (node?.__typename === 'Order') snapshots.push(await readWholeOrder(ctx, node, readAt));
    const found = new Set(snapshots.map(({ id }) => id));
    await ctx.tx(async (tx) => {
      await applyOrders(tx, ctx.shop, snapshots, ctx.clock.now());
      await tx.orders.updateMany({ where: { id: { in: asked.filter((id) => !found.has(id)) }, stale_since: { not: null } }, data: { stale_since: null } });
    });
  }
}

/** True where an order is unknown, in doubt, or was told only in part: without lines of a fulfillment, or pictures. */
async function needsReading(tx: ShopTx, orderId: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ whole: boolean }[]>(sql`
    select exists (
      select from orders o where o.id = ${orderId} and (o.deleted_at is not null or (o.fingerprint <> '' and o.stale_since is null
        and not exists (select from order_lines l where l.order_id = o.id and l.product_id is not null and l.image_url is null)
        and not exists (select from fulfillments f where f.order_id = o.id
           and (f.fingerprint = '' or not exists (select from fulfillment_lines l where l.fulfillment_id = f.id)))))) as whole`);
  return rows[0]?.whole !== true;
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
