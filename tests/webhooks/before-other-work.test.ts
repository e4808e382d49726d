import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchOrderJob } from '#app/modules/orders/index.server.ts';
import { systemClock } from '#app/platform/clock/clock.ts';
import { openDatabase, type Database } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { bind, startWorker } from '#app/platform/jobs/worker.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { createMetrics } from '#app/platform/metrics/metrics.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { createReceiptWriter } from '#app/platform/webhooks/receipt-writer.server.ts';
import { drainReceiptsJob } from '#app/platform/webhooks/webhook-jobs.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';

const log = createLog('silent', 'test');
let url: string;
let database: Database;
let shops: number[];

beforeAll(async () => {
  url = await freshDatabase();
  database = openDatabase({ url, pool: 6, name: 'test' });
  shops = [];
  for (const name of 'abcd') shops.push((await database.platform.shops.create({ data: { domain: `${name}.myshopify.com` } })).id);
});
beforeEach(() => database.pool.query('delete from graphile_worker._private_jobs; delete from graphile_worker._private_job_queues'));
afterAll(() => database.close());

/** One webhook of the first shop, stored as the door stores it. */
async function receive(): Promise<void> {
  const writer = createReceiptWriter({ database, clock: systemClock, log });
  await writer.store({ shopDomain: 'a.myshopify.com', webhookId: randomUUID(), eventId: null, topic: 'orders/updated', apiVersion: null, triggeredAt: null, body: '{}' });
}

/** Orders of a shop that have been due for a minute. */
async function ordersToRead(shop: number, count: number): Promise<void> {
  const due = new Date(Date.now() - 60_000);
  await database.shopTransaction(shop, async (tx) => {
    for (let order = 0; order < count; order += 1) await enqueue(tx, fetchOrderJob, { orderId: String(order) }, { key: `${fetchOrderJob.name}:${order}`, runAt: due });
  });
}

/** Works with stand-ins for reading an order and for applying webhooks until the latter happened, or five seconds passed. */
async function work({ concurrency, readOrder }: { concurrency: number; readOrder(): Promise<void> }): Promise<{ readings: number; applied: boolean; stop(): Promise<void> }> {
  let [readings, applied] = [0, false];
  const worker = await startWorker({
    database,
    databaseUrl: url,
    jobs: [
      bind(fetchOrderJob, () => {
        if (!applied) readings += 1;
        return readOrder();
      }),
      bind(drainReceiptsJob, async () => {
        applied = true;
      }),
    ],
    ticks: [],
    concurrency,
    contextOf: async (id) => ({ shop: { id }, log, clock: systemClock }) as unknown as ShopContext,
    isParked: () => false,
    log,
    metrics: createMetrics(),
  });
  for (let waited = 0; !applied && waited < 5_000; waited += 20) await sleep(20);
  return { readings, applied, stop: () => worker.stop() };
}

describe('webhooks to apply', () => {
  it('find a worker free while a shop has hundreds of orders to read from Shopify', async () => {
    await ordersToRead(shops[0] ?? 0, 20);
    const answer = Promise.withResolvers<void>();
    let asked = false;
    const working = await work({
      concurrency: 2,
      async readOrder() {
        if (!asked) await receive();
        asked = true;
        await answer.promise;
      },
    });
    answer.resolve();
    await working.stop();
    expect(working).toMatchObject({ applied: true, readings: 1 });
  });

  it('go before the orders that other shops have been waiting to read', async () => {
    for (const shop of shops) await ordersToRead(shop, 5);
    let asked = false;
    const working = await work({
      concurrency: 1,
      async readOrder() {
        if (!asked) await receive();
        asked = true;
      },
    });
    await working.stop();
    expect(working).toMatchObject({ applied: true, readings: 1 });
  });
});
