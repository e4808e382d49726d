import { numericId } from '#app/kernel/ids.ts';
import { after, day, hour, minute } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { ChangedOrdersDocument, type ChangedOrdersQuery } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readOrders } from './fetch-order.server.ts';
import { isUnderway, newestImport } from './import-progress.server.ts';
import { importOrdersJob } from './jobs.ts';
import { returnWord } from './normal-words.ts';

const cursor = 'orders';
/** Read twice: Shopify's index may lag behind its own clock. */
const overlap = 3 * minute;
const doubtfulAtOnce = 50;
/** An import that was not heard of for so long lost its worker. */
const importIsStuck = 2 * minute;

/**
 * Reads every order that changed at Shopify since the last time, and those in doubt: what no webhook brought arrives here. An import under way
 * reads them all anyway; what it came too early for is found when it is over.
 */
export async function reconcileOrders(ctx: ShopContext): Promise<void> {
  if (await importGoesOn(ctx)) return;
  const began = ctx.clock.now();
  const held = await ctx.tx((tx) => tx.sync_cursors.findFirst({ where: { name: cursor } }));
  const since = after(held?.reached_at ?? after(ctx.shop.installedAt, -hour), -overlap);
  await readChanged(ctx, since);
  await reach(ctx, began);
  await settleDoubts(ctx);
}

/** Asks what changed, which costs little, and reads only what no webhook brought: the order as a whole costs a hundred times as much. */
async function readChanged(ctx: ShopContext, since: Date): Promise<void> {
  const query = `updated_at:>='${since.toISOString()}'`;
  for (let page: string | null = null, more = true; more; ) {
    const { orders }: ChangedOrdersQuery = await ctx.admin.run(ChangedOrdersDocument, { query, after: page });
    const changed = orders.nodes.map(({ id, updatedAt, returnStatus }) => ({ id: numericId('Order', id), updated_at: updatedAt, return_status: returnWord(returnStatus) }));
    await readOrders(ctx, await ctx.tx((tx) => notHeld(tx, changed)));
    const last = changed.at(-1);
    // They come in the order they changed: up to here nothing is left to read.
    if (last) await reach(ctx, new Date(last.updated_at));
    more = orders.pageInfo.hasNextPage;
    page = orders.pageInfo.endCursor;
  }
}

/** Those we do not hold in this very state, or hold from webhooks alone, which bring no pictures and do not say how returns stand. */
async function notHeld(tx: ShopTx, changed: readonly { id: string; updated_at: string; return_status: string }[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>(sql`
    select c.id from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as c(id text, updated_at timestamptz, return_status text)
     where not exists (select from orders o where o.id = c.id and o.updated_at >= c.updated_at and o.fingerprint <> '' and o.stale_since is null and o.return_status is not distinct from c.return_status
                          and not exists (select from fulfillments f where f.order_id = o.id and f.fingerprint = '')
                          and not exists (select from order_lines l where l.order_id = o.id and l.product_id is not null and l.image_url is null))`);
  return rows.map(({ id }) => id);
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
  await readOrders(ctx, doubtful.map(({ id }) => id));
}

/** Whether an import is under way; one that lost its worker is taken up again. */
async function importGoesOn(ctx: ShopContext): Promise<boolean> {
  return ctx.tx(async (tx) => {
    const row = await newestImport(tx);
    if (!row || !isUnderway(row)) return false;
    const stuck = ctx.clock.now().getTime() - row.updated_at.getTime() > importIsStuck;
    if (stuck) await enqueue(tx, importOrdersJob, {}, { key: importOrdersJob.name });
    return true;
  });
}
