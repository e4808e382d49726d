import { gid, numericId } from '#app/kernel/ids.ts';
import { after, minute, second } from '#app/kernel/time.ts';
import { fetchOrder } from '#app/modules/orders/index.server.ts';
import { ShopAccessLost } from '#app/platform/shopify/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { OrderOfReturnDocument, OrderOfReverseFulfillmentOrderDocument, OrderReturnsDocument, type OrderReturnsQuery } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { keepReturns } from './keep-returns.server.ts';
import { mayReadReturns } from './may-read-returns.ts';
import { readAdminReturn } from './read-admin-return.ts';
import type { OrderReading, ReturnReading } from './reading.ts';
import type { DoneByStaff } from './steps.ts';
import { goOnReading, wantReturns } from './want-returns.server.ts';

/** Orders read before others get their turn at Shopify: a shop's history of returns must not use up what a page needs. */
const atOnce = 20;
const pause = 10 * second;
const pauseAfterFailure = 5 * minute;

/** Reads what is to be read, newest wish first: what somebody just did goes before history. */
export async function readReturns(ctx: ShopContext): Promise<void> {
  if (!mayReadReturns(ctx.shop)) return;
  const wanted = await ctx.tx((tx) => wantedOrders(tx, atOnce));
  let failed = 0;
  for (const orderId of wanted) {
    try {
      await readReturnsOf(ctx, orderId);
    } catch (error) {
      if (error instanceof ShopAccessLost) throw error;
      // One order that cannot be read holds up no other: it goes to the end.
      failed += 1;
      ctx.log.warn({ error, orderId }, 'the returns of an order could not be read');
      await ctx.tx((tx) => tx.return_readings.updateMany({ where: { order_id: orderId }, data: { wanted_at: new Date(0) } }));
    }
  }
  const next = after(ctx.clock.now(), failed > 0 ? pauseAfterFailure : pause);
  if (failed > 0 || wanted.length === atOnce) await ctx.tx((tx) => goOnReading(tx, next));
}

/** Reads the returns of one order as they stand now. What Shopify shows us no more stays as we hold it. */
export async function readReturnsOf(ctx: ShopContext, orderId: string, done: DoneByStaff | null = null): Promise<void> {
  const reading = await askForReturns(ctx, orderId);
  if (!reading) return ctx.tx((tx) => noLongerWanted(tx, orderId, ctx.clock.now()));
  const keep = () => ctx.tx((tx) => keepReturns(tx, ctx.shop, reading, done));
  if ((await keep()) !== 'unknown order') return;
  await fetchOrder(ctx, { orderId });
  if ((await keep()) === 'unknown order') await ctx.tx((tx) => noLongerWanted(tx, orderId, ctx.clock.now()));
}

/** Finds the order that a return or a reverse fulfillment order is of, and asks for its returns. */
export async function locateReturn(ctx: ShopContext, named: { returnId: string } | { workId: string }): Promise<void> {
  if (!mayReadReturns(ctx.shop)) return;
  const order =
    'returnId' in named
      ? (await ctx.admin.run(OrderOfReturnDocument, { id: gid('Return', named.returnId) })).return?.order
      : (await ctx.admin.run(OrderOfReverseFulfillmentOrderDocument, { id: gid('ReverseFulfillmentOrder', named.workId) })).reverseFulfillmentOrder?.order;
  if (order) await ctx.tx((tx) => wantReturns(tx, [numericId('Order', order.id)], ctx.clock.now()));
}

async function askForReturns(ctx: ShopContext, orderId: string): Promise<OrderReading | null> {
  const readAt = ctx.clock.now();
  const returns: ReturnReading[] = [];
  for (let after: string | null = null; ; ) {
    const { order }: OrderReturnsQuery = await ctx.admin.run(OrderReturnsDocument, { id: gid('Order', orderId), after });
    if (!order) return null;
    returns.push(...order.returns.nodes.map((told) => readAdminReturn(told, orderId)));
    if (!order.returns.pageInfo.hasNextPage) return { orderId, orderUpdatedAt: new Date(order.updatedAt), readAt, returns };
    after = order.returns.pageInfo.endCursor;
  }
}

async function wantedOrders(tx: ShopTx, most: number): Promise<string[]> {
  const rows = await tx.return_readings.findMany({ where: { wanted_at: { not: null } }, orderBy: { wanted_at: 'desc' }, take: most, select: { order_id: true } });
  return rows.map(({ order_id }) => order_id);
}

async function noLongerWanted(tx: ShopTx, orderId: string, now: Date): Promise<void> {
  await tx.return_readings.updateMany({ where: { order_id: orderId }, data: { wanted_at: null, read_at: now } });
}
