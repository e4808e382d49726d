import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { day } from '#app/kernel/time.ts';
import { drainReceipts, retryReceipt } from '#app/platform/webhooks/drain-receipts.server.ts';
import { purgeReceipts } from '#app/platform/webhooks/purge-receipts.server.ts';
import type { Receipt, TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { configFor, startProcess, type Process } from '../shopify/stage.ts';

let app: Process;
let ctx: ShopContext;

beforeAll(async () => {
  app = startProcess(configFor(await freshDatabase()));
  ctx = app.registry.context(await app.registry.opened({ domain: 'quill.myshopify.com', scopes: [] }));
});
afterAll(() => app.close());
beforeEach(async () => {
  await ctx.tx((tx) => tx.webhook_receipts.deleteMany());
  await ctx.tx((tx) => tx.settings.deleteMany());
  await app.database.pool.query('delete from graphile_worker._private_jobs');
});

/** Receipts as the door stores them, oldest first. */
const receive = (bodies: readonly { topic?: string; body: unknown }[]) =>
  ctx.tx((tx) =>
    tx.webhook_receipts.createMany({
      data: bodies.map(({ topic = 'orders/create', body }, at) => ({ webhook_id: `w-${at}`, topic, body: JSON.stringify(body) })),
    }),
  );
const states = async () => (await ctx.tx((tx) => tx.webhook_receipts.findMany({ orderBy: { id: 'asc' } }))).map(({ state }) => state);
const jobs = async () => (await app.database.pool.query<{ task_identifier: string; run_at: Date }>('select task_identifier, run_at from graphile_worker.jobs')).rows;
const written = async () => (await ctx.tx((tx) => tx.settings.findMany({ orderBy: { name: 'asc' } }))).map(({ name }) => name);
const numbered = (count: number) => Array.from({ length: count }, (_, at) => ({ body: { id: at } }));
const numbersOf = (receipts: readonly Receipt[]) => receipts.map(({ body }) => Number((body as { id: number }).id));

/** Writes a row for each receipt, under a key that may exist once: applying anything twice fails. */
const recorder = (seen: number[][] = []): TopicHandler => ({
  topics: ['orders/create', 'orders/updated'],
  async apply(tx, _shop, receipts) {
    seen.push(numbersOf(receipts));
    for (const number of numbersOf(receipts)) await tx.settings.create({ data: { name: String(number).padStart(4, '0'), value: {} } });
    if (receipts.some(({ body }) => (body as { poison?: boolean }).poison)) throw new Error('a poisoned order');
  },
});

describe('draining', () => {
  it('hands the owner of the topics all its receipts of a batch at once, in the order they came, and settles them', async () => {
    await receive([{ body: { id: 1 } }, { topic: 'orders/updated', body: { id: 2 } }, { body: { id: 3 } }]);
    const seen: number[][] = [];
    await drainReceipts(ctx, [recorder(seen)]);
    expect(seen).toEqual([[1, 2, 3]]);
    expect(await states()).toEqual(['applied', 'applied', 'applied']);
    await drainReceipts(ctx, [recorder(seen)]);
    expect(seen).toHaveLength(1);
  });

  it('goes on batch after batch until nothing is left', async () => {
    await receive(numbered(620));
    const seen: number[][] = [];
    await drainReceipts(ctx, [recorder(seen)]);
    expect(seen.map(({ length }) => length)).toEqual([250, 250, 120]);
    expect(seen.flat()).toEqual(numbered(620).map(({ body }) => body.id));
  });

  it('records a topic nobody owns and an emptied body as ignored, and says why', async () => {
    await receive([{ topic: 'themes/publish', body: {} }]);
    await ctx.tx((tx) => tx.webhook_receipts.create({ data: { webhook_id: 'emptied', topic: 'orders/create', body: '' } }));
    await drainReceipts(ctx, [recorder()]);
    const outcomes = await ctx.tx((tx) => tx.webhook_receipts.findMany({ orderBy: { id: 'asc' }, select: { state: true, outcome: true } }));
    expect(outcomes).toEqual([
      { state: 'ignored', outcome: 'nobody listens to this topic' },
      { state: 'ignored', outcome: 'its content was redacted' },
    ]);
  });

  it('is not stopped by a receipt that fails: the others are applied, it alone is put aside and tried later', async () => {
    await receive([{ body: { id: 1 } }, { body: { id: 2, poison: true } }, { body: { id: 3 } }]);
    await drainReceipts(ctx, [recorder()]);
    expect(await states()).toEqual(['applied', 'failed', 'applied']);
    expect(await written()).toEqual(['0001', '0003']);
    expect(await jobs()).toMatchObject([{ task_identifier: 'webhooks.retry' }]);
  });

  it('applies nothing twice and loses nothing when two workers drain at once', async () => {
    await receive(numbered(600));
    await Promise.all([drainReceipts(ctx, [recorder()]), drainReceipts(ctx, [recorder()]), drainReceipts(ctx, [recorder()])]);
    expect(new Set(await states())).toEqual(new Set(['applied']));
    expect(await written()).toHaveLength(600);
  });

  it('loses nothing and applies nothing twice when the connection dies in the middle of a batch', async () => {
    await receive(numbered(300));
    const other = startProcess(app.config);
    let died = false;
    const dying: TopicHandler = {
      topics: ['orders/create'],
      async apply(tx, shop, receipts) {
        await recorder().apply(tx, shop, receipts);
        if (died) return;
        died = true;
        const [{ pid }] = await tx.$queryRaw<[{ pid: number }]>`select pg_backend_pid() as pid`;
        await app.database.pool.query('select pg_terminate_backend($1)', [pid]);
        await sleep(20);
      },
    };
    await drainReceipts(other.registry.context(ctx.shop), [dying]).catch(() => undefined);
    expect(died).toBe(true);
    await drainReceipts(ctx, [recorder()]);
    expect(new Set(await states())).toEqual(new Set(['applied']));
    expect(await written()).toHaveLength(300);
  });
});

describe('a receipt that fails alone', () => {
  const only = async () => ctx.tx((tx) => tx.webhook_receipts.findFirstOrThrow());

  it('is tried five times in all, each later than the one before, and then left with its reason', async () => {
    await receive([{ body: { id: 1, poison: true } }]);
    await drainReceipts(ctx, [recorder()]);
    const waits: number[] = [];
    for (let tries = 1; tries < 5; tries += 1) {
      const [job] = await jobs();
      waits.push(Math.round(((job?.run_at.getTime() ?? 0) - Date.now()) / 60_000));
      await app.database.pool.query('delete from graphile_worker._private_jobs');
      await retryReceipt(ctx, [recorder()], String((await only()).id));
    }
    expect(waits).toEqual([1, 10, 60, 360]);
    expect(await jobs()).toEqual([]);
    expect(await only()).toMatchObject({ state: 'failed', attempts: 5, outcome: 'a poisoned order' });
  });

  it('is applied by a later try when its cause is gone', async () => {
    await receive([{ body: { id: 1, poison: true } }]);
    await drainReceipts(ctx, [recorder()]);
    const healed: TopicHandler = { topics: ['orders/create'], apply: () => Promise.resolve() };
    await retryReceipt(ctx, [healed], String((await only()).id));
    expect(await states()).toEqual(['applied']);
  });
});

describe('purging', () => {
  it('deletes what was settled more than 14 days ago and nothing else', async () => {
    const ago = (days: number) => new Date(Date.now() - days * day);
    await ctx.tx((tx) =>
      tx.webhook_receipts.createMany({
        data: [
          { webhook_id: 'old', topic: 't', body: '{}', state: 'applied', settled_at: ago(15) },
          { webhook_id: 'old-failed', topic: 't', body: '{}', state: 'failed', settled_at: ago(15) },
          { webhook_id: 'recent', topic: 't', body: '{}', state: 'applied', settled_at: ago(13) },
          { webhook_id: 'waiting', topic: 't', body: '{}', received_at: ago(30) },
        ],
      }),
    );
    expect(await purgeReceipts(ctx)).toBe(2);
    expect((await ctx.tx((tx) => tx.webhook_receipts.findMany({ orderBy: { id: 'asc' } }))).map(({ webhook_id }) => webhook_id)).toEqual(['recent', 'waiting']);
  });
});
