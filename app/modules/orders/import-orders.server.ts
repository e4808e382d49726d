import { print } from 'graphql';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import { bulkOperation, runBulk } from '#app/platform/shopify/bulk.server.ts';
import { AdminApiError, UserErrors } from '#app/platform/shopify/errors.ts';
import { BulkOrdersDocument, BulkParcelsDocument } from '#app/platform/shopify/operations.generated.ts';
import { streamBulkResult } from '#app/platform/shopify/stream-bulk-result.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { applyBulkResult, type BulkSource } from './apply-bulk-result.server.ts';
import { markAllOrdersChanged } from './changed-orders.server.ts';
import { isUnderway, newestImport, type ImportRow } from './import-progress.server.ts';
import { importOrdersJob } from './jobs.ts';
import { beginImport } from './start-import.server.ts';

/** So often we look how far Shopify is; `bulk_operations/finish` usually comes first. */
const pollEvery = 3_000;

/**
 * Takes the import on from wherever it stands: asks Shopify for the next part, looks whether it is ready, reads it. Safe to run
 * at any time and more than once. For a shop installed since the last import it begins a new one.
 */
export async function importOrders(ctx: ShopContext, _payload: object, source: BulkSource = streamBulkResult): Promise<void> {
  const newest = await ctx.tx(newestImport);
  const row = !newest || (newest.state === 'done' && newest.started_at < ctx.shop.installedAt) ? await ctx.tx(beginImport) : newest;
  if (!isUnderway(row)) return;
  try {
    if (row.state === 'requested') await request(ctx, row);
    else if (row.state === 'running') await look(ctx, row, source);
    else await read(ctx, row, source);
  } catch (error) {
    if (!(error instanceof AdminApiError && error.has('ACCESS_DENIED'))) throw error;
    // Trying again does not grant a right: a merchant must, and then ask again.
    await change(ctx, row, { state: 'failed', failure: 'ACCESS_DENIED', finished_at: ctx.clock.now() }, 'never');
  }
}

async function request(ctx: ShopContext, row: ImportRow): Promise<void> {
  await change(ctx, row, { state: 'running', bulk_operation: await gather(ctx, row.part === 'parcels' ? 'parcels' : 'orders') }, 'later');
}

/** Has Shopify gather a part. */
function gather(ctx: ShopContext, part: 'orders' | 'parcels'): Promise<string> {
  return runBulk(ctx, print(part === 'orders' ? BulkOrdersDocument : BulkParcelsDocument));
}

/** The scans are gathered while the orders are read; where Shopify takes no second operation now, they are asked for afterwards. */
async function gatherNext(ctx: ShopContext): Promise<string | null> {
  try {
    return await gather(ctx, 'parcels');
  } catch (error) {
    if (!(error instanceof UserErrors)) throw error;
    return null;
  }
}

async function look(ctx: ShopContext, row: ImportRow, source: BulkSource): Promise<void> {
  const operation = row.bulk_operation === null ? null : await bulkOperation(ctx, row.bulk_operation);
  if (!operation || operation.status === 'EXPIRED') return change(ctx, row, { state: 'requested', bulk_operation: null }, 'now');
  if (operation.status === 'FAILED' || operation.status === 'CANCELED') {
    return change(ctx, row, { state: 'failed', failure: operation.errorCode ?? operation.status, finished_at: ctx.clock.now() }, 'never');
  }
  const roots = Number(operation.rootObjectCount);
  const counted = row.part === 'orders' ? { orders_seen: roots } : {};
  if (operation.status !== 'COMPLETED') return change(ctx, row, counted, 'later');
  const ready = row.part === 'orders' ? { ...counted, orders_total: roots, next_operation: await gatherNext(ctx) } : {};
  await change(ctx, row, { ...ready, state: 'downloading', result_url: operation.url }, 'never');
  const begun = await ctx.tx(newestImport);
  if (begun) await read(ctx, begun, source);
}

async function read(ctx: ShopContext, row: ImportRow, source: BulkSource): Promise<void> {
  // A result without a single row has no file.
  if (row.result_url !== null) await applyBulkResult(ctx, row, source(row.result_url, { fromByte: Number(row.byte_offset) }));
  if (row.part !== 'orders') {
    await ctx.tx(markAllOrdersChanged);
    return change(ctx, row, { state: 'done', finished_at: ctx.clock.now() }, 'never');
  }
  const state = row.next_operation === null ? 'requested' : 'running';
  await change(ctx, row, { part: 'parcels', state, bulk_operation: row.next_operation, next_operation: null, result_url: null, byte_offset: 0n }, 'now');
}

type Changes = Partial<Pick<ImportRow, 'state' | 'part' | 'bulk_operation' | 'next_operation' | 'result_url' | 'byte_offset' | 'orders_total' | 'orders_seen' | 'failure' | 'finished_at'>>;

/** Writes a step, tells open screens, and says when to go on. */
async function change(ctx: ShopContext, row: ImportRow, changes: Changes, goOn: 'now' | 'later' | 'never'): Promise<void> {
  const now = ctx.clock.now();
  await ctx.tx(async (tx) => {
    await tx.imports.update({ where: { shop_id_id: { shop_id: row.shop_id, id: row.id } }, data: { ...changes, updated_at: now } });
    await announce(tx, 'import');
    if (goOn !== 'never') await enqueue(tx, importOrdersJob, {}, { key: importOrdersJob.name, runAt: goOn === 'now' ? now : new Date(now.getTime() + pollEvery) });
  });
}
