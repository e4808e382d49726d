import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from '#app/platform/log/log.server.ts';
import { createMetrics } from '#app/platform/metrics/metrics.server.ts';
import { createWebhookDoor } from '#app/platform/webhooks/webhook-door.server.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { configFor, startProcess, type Process } from '../shopify/stage.ts';
import { delivery } from './delivery.ts';

const domain = 'quill.myshopify.com';
let app: Process;
let door: (request: Request) => Promise<Response>;
let shopId: number;
const metrics = createMetrics();

beforeAll(async () => {
  app = startProcess(configFor(await freshDatabase(), { SHOPIFY_API_SECRET_OLD: 'shpss_before' }));
  door = createWebhookDoor({ config: app.config, registry: app.registry, database: app.database, log: createLog('silent', 'test'), metrics });
  shopId = (await app.registry.opened({ domain, scopes: [], shopifyId: '900' })).id;
});
afterAll(() => app.close());
beforeEach(async () => {
  await app.database.shopTransaction(shopId, (tx) => tx.webhook_receipts.deleteMany());
  await app.database.pool.query('delete from graphile_worker._private_jobs');
});

const statusOf = async (request: Request) => (await door(request)).status;
const receipts = (id = shopId) => app.database.shopTransaction(id, (tx) => tx.webhook_receipts.findMany({ orderBy: { id: 'asc' } }));
const jobs = async () => (await app.database.pool.query<{ task_identifier: string; key: string; queue_name: string }>('select task_identifier, key, queue_name from graphile_worker.jobs')).rows;

describe('a webhook that is Shopify’s', () => {
  it('is stored as it came, with the job that applies it, before it is answered', async () => {
    const triggeredAt = new Date('2026-11-21T10:00:00Z');
    const answer = await door(delivery({ id: 'w-1', raw: '{ "id": 5001,  "name": "#1001" }', triggeredAt }));
    expect(answer.status).toBe(200);
    expect(await receipts()).toMatchObject([
      { webhook_id: 'w-1', topic: 'orders/create', api_version: '2026-10', triggered_at: triggeredAt, body: '{ "id": 5001,  "name": "#1001" }', state: 'pending' },
    ]);
    expect(await jobs()).toEqual([{ task_identifier: 'webhooks.drain', key: `${shopId}:webhooks.drain`, queue_name: `${shopId}:mirror` }]);
  });

  it('is accepted with the secret before a rotation', async () => {
    expect(await statusOf(delivery({ secret: 'shpss_before' }))).toBe(200);
    expect(await receipts()).toHaveLength(1);
  });

  it('is stored once, however often and however parallel it comes, and each time answered 200', async () => {
    const ids = Array.from({ length: 60 }, (_, at) => `same-${at % 20}`);
    const other = createWebhookDoor({ config: app.config, registry: app.registry, database: app.database, log: createLog('silent', 'test') });
    const answers = await Promise.all(ids.toSorted().concat(ids.toReversed()).map((id, at) => (at % 2 ? door : other)(delivery({ id }))));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await receipts()).toHaveLength(20);
  });

  it('writes no second job when it brings nothing new', async () => {
    await door(delivery({ id: 'again' }));
    await app.database.pool.query('delete from graphile_worker._private_jobs');
    expect(await statusOf(delivery({ id: 'again' }))).toBe(200);
    expect(await jobs()).toEqual([]);
  });

  it('keeps the order in which it came', async () => {
    await Promise.all(['z', 'a', 'm', 'b'].map((id) => door(delivery({ id }))));
    expect((await receipts()).map(({ webhook_id }) => webhook_id)).toEqual(['z', 'a', 'm', 'b']);
  });

  it('of many shops at once lands with each of them', async () => {
    const others = await Promise.all(['a', 'b', 'c'].map((name) => app.registry.opened({ domain: `${name}.myshopify.com`, scopes: [] })));
    await Promise.all(others.flatMap(({ domain }) => [door(delivery({ shop: domain, id: 'one' })), door(delivery({ shop: domain, id: 'two' }))]));
    for (const { id } of others) expect(await receipts(id)).toHaveLength(2);
    expect(await receipts()).toEqual([]);
  });
});

describe('what is refused', () => {
  it('forged, unsigned or changed on the way: 401, and nothing is stored', async () => {
    expect(await statusOf(delivery({ secret: 'guess' }))).toBe(401);
    expect(await statusOf(delivery({ headers: { 'x-shopify-hmac-sha256': null } }))).toBe(401);
    expect(await statusOf(delivery({ headers: { 'x-shopify-hmac-sha256': 'AAAA' } }))).toBe(401);
    const signature = delivery({ body: { id: 1 } }).headers.get('x-shopify-hmac-sha256');
    expect(await statusOf(delivery({ body: { id: 2 }, headers: { 'x-shopify-hmac-sha256': signature } }))).toBe(401);
    expect(await receipts()).toEqual([]);
  });

  it('forged garbage is 401 too: nothing is read before the signature', async () => {
    expect(await statusOf(delivery({ raw: '{oops', secret: 'guess' }))).toBe(401);
  });

  it('signed garbage: 400, and nothing is stored', async () => {
    for (const raw of ['{oops', '', 'null', '[]', '"text"', '{"a":1}}']) expect(await statusOf(delivery({ raw }))).toBe(400);
    expect(await receipts()).toEqual([]);
  });

  it.each(['x-shopify-topic', 'x-shopify-shop-domain', 'x-shopify-webhook-id'])('without %s: 400', async (header) => {
    expect(await statusOf(delivery({ headers: { [header]: null } }))).toBe(400);
    expect(await receipts()).toEqual([]);
  });

  it.each(['GET', 'PUT', 'DELETE'])('%s: 405, naming what is allowed', async (method) => {
    const answer = await door(new Request('https://aftercare.test/webhooks', { method }));
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('larger than 5 MB: 413, by its stated length or while it streams', async () => {
    const large = Buffer.alloc(5 * 1024 * 1024 + 1, ' ');
    expect(await statusOf(delivery({ raw: large, headers: { 'content-length': String(large.length) } }))).toBe(413);
    expect(await statusOf(delivery({ raw: large }))).toBe(413);
  });

  it('stops reading as soon as a body is too large', async () => {
    let served = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        served += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: endless, headers: { 'x-shopify-hmac-sha256': 'AAAA' }, duplex: 'half' };
    expect(await statusOf(new Request('https://aftercare.test/webhooks', init))).toBe(413);
    expect(served).toBeLessThan(10);
  });

  it('asks Shopify to come again when the database does not take it: 503', async () => {
    const closed = startProcess(app.config);
    const broken = createWebhookDoor({ config: app.config, registry: closed.registry, database: closed.database, log: createLog('silent', 'test') });
    await closed.close();
    expect((await broken(delivery())).status).toBe(503);
  });
});

describe('shops', () => {
  it('that never opened the app are answered 200, stored nowhere, and counted', async () => {
    expect(await statusOf(delivery({ shop: 'stranger.myshopify.com' }))).toBe(200);
    expect(await app.registry.byDomain('stranger.myshopify.com')).toBeNull();
    expect(await metrics.text()).toMatch(/webhooks_total\{result="unknown_shop"\} [1-9]/);
  });

  it('that left get only what is still owed to them', async () => {
    const gone = await app.registry.opened({ domain: 'gone.myshopify.com', scopes: [] });
    await app.registry.uninstalled(gone, new Date(Date.now() + 1_000));
    for (const topic of ['orders/create', 'customers/redact', 'shop/redact', 'app/uninstalled']) {
      expect(await statusOf(delivery({ shop: gone.domain, topic, id: topic }))).toBe(200);
    }
    expect((await receipts(gone.id)).map(({ topic }) => topic)).toEqual(['customers/redact', 'shop/redact', 'app/uninstalled']);
  });

  it('that were renamed are recognised by what shop/update says', async () => {
    expect(await statusOf(delivery({ shop: 'nib.myshopify.com', topic: 'shop/update', body: { id: 900, myshopify_domain: 'nib.myshopify.com' } }))).toBe(200);
    expect((await app.registry.byDomain('nib.myshopify.com'))?.id).toBe(shopId);
    expect(await receipts()).toMatchObject([{ topic: 'shop/update' }]);
    await app.registry.renamed('nib.myshopify.com', domain);
  });
});
