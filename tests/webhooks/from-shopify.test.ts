import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { complianceTopics } from '#app/modules/privacy/index.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { confirmUninstall } from '#app/platform/shops/confirm-uninstall.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { shopTopics } from '#app/platform/shops/shop-topics.server.ts';
import { drainReceipts } from '#app/platform/webhooks/drain-receipts.server.ts';
import { createWebhookDoor } from '#app/platform/webhooks/webhook-door.server.ts';
import { clientSecret, configFor, domain, setStage, type Process } from '../shopify/stage.ts';
import { serveLocally, type LocalServer } from '../harness/serve-locally.ts';

let stage: Awaited<ReturnType<typeof setStage>>;
let app: Process;
let server: LocalServer;
let door: (request: Request) => Promise<Response>;
let answers: number[];

const doorOf = (changes: Record<string, string> = {}) =>
  createWebhookDoor({ config: configFor(stage.url, changes), registry: app.registry, database: app.database, log: createLog('silent', 'test') });

beforeAll(async () => {
  stage = await setStage();
  app = stage.start();
  door = doorOf();
  server = await serveLocally((request, response) => {
    const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', headers, body: Readable.toWeb(request) as ReadableStream<Uint8Array>, duplex: 'half' };
    void door(new Request(`http://localhost${request.url}`, init)).then(({ status }) => {
      answers.push(status);
      response.writeHead(status).end();
    });
  });
  stage.sandbox.urls.appLocal = server.base;
});
afterAll(() => server.close());
beforeEach(() => {
  answers = [];
});

const opened = async (): Promise<ShopContext> => (await app.shopify.authenticateAdmin(await stage.visit())).ctx;
const topics = (ctx: ShopContext) => ctx.tx(async (tx) => (await tx.webhook_receipts.findMany({ orderBy: { id: 'asc' } })).map(({ topic }) => topic));
const jobs = async () => (await app.database.pool.query<{ task_identifier: string }>('select task_identifier from graphile_worker.jobs')).rows.map((row) => row.task_identifier);

describe('what Shopify really sends', () => {
  it('is believed, also after the client secret was rotated', async () => {
    const ctx = await opened();
    stage.sandbox.oauth.grantScopes(domain, ['read_all_orders']);
    await stage.sandbox.settled();
    const next = stage.sandbox.oauth.rotateClientSecret();
    door = doorOf({ SHOPIFY_API_SECRET: next, SHOPIFY_API_SECRET_OLD: clientSecret });
    stage.sandbox.oauth.revokeScopes(domain, ['read_all_orders']);
    await stage.sandbox.settled();
    expect(answers).toEqual([200, 200]);
    expect(await topics(ctx)).toEqual(['app/scopes_update', 'app/scopes_update']);
    await drainReceipts(ctx, [shopTopics]);
    expect(await jobs()).toContain('shops.refresh');
  });

  it('closes the shop that uninstalled, and erases it when Shopify says so two days later', async () => {
    stage.sandbox.oauth.rotateClientSecret(clientSecret);
    door = doorOf();
    const ctx = await opened();
    stage.sandbox.oauth.uninstall(domain);
    await stage.sandbox.settled();
    await drainReceipts(ctx, [shopTopics]);
    expect(await jobs()).toContain('shops.confirm-uninstall');
    await confirmUninstall(ctx, app.registry, new Date());
    expect(await app.registry.byDomain(domain)).toMatchObject({ state: 'uninstalled' });

    stage.sandbox.webhooks.requestCompliance('shop/redact', { shop: domain });
    await stage.sandbox.settled();
    const gone = await app.registry.contextOf(ctx.shop.id);
    if (!gone) throw new Error('The shop went too early.');
    await drainReceipts(gone, [complianceTopics]);
    expect(await app.registry.byDomain(domain)).toBeNull();
    expect(answers.every((status) => status === 200)).toBe(true);
  });
});
