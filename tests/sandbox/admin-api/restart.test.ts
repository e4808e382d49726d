import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { serve } from './serve.ts';
import { app, DOMAIN, fakeOrders } from './small-shop.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'aftercare-engine-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const REFUND = 'mutation { refundCreate(input: { orderId: "gid://shopify/Order/1" }) @idempotent(key: "k") { refund { id } } }';
const RUN = 'mutation { bulkOperationRunQuery(query: "{ orders { nodes { id } } }") { bulkOperation { id } userErrors { message } } }';
const LIST = '{ bulkOperations(first: 9) { nodes { status errorCode url objectCount completedAt } } }';
const operations = (data: unknown) => Object(data).bulkOperations.nodes;

test('what was answered under an idempotency key is answered again, and nothing is refunded', async () => {
  const before = await serve({ dataDir });
  await before.ask(REFUND.replace('"k"', '"other"'), {}, app());
  const first = await before.ask(REFUND, {}, app());
  expect(first.data).toEqual({ refundCreate: { refund: { id: 'gid://shopify/Refund/2' } } });
  await before.close();
  const after = await serve({ dataDir });
  expect((await after.ask(REFUND, {}, app())).data).toEqual(first.data);
  expect((await after.ask(REFUND.replace('Order/1', 'Order/2'), {}, app())).errors[0]?.extensions?.['code']).toBe('IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
  await after.close();
});

test('a finished bulk operation and its result are still there', async () => {
  const before = await serve({ dataDir });
  await before.ask(RUN, {}, app());
  await before.api.settled();
  const [finished] = operations((await before.ask(LIST, {}, app())).data);
  await before.close();
  const after = await serve({ dataDir });
  expect(operations((await after.ask(LIST, {}, app())).data)).toEqual([finished]);
  const moved = finished.url.replace(before.base, after.base);
  expect((await (await fetch(moved)).text()).trimEnd().split('\n')).toHaveLength(3);
  await after.close();
});

test('a bulk operation that the restart interrupted has failed, and another may run', async () => {
  const before = await serve({ dataDir, orders: fakeOrders(2000) });
  await before.control(`${DOMAIN}/bulk`, { pauseMilliseconds: 50 });
  await before.ask(RUN, {}, app());
  await new Promise((resolve) => setTimeout(resolve, 60));
  await before.close();
  const after = await serve({ dataDir });
  await after.ask(RUN, {}, app());
  await after.api.settled();
  expect(operations((await after.ask(LIST, {}, app())).data)).toMatchObject([
    { status: 'FAILED', errorCode: 'INTERNAL_SERVER_ERROR', url: null, completedAt: expect.any(String) },
    { status: 'COMPLETED', objectCount: '3' },
  ]);
  await after.close();
});
