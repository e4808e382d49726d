import { after, day, hour, minute } from '#app/kernel/time.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { ChangedOrdersDocument, type ChangedOrdersQuery } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { applyOrders } from './apply-orders.server.ts';
import { fetchOrder, readWholeOrder } from './fetch-order.server.ts';
import { isUnderway, newestImport } from './import-progress.server.ts';
import { importOrdersJob } from './jobs.ts';
import type { OrderSnapshot } from './snapshots.ts';

const cursor = 'orders';
/** Orders read at once: few enough for one question's price. */
const pageSize = 10;
/** Read twice: Shopify's index may lag behind its own clock. */
const overlap = 3 * minute;
const doubtfulAtOnce = 50;
/** An import that was not heard of for so long lost its worker. */
const importIsStuck = 2 * minute;

/** Reads every order that changed at Shopify since the last time, and those in doubt: what no webhook brought arrives here. */
export async function reconcileOrders(ctx: ShopContext): Promise<void> {
  const began = ctx.clock.now();
  const held = await ctx.tx((tx) => tx.sync_cursors.findFirst({ where: { name: cursor } }));
  const since = after(held?.reached_at ?? after(ctx.shop.installedAt, -hour), -overlap);
  await readChanged(ctx, since);
  await reach(ctx, began);
  await settleDoubts(ctx);
  await wakeImport(ctx);
}

async function readChanged(ctx: ShopContext, since: Date): Promise<void> {
  const query = `updated_at:>='${since.toISOString()}'`;
  for (let page: string | null = null, more = true; more; ) {
    const readAt = ctx.clock.now();
    const { orders }: ChangedOrdersQuery = await ctx.admin.run(ChangedOrdersDocument, { query, first: pageSize, after: page });
    const snapshots: OrderSnapshot[] = [];
    for (const order of orders.nodes) snapshots.push(await readWholeOrder(ctx, order, readAt));
    await ctx.tx((tx) => applyOrders(tx, ctx.shop, snapshots, ctx.clock.now()));
    const last = snapshots.at(-1);
    // They come in the order they changed: up to here nothing is left to read.
    if (last) await reach(ctx, new Date(last.updatedAt));
    more = orders.pageInfo.hasNextPage;
    page = orders.pageInfo.endCursor;
  }
}

function reach(ctx: ShopContext, at: Date): Promise<unknown> {
  const times = { reached_at: at, ran_at: ctx.clock.now() };
  return ctx.tx((tx) => tx.sync_cursors.upsert({ where: { shop_id_name: { shop_id: ctx.shop.id, name: cursor } }, create: { name: cursor, ...times }, update: times }));
}

async function settleDoubts(ctx: ShopContext): Promise<void> {
  // An order that was only heard of, and that Shopify does not show us, is asked for on its first day only.
  const heardOf = { fingerprint: '', deleted_at: null, updated_at: { gt: after(ctx.clock.now(), -day) } };
  const doubtful = await ctx.tx((tx) =>
    tx.orders.findMany({ where: { OR: [{ stale_since: { not: null } }, heardOf] }, orderBy: { processed_at: 'desc' }, take: doubtfulAtOnce, select: { id: true } }),
  );
  for (const { id } of doubtful) await fetchOrder(ctx, { orderId: id });
}

async function wakeImport(ctx: ShopContext): Promise<void> {
  await ctx.tx(async (tx) => {
    const row = await newestImport(tx);
    const stuck = row && isUnderway(row) && ctx.clock.now().getTime() - row.updated_at.getTime() > importIsStuck;
    if (stuck) await enqueue(tx, importOrdersJob, {}, { key: importOrdersJob.name });
  });
}
