import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { RunningSandbox, SandboxOptions } from '#sandbox/start.ts';
import { quill, startInMemory } from '../../harness/sandbox-in-memory.ts';
import { threadTime } from '../../harness/thread-time.ts';

const shop = (domain: string) => ({ ...quill, domain });
const running = new Set<RunningSandbox>();
async function start(changes?: Partial<SandboxOptions>): Promise<RunningSandbox> {
  const sandbox = await startInMemory(changes);
  running.add(sandbox);
  return sandbox;
}
afterEach(async () => {
  for (const each of running) await each.stop();
  running.clear();
});

const ask = (sandbox: RunningSandbox, domain = 'quill.myshopify.com', query = '{ shop { name myshopifyDomain } }') =>
  fetch(`${sandbox.urls.base}/shop/${domain}/admin/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: { 'x-shopify-access-token': 'merchant', 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });

test('every room answers on its port', async () => {
  const sandbox = await start();
  expect(await (await fetch(`${sandbox.urls.base}/health`)).json()).toEqual({ status: 'ok' });
  expect(await (await ask(sandbox)).json()).toEqual({ data: { shop: { name: 'Quill', myshopifyDomain: 'quill.myshopify.com' } } });
  expect((await fetch(`${sandbox.urls.base}/outbox.json`)).status).toBe(200);
  expect((await fetch(`${sandbox.urls.base}/cdn/app-bridge.js`)).status).toBe(200);
  expect((await fetch(sandbox.urls.storefront('quill.myshopify.com'))).status).toBe(200);
  expect((await fetch(sandbox.urls.appPublic)).status).toBe(502);
  expect((await fetch(`${sandbox.urls.base}/nowhere`)).status).toBe(404);
});

test('the app is registered from its TOML at the tunnel’s address', async () => {
  const { app, urls } = await start();
  expect(app).toMatchObject({ clientId: 'aftercare-local-client-id', url: urls.appPublic, appProxy: { url: `${urls.appPublic}/proxy` } });
  expect(app.webhooks.flatMap((each) => each.topics)).toContain('orders/create');
});

test('an installed app’s token opens the API with the app’s rights', async () => {
  const sandbox = await start();
  sandbox.oauth.install('quill.myshopify.com');
  const exchange = await fetch(`${sandbox.urls.base}/shop/quill.myshopify.com/admin/oauth/access_token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      client_id: sandbox.app.clientId,
      client_secret: sandbox.app.clientSecret,
      grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
      subject_token: await sandbox.oauth.mintIdToken('quill.myshopify.com'),
      subject_token_type: 'urn:ietf:params:oauth:token-type:id_token',
      requested_token_type: 'urn:shopify:params:oauth:token-type:offline-access-token',
      expiring: '1',
    }),
  });
  const { access_token: token } = await exchange.json();
  const response = await fetch(`${sandbox.urls.base}/shop/quill.myshopify.com/admin/api/2026-10/graphql.json`, {
    method: 'POST',
    headers: { 'x-shopify-access-token': token, 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ orders(first: 1) { nodes { id } } draftOrders(first: 1) { nodes { id } } }' }),
  });
  expect(await response.json()).toMatchObject({ data: null, errors: [{ path: ['draftOrders'], extensions: { code: 'ACCESS_DENIED' } }] });
});

test('two sandboxes in one process know nothing of each other, and each starts quickly', async () => {
  const first = await start();
  const before = threadTime();
  const second = await start({ shops: [shop('other.myshopify.com')] });
  expect(threadTime() - before).toBeLessThan(300);
  expect((await ask(first)).status).toBe(200);
  expect((await ask(second)).status).toBe(404);
  expect((await ask(second, 'other.myshopify.com')).status).toBe(200);
});

test('a shop added later has its API and its storefront', async () => {
  const sandbox = await start();
  await sandbox.addShop(shop('later.myshopify.com'));
  expect((await ask(sandbox, 'later.myshopify.com')).status).toBe(200);
  const storefront = sandbox.urls.storefront('later.myshopify.com');
  expect((await fetch(storefront)).status).toBe(200);
  await sandbox.stop();
  running.delete(sandbox);
  await expect(fetch(storefront)).rejects.toThrow();
});

test('a stopped sandbox leaves no port open and no file', async () => {
  const files = () => readdirSync(tmpdir()).filter((name) => name.startsWith('aftercare-bulk-'));
  const before = files();
  const sandbox = await start();
  await sandbox.stop();
  running.delete(sandbox);
  await expect(ask(sandbox)).rejects.toThrow();
  await expect(fetch(sandbox.urls.appPublic)).rejects.toThrow();
  expect(files()).toEqual(before);
});

test('a start that fails leaves nothing behind', async () => {
  const blocker = createServer();
  const port = await new Promise<number>((resolve) => blocker.listen(0, () => resolve(Object(blocker.address()).port)));
  const free = await new Promise<number>((resolve) => {
    const probe = createServer();
    probe.listen(0, () => {
      const { port: found } = Object(probe.address());
      probe.close(() => resolve(found));
    });
  });
  await expect(startInMemory({ port: free, storefrontPort: port })).rejects.toThrow(/EADDRINUSE/);
  await expect(fetch(`http://localhost:${free}/health`)).rejects.toThrow();
  blocker.close();
});

test('what a shop holds survives a restart with a data folder', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'aftercare-sandbox-'));
  const first = await start({ dataDir });
  const create = 'mutation { customerCreate(input: { email: "ada@example.com", firstName: "Ada" }) { customer { id } userErrors { message } } }';
  const made = await (await ask(first, undefined, create)).json();
  await first.stop();
  running.delete(first);
  const second = await start({ dataDir });
  const { id } = made.data.customerCreate.customer;
  const read = await (await ask(second, undefined, `{ customer(id: "${id}") { firstName } }`)).json();
  expect(read).toEqual({ data: { customer: { firstName: 'Ada' } } });
  await second.stop();
  running.delete(second);
  rmSync(dataDir, { recursive: true });
});

test('doors open only when the shops are filled', async () => {
  let seen: number | string = 'nothing';
  const sandbox = await start({
    async fill({ runAdmin }) {
      const { body } = await runAdmin('quill.myshopify.com', { query: '{ shop { name } }' }, { kind: 'merchant' });
      seen = JSON.stringify(body.data);
    },
  });
  expect(seen).toBe('{"shop":{"name":"Quill"}}');
  expect((await fetch(`${sandbox.urls.base}/health`)).status).toBe(200);
});
