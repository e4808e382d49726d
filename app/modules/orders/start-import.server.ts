import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { isUnderway, newestImport, toProgress, type ImportRow } from './import-progress.server.ts';
import { importOrdersJob } from './jobs.ts';
import type { ImportProgress } from './views.ts';

/** Asks for the order history; an import that is under way is answered instead of a second one. */
export async function startImport(ctx: ShopContext): Promise<ImportProgress> {
  return toProgress(await ctx.tx(beginImport));
}

/** Takes a failed import up where it stopped; anything else is left as it is. */
export async function retryImport(ctx: ShopContext): Promise<ImportProgress> {
  const row = await ctx.tx(async (tx) => {
    await oneAtATime(tx);
    const newest = await newestImport(tx);
    if (newest?.state !== 'failed') return newest ?? beginImport(tx);
    // Its result may be gone by now: it is asked for anew, and what was applied before is recognised.
    const again = { state: 'requested', bulk_operation: null, next_operation: null, result_url: null, byte_offset: 0n, orders_applied: 0, failure: null, finished_at: null, updated_at: ctx.clock.now() };
    const retried = await tx.imports.update({ where: { shop_id_id: { shop_id: newest.shop_id, id: newest.id } }, data: again });
    await wake(tx);
    return retried;
  });
  return toProgress(row);
}

/** The import that is under way, or a new one with its job. */
export async function beginImport(tx: ShopTx): Promise<ImportRow> {
  await oneAtATime(tx);
  const newest = await newestImport(tx);
  if (newest && isUnderway(newest)) return newest;
  const row = await tx.imports.create({ data: {} });
  await wake(tx);
  return row;
}

async function wake(tx: ShopTx): Promise<void> {
  await enqueue(tx, importOrdersJob, {}, { key: importOrdersJob.name });
  await announce(tx, 'import');
}

async function oneAtATime(tx: ShopTx): Promise<void> {
  await tx.$queryRaw(sql`select pg_advisory_xact_lock(hashtext('orders.import'), app.shop_id())::text`);
}
