import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { systemClock } from '../../app/platform/clock/clock.ts';
import { openDatabase, type Database } from '../../app/platform/db/database.server.ts';
import { refuseInsideTransaction } from '../../app/platform/db/open-transaction.server.ts';
import { cancelJob, cancelJobs, defineJob, enqueue, enqueueAll, takeAlong } from '../../app/platform/jobs/job.server.ts';
import { holdLease } from '../../app/platform/jobs/worker-lease.server.ts';
import { bind, startWorker } from '../../app/platform/jobs/worker.server.ts';
import { createLog } from '../../app/platform/log/log.server.ts';
import { createMetrics } from '../../app/platform/metrics/metrics.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { freshDatabase } from '../harness/fresh-database.ts';

const log = createLog('silent', 'test');
const greet = defineJob({ name: 'test.greet', payload: z.object({ name: z.string() }), line: 'greetings' });
let url: string;
let database: Database;
let shop: number;

const waiting = async () =>
  (await database.pool.query<{ key: string | null; queue: string | null; payload: unknown }>(
    `select j.key, q.queue_name as queue, j.payload from graphile_worker._private_jobs j
       left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by j.id`,
  )).rows;

beforeAll(async () => {
  url = await freshDatabase();
  database = openDatabase({ url, pool: 6, name: 'test' });
  shop = (await database.platform.shops.create({ data: { domain: 'a.myshopify.com' } })).id;
});
beforeEach(() => database.pool.query('delete from graphile_worker._private_jobs; delete from graphile_worker._private_job_queues'));
afterAll(() => database.close());

describe('a job', () => {
  it('exists exactly if the transaction that wrote it commits', async () => {
    await expect(
      database.shopTransaction(shop, async (tx) => {
        await enqueue(tx, greet, { name: 'Ada' });
        throw new Error('no');
      }),
    ).rejects.toThrow('no');
    expect(await waiting()).toEqual([]);
  });

  it('is stamped with the shop of its transaction and stands in that shop\'s line', async () => {
    await database.shopTransaction(shop, (tx) => enqueue(tx, greet, { name: 'Ada' }));
    expect(await waiting()).toEqual([{ key: null, queue: `${shop}:greetings`, payload: { shopId: shop, data: { name: 'Ada' } } }]);
  });

  it('replaces the one of its key that waits, and can be taken back', async () => {
    await database.shopTransaction(shop, async (tx) => {
      await enqueue(tx, greet, { name: 'Ada' }, { key: 'g' });
      await enqueue(tx, greet, { name: 'Grace' }, { key: 'g' });
    });
    expect(await waiting()).toMatchObject([{ key: `${shop}:g`, payload: { data: { name: 'Grace' } } }]);
    await database.shopTransaction(shop, (tx) => cancelJob(tx, 'g'));
    expect(await waiting()).toEqual([]);
  });

  it('is written with many others and taken back with them, each under its own key', async () => {
    await database.shopTransaction(shop, async (tx) => {
      await enqueue(tx, greet, { name: 'Ada' }, { key: 'b' });
      await enqueueAll(tx, greet, ['a', 'b', 'c'].map((key) => ({ key, payload: { name: `Grace ${key}` } })));
    });
    const sorted = async () => (await waiting()).map(({ key, queue, payload }) => [key, queue, payload]).sort();
    expect(await sorted()).toEqual(
      ['a', 'b', 'c'].map((key) => [`${shop}:${key}`, `${shop}:greetings`, { shopId: shop, data: { name: `Grace ${key}` } }]),
    );
    await database.pool.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'worker' where key = $1`, [`${shop}:c`]);
    await database.shopTransaction(shop, (tx) => cancelJobs(tx, ['b', 'c', 'nobody']));
    expect((await sorted()).map(([key]) => key)).toEqual([`${shop}:a`, `${shop}:c`]);
  });

  it('is done with others of its kind and shop exactly if their transaction commits; what was tried before or stands in a line is not', async () => {
    const wave = defineJob({ name: 'test.wave', payload: z.object({ name: z.string() }) });
    const other = (await database.platform.shops.create({ data: { domain: 'c.myshopify.com' } })).id;
    await database.shopTransaction(other, (tx) => enqueue(tx, wave, { name: 'elsewhere' }));
    await database.shopTransaction(shop, async (tx) => {
      await enqueue(tx, greet, { name: 'in line' });
      await enqueueAll(tx, wave, ['a', 'b', 'tried'].map((name) => ({ key: name, payload: { name } })));
      await enqueue(tx, wave, { name: 'later' }, { runAt: new Date(Date.now() + 60_000) });
    });
    await database.pool.query('update graphile_worker._private_jobs set attempts = 1 where key = $1', [`${shop}:tried`]);
    const failing = database.shopTransaction(shop, async (tx) => {
      expect(await takeAlong(tx, wave, 5)).toHaveLength(2);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    const taken = await database.shopTransaction(shop, async (tx) => [...(await takeAlong(tx, wave, 1)), ...(await takeAlong(tx, wave, 5)), ...(await takeAlong(tx, greet, 5))]);
    expect(taken.map(({ name }) => name).sort()).toEqual(['a', 'b']);
    expect(await waiting()).toHaveLength(4);
  });

  it('is written with others by many at once though their keys come in different orders', async () => {
    const works = Array.from({ length: 40 }, (_, at) => ({ key: `k${at}`, payload: { name: 'Ada' } }));
    const bursts = Array.from({ length: 6 }, (_, at) => database.shopTransaction(shop, (tx) => enqueueAll(tx, greet, at % 2 ? works : works.toReversed())));
    await Promise.all(bursts);
    expect(await waiting()).toHaveLength(works.length);
  });

  it('is refused with a payload that does not fit', async () => {
    const wrong = { name: 7 } as unknown as { name: string };
    await expect(database.shopTransaction(shop, (tx) => enqueue(tx, greet, wrong))).rejects.toThrow();
  });
});

describe('a worker', () => {
  class AccessLost extends Error {}

  const work = async (perform: () => Promise<void>, until: () => boolean) => {
    const contextOf = async (id: number) => ({ shop: { id }, log, clock: systemClock }) as unknown as ShopContext;
    const worker = await startWorker({
      database,
      databaseUrl: url,
      jobs: [bind(greet, perform)],
      ticks: [],
      concurrency: 2,
      contextOf,
      isParked: (error) => error instanceof AccessLost,
      log,
      metrics: createMetrics(),
    });
    while (!until()) await new Promise((done) => setTimeout(done, 20));
    await worker.stop();
  };

  it('tries a failed job again and leaves no finished one behind', async () => {
    let tries = 0;
    await database.shopTransaction(shop, (tx) => enqueue(tx, greet, { name: 'Ada' }));
    await work(async () => {
      tries += 1;
      if (tries === 1) throw new Error('not yet');
    }, () => tries === 2);
    expect(await waiting()).toEqual([]);
  });

  it('parks a job that only the merchant can unblock instead of repeating it', async () => {
    let tries = 0;
    await database.shopTransaction(shop, (tx) => enqueue(tx, greet, { name: 'Ada' }));
    await work(async () => {
      tries += 1;
      throw new AccessLost();
    }, () => tries === 1);
    expect(await waiting()).toEqual([]);
  });
});

describe('the network', () => {
  it('is out of reach while a transaction is open', async () => {
    await expect(database.shopTransaction(shop, async () => refuseInsideTransaction('The mail server'))).rejects.toThrow(/inside a database transaction/);
    expect(() => refuseInsideTransaction('The mail server')).not.toThrow();
  });
});

describe('a worker that was killed', () => {
  it('has its jobs taken up by the next one at once, with the line they stood in', async () => {
    await database.shopTransaction(shop, (tx) => enqueue(tx, greet, { name: 'Ada' }));
    await database.pool.query(`update graphile_worker._private_jobs set locked_by = 'worker-dead', locked_at = now(), attempts = 1`);
    await database.pool.query(`update graphile_worker._private_job_queues set locked_by = 'worker-dead', locked_at = now()`);
    await database.pool.query(`insert into platform.job_workers (worker_id, lease) values ('worker-dead', 42)`);
    let greeted = false;
    const contextOf = async (id: number) => ({ shop: { id }, log, clock: systemClock }) as unknown as ShopContext;
    const next = await startWorker({
      database,
      databaseUrl: url,
      jobs: [
        bind(greet, async () => {
          greeted = true;
        }),
      ],
      ticks: [],
      concurrency: 1,
      contextOf,
      isParked: () => false,
      log,
      metrics: createMetrics(),
    });
    for (let waited = 0; !greeted && waited < 5_000; waited += 20) await new Promise((done) => setTimeout(done, 20));
    await next.stop();
    expect(greeted).toBe(true);
    expect(await waiting()).toEqual([]);
  });

  it('leaves the jobs of living workers alone', async () => {
    const holder = await database.pool.connect();
    await holder.query('select pg_advisory_lock(7236412, 43)');
    await database.pool.query(`insert into platform.job_workers (worker_id, lease) values ('worker-alive', 43)`);
    await database.shopTransaction(shop, (tx) => enqueue(tx, greet, { name: 'Ada' }));
    await database.pool.query(`update graphile_worker._private_jobs set locked_by = 'worker-alive', locked_at = now() - interval '1 hour'`);
    const lease = await holdLease({ url, database, log });
    const held = await database.pool.query(`select locked_by from graphile_worker.jobs`);
    await lease.giveUp();
    holder.release(true);
    expect(held.rows).toEqual([{ locked_by: 'worker-alive' }]);
  });
});
