import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll } from 'vitest';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import { reportProblem, type ProblemReport, type Reported } from '#app/modules/problems/index.server.ts';
import { openDatabase } from '#app/platform/db/database.server.ts';
import { createDiskStore } from '#app/platform/files/disk-store.server.ts';
import { createLimits } from '#app/platform/limits/limits.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { fulfillment, line, order } from '../orders/snapshots.ts';
import { openTestShops } from '../outbox/shop-context.ts';

/** Shops with orders of two sent parcels each, and a directory for photos. */
export async function openProblemStage() {
  const { database, databaseUrl, newShop } = await openTestShops();
  const other = openDatabase({ url: databaseUrl, pool: 4, name: 'another process' });
  const directory = await mkdtemp(join(tmpdir(), 'problems-'));
  afterAll(async () => {
    await Promise.all([database.close(), other.close()]);
    await rm(directory, { recursive: true, force: true });
  });
  const files = createDiskStore(directory);
  const needs = { limits: createLimits(database, createLog('silent', 'test')), files, secrets: ['problems-test-secret'] as [string] };
  return {
    database,
    directory,
    files,
    needs,
    newShop,
    /** The same shop as another process sees it. */
    elsewhere: (ctx: ShopContext): ShopContext => ({ ...ctx, tx: (work) => other.shopTransaction(ctx.shop.id, work) }),
    report: (ctx: ShopContext, changes: Partial<ProblemReport> = {}): Promise<Reported> => reportProblem(ctx, report(changes), needs),
    photosOf: async (ctx: ShopContext) => readdir(join(directory, `shops/${ctx.shop.id}/problems`)).catch((): string[] => []),
    jobs: async (ctx: ShopContext) =>
      (await database.pool.query<{ payload: { data: { photoIds: string[] } }; run_at: Date }>(
        `select j.payload, j.run_at from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
          where t.identifier = 'problems.remove-photos' and (j.payload->>'shopId')::int = $1 order by j.id`,
        [ctx.shop.id],
      )).rows,
  };
}

/** Order 5001 with lines 50011 (two pairs) and 50012; the first line in one parcel, the second in another. */
export async function placeOrder(ctx: ShopContext, { id = '5001', email = 'ada@example.com', parcels = 2 }: { id?: string; email?: string | null; parcels?: number } = {}) {
  const lines = [line(`${id}1`), line(`${id}2`, { title: 'Enamel mug', quantity: 1, current_quantity: 1 })];
  const sent = lines.slice(0, parcels).map(({ id: lineId, quantity }, at) => ({
    ...fulfillment({ id: `9${id}${at}`, orderId: id, numbers: [`TRACK-${id}-${at}`] }),
    lines: [{ order_line_id: lineId, quantity }],
  }));
  await ctx.tx((tx) => applyOrders(tx, ctx.shop, [order({ id, facts: { email }, lines, fulfillments: sent })], ctx.clock.now()));
  const rows = await ctx.tx((tx) => tx.shipments.findMany({ where: { order_id: id }, orderBy: { number: 'asc' } }));
  return rows.map((row) => String(row.id));
}

export function report(changes: Partial<ProblemReport> = {}): ProblemReport {
  return {
    orderId: '5001',
    shipmentId: null,
    kind: 'damaged',
    wish: '',
    lines: [{ lineId: '50011', quantity: 1 }],
    words: 'The heel has a hole.',
    photos: [],
    locale: 'en',
    idempotencyKey: randomUUID(),
    visitor: randomUUID(),
    ...changes,
  };
}

export const photo = (color = 'red') => sharp({ create: { width: 60, height: 40, channels: 3, background: color } }).png().toBuffer();
