import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { retryPause, signBody } from '#sandbox/webhooks/courier.ts';
import { createWebhooks } from '#sandbox/webhooks/index.ts';
import { openApp } from './app-fixture.ts';
import { CUSTOMER, ORDER, SHOP } from './order-fixture.ts';

type Opened = Awaited<ReturnType<typeof openApp>>;
const opened: Opened[] = [];
const open = async (options: Parameters<typeof openApp>[0] = {}) => {
  const one = await openApp(options);
  opened.push(one);
  return one;
};
afterEach(async () => {
  for (const one of opened.splice(0)) await one.close();
});

test('the signature is the base64 HMAC-SHA256 of the raw bytes', () => {
  // RFC 4231, test case 2, in the encoding Shopify documents.
  expect(signBody('what do ya want for nothing?', 'Jefe')).toBe(Buffer.from('5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843', 'hex').toString('base64'));
  expect(signBody('{"name":"日本"}', 's')).toBe(createHmac('sha256', 's').update(Buffer.from('{"name":"日本"}')).digest('base64'));
});

test('a delivery carries every header and a body that its signature fits', async () => {
  const { publish, webhooks, received } = await open();
  publish('orders/create', ORDER);
  await webhooks.settled();
  const [first] = received;
  expect(first?.path).toBe('/webhooks');
  expect(first?.headers).toMatchObject({
    'content-type': 'application/json',
    'x-shopify-topic': 'orders/create',
    'x-shopify-shop-domain': SHOP,
    'x-shopify-api-version': '2026-10',
    'x-shopify-webhook-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'x-shopify-event-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    'x-shopify-triggered-at': expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    'x-shopify-hmac-sha256': signBody(first?.raw ?? '', 'secret'),
  });
  expect(webhooks.deliveries({ limit: 1 })).toMatchObject([{ state: 'delivered', attempts: 1, lastStatus: 200, lastAnswer: 'answer 200' }]);
});

test('after a rotation the new secret signs', async () => {
  const { publish, webhooks, received, app } = await open();
  app.clientSecret = 'rotated';
  publish('orders/create', ORDER);
  await webhooks.settled();
  expect(received[0]?.headers['x-shopify-hmac-sha256']).toBe(signBody(received[0]?.raw ?? '', 'rotated'));
});

test('one event reaches every subscription under one event id and its own webhook id, each with its fields', async () => {
  const { publish, webhooks, received } = await open({ webhooks: [{}, { uri: '/second', includeFields: ['id', 'customer.email', 'line_items.sku'] }] });
  publish('orders/create', ORDER);
  await webhooks.settled();
  const second = received.find(({ path }) => path === '/second');
  const first = received.find(({ path }) => path === '/webhooks');
  expect(second?.headers['x-shopify-event-id']).toBe(first?.headers['x-shopify-event-id']);
  expect(second?.headers['x-shopify-webhook-id']).not.toBe(first?.headers['x-shopify-webhook-id']);
  expect(JSON.parse(second?.raw ?? '')).toEqual({ id: 501, customer: { email: 'ada@example.com' }, line_items: [{ sku: 'SKU-1' }, { sku: 'SKU-2' }] });
});

test.each([500, 404, 302, 'hang'] as const)('an answer of %s fails and is retried with the same id and body until it succeeds', async (bad) => {
  const { publish, webhooks, received, world } = await open({ answer: (n) => (n < 3 ? bad : 200) });
  webhooks.setSwitches({ retryScale: 1e-6, ...(bad === 'hang' ? { timeoutMs: 1_000 } : {}) });
  publish('orders/create', ORDER);
  const order = world.orders.get(ORDER);
  if (order) world.change((change) => change.put('orders', { ...order, note: 'changed after the event' }));
  await expect.poll(() => received.length, { timeout: 10_000 }).toBe(3);
  await webhooks.settled();
  expect(new Set(received.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1);
  expect(new Set(received.map(({ raw }) => raw)).size).toBe(1);
  expect(JSON.parse(received[2]?.raw ?? '')).toMatchObject({ note: 'Leave at the door' });
  expect(webhooks.deliveries({ limit: 5 })).toMatchObject([{ state: 'delivered', attempts: 3 }]);
});

test('after eight retries a delivery is given up', async () => {
  const { publish, webhooks, received } = await open({ answer: () => 503 });
  webhooks.setSwitches({ retryScale: 1e-7 });
  publish('orders/create', ORDER);
  await expect.poll(() => webhooks.counts().failed, { timeout: 10_000 }).toBe(1);
  expect(received).toHaveLength(9);
});

test('the eight pauses double and make four hours together', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8].map(retryPause);
  expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeCloseTo(4 * 3_600_000);
  expect((pauses[7] ?? 0) / (pauses[6] ?? 1)).toBe(2);
});

test('dropped deliveries never leave: the next so many, or by topic', async () => {
  const { publish, webhooks, received } = await open();
  webhooks.setSwitches({ dropNext: 1, dropTopics: ['orders/updated'] });
  publish('orders/create', ORDER);
  publish('orders/updated', ORDER);
  publish('orders/create', ORDER);
  await webhooks.settled();
  expect(received).toHaveLength(1);
  expect(webhooks.counts()).toMatchObject({ dropped: 2, delivered: 1 });
});

test('a duplicate is the same delivery sent twice', async () => {
  const { publish, webhooks, received } = await open();
  webhooks.setSwitches({ duplicateFraction: 1 });
  publish('orders/create', ORDER);
  await webhooks.settled();
  expect(received).toHaveLength(2);
  expect(received[0]?.headers['x-shopify-webhook-id']).toBe(received[1]?.headers['x-shopify-webhook-id']);
});

test('in a reorder window later events overtake earlier ones', async () => {
  const waits = [0.9, 0, 0];
  // Two chances are drawn for a delivery before its wait: whether to drop it and whether to double it.
  let draw = 0;
  const { publish, webhooks, received } = await open({ random: () => ((draw += 1) % 3 === 0 ? (waits[draw / 3 - 1] ?? 0) : 0.99) });
  webhooks.setSwitches({ reorderWindowMs: 1_000 });
  for (const id of [1, 2, 3]) publish('customers/delete', CUSTOMER, { id });
  await expect.poll(() => received.length, { timeout: 10_000 }).toBe(3);
  expect(received.map(({ raw }) => JSON.parse(raw).id).at(-1)).toBe(1);
});

test('while paused everything waits, and leaves on resuming', async () => {
  const { publish, webhooks, received } = await open();
  webhooks.setSwitches({ paused: true });
  publish('orders/create', ORDER);
  await webhooks.settled();
  expect(received).toHaveLength(0);
  webhooks.setSwitches({ paused: false });
  await webhooks.settled();
  expect(received).toHaveLength(1);
});

test('a redelivery has the same webhook id and body', async () => {
  const { publish, webhooks, received } = await open();
  publish('orders/create', ORDER);
  await webhooks.settled();
  expect(webhooks.redeliver(String(received[0]?.headers['x-shopify-webhook-id']))).toBe(1);
  await webhooks.settled();
  expect(received[1]).toMatchObject({ raw: received[0]?.raw, headers: { 'x-shopify-webhook-id': received[0]?.headers['x-shopify-webhook-id'] } });
  expect(webhooks.redeliver('unknown')).toBe(0);
});

test('what is pending leaves after a restart', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'webhooks-'));
  const first = await open({ dataDir });
  first.webhooks.setSwitches({ paused: true });
  first.publish('orders/create', ORDER);
  await first.webhooks.close();
  const second = createWebhooks(first.deps);
  await second.settled();
  expect(first.received).toHaveLength(1);
  await second.close();
  rmSync(dataDir, { recursive: true });
  opened.pop();
});

test('an uninstall ends what is on its way, is reported itself, and leaves only compliance webhooks after it', async () => {
  const { publish, webhooks, received, installation } = await open();
  webhooks.setSwitches({ paused: true });
  publish('orders/create', ORDER);
  installation.uninstalledAt = new Date();
  publish('app/uninstalled', 'gid://shopify/App/1');
  publish('orders/updated', ORDER);
  webhooks.requestCompliance('shop/redact', { shop: SHOP });
  webhooks.setSwitches({ paused: false });
  await webhooks.settled();
  expect(received.map(({ headers }) => headers['x-shopify-topic']).sort()).toEqual(['app/uninstalled', 'shop/redact']);
  expect(JSON.parse(received.find(({ path }) => path === '/webhooks')?.raw ?? '')).toMatchObject({ myshopify_domain: SHOP });
  expect(webhooks.counts()).toMatchObject({ cancelled: 1, delivered: 2 });
});

test('a webhook filter is refused loudly', async () => {
  await expect(open({ webhooks: [{ filter: 'id:1' }] })).rejects.toThrow('does not model webhook filters');
});
