import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServedShop } from './serve.ts';
import { serve } from './serve.ts';
import { DOMAIN } from './small-shop.ts';

let shop: ServedShop;
beforeAll(async () => {
  shop = await serve();
});
afterAll(() => shop.close());

const query = { query: '{ shop { name } }' };

test('a good request is answered with a request id', async () => {
  const response = await shop.post(query);
  expect(response.status).toBe(200);
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  expect(await response.json()).toMatchObject({ data: { shop: { name: 'Small' } }, extensions: { cost: { requestedQueryCost: 1 } } });
});

test('variables and the operation name are used', async () => {
  const body = { query: 'query a { shop { id } } query b($n: Int!) { orders(first: $n) { nodes { name } } }', operationName: 'b', variables: { n: 1 } };
  expect(await (await shop.post(body)).json()).toMatchObject({ data: { orders: { nodes: [{ name: '#1001' }] } } });
});

test('the merchant’s token opens without cost', async () => {
  const body = await (await shop.post(query, { 'x-shopify-access-token': 'merchant-token' })).json();
  expect(body).toEqual({ data: { shop: { name: 'Small' } } });
});

test('cost debugging tells the cost of each field', async () => {
  const response = await shop.post(query, { 'x-shopify-access-token': 'app-token', 'shopify-graphql-cost-debug': '1' });
  expect(await response.json()).toMatchObject({ extensions: { cost: { fields: [{ path: ['shop'], requestedTotalCost: 1 }] } } });
});

describe('refused before GraphQL', () => {
  test.each([
    ['no token', {}],
    ['an unknown token', { 'x-shopify-access-token': 'nobody' }],
    ['an expired token', { 'x-shopify-access-token': 'old-token' }],
  ])('%s is 401 with Shopify’s text', async (_name, headers) => {
    const response = await shop.post(query, headers);
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' });
  });

  test.each([
    ['another version', `/shop/${DOMAIN}/admin/api/2024-01/graphql.json`],
    ['an unknown shop', '/shop/nobody.myshopify.com/admin/api/2026-10/graphql.json'],
  ])('%s is 404', async (_name, path) => {
    const response = await fetch(shop.base + path, { method: 'POST', headers: { 'x-shopify-access-token': 'app-token' }, body: '{}' });
    expect(response.status).toBe(404);
  });

  test('GET is 405', async () => {
    const response = await fetch(shop.endpoint);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  test.each([['{ not json'], ['[]'], ['{"query": 1}'], ['{}'], ['{"query": "{ shop { id } }", "variables": []}']])('the body %s is 400', async (body) => {
    expect((await shop.post(body)).status).toBe(400);
  });
});

describe('switched faults', () => {
  test.each(['402', '403', '404', '423', '429', '500', '502', '503'])('%s for as many requests as told, then healthy', async (kind) => {
    await shop.control(`${DOMAIN}/fail`, { kind, requests: 2 });
    expect([(await shop.post(query)).status, (await shop.post(query)).status, (await shop.post(query)).status]).toEqual([Number(kind), Number(kind), 200]);
  });

  test('internal is an error at 200 without data, garbage is no JSON', async () => {
    await shop.control(`${DOMAIN}/fail`, { kind: 'internal' });
    await shop.control(`${DOMAIN}/fail`, { kind: 'garbage' });
    const internal = await shop.post(query);
    expect([internal.status, await internal.json()]).toMatchObject([200, { errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] }]);
    await expect((await shop.post(query)).json()).rejects.toThrow();
  });

  test('a reset loses the answer, and with `performed` only the answer', async () => {
    const refund = { query: 'mutation { refundCreate(input: { orderId: "gid://shopify/Order/1" }) @idempotent(key: "lost") { refund { id } } }' };
    await shop.control(`${DOMAIN}/fail`, { kind: 'reset', performed: true });
    await expect(shop.post(refund)).rejects.toThrow();
    const again = await (await shop.post(refund)).json();
    const fresh = await (await shop.post({ query: refund.query.replace('lost', 'fresh') })).json();
    expect([again, fresh]).toMatchObject([{ data: { refundCreate: { refund: { id: 'gid://shopify/Refund/1' } } } }, { data: { refundCreate: { refund: { id: 'gid://shopify/Refund/2' } } } }]);
  });

  test('a time-out leaves the caller waiting', async () => {
    await shop.control(`${DOMAIN}/fail`, { kind: 'timeout' });
    const waiting = fetch(shop.endpoint, { method: 'POST', headers: { 'x-shopify-access-token': 'app-token' }, body: JSON.stringify(query), signal: AbortSignal.timeout(150) });
    await expect(waiting).rejects.toThrow(/timeout/);
    expect((await shop.post(query)).status).toBe(200);
  });

  test('slow answers late', async () => {
    await shop.control(`${DOMAIN}/fail`, { kind: 'slow', milliseconds: 120 });
    const start = performance.now();
    expect((await shop.post(query)).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(110);
  });

  test('heal forgets what was switched', async () => {
    await shop.control(`${DOMAIN}/fail`, { kind: '500', requests: 100 });
    await shop.control('heal');
    expect((await shop.post(query)).status).toBe(200);
  });

  test('the merchant is spared', async () => {
    await shop.control(`${DOMAIN}/fail`, { kind: '500' });
    expect((await shop.post(query, { 'x-shopify-access-token': 'merchant-token' })).status).toBe(200);
    await shop.control('heal');
  });

  test('the switches of returns are set, and taken back by setting none', async () => {
    expect(await shop.control(`${DOMAIN}/returns`, { processCloses: true, previewOff: -1 })).toEqual({ processCloses: true, previewOff: -1 });
    expect(await shop.control(`${DOMAIN}/returns`)).toEqual({ processCloses: false, previewOff: 0 });
    expect(await shop.control(`${DOMAIN}/returns`, { previewOff: 0.5 })).toMatchObject({ error: expect.stringContaining('previewOff') });
  });

  test('a switch that does not exist is named', async () => {
    expect(await shop.control(`${DOMAIN}/fail`, { kind: 'sulk' })).toMatchObject({ error: expect.stringContaining('kind') });
    expect(await shop.control('nobody.myshopify.com/fail', { kind: '500' })).toEqual({ error: 'There is no shop nobody.myshopify.com' });
  });
});

describe('the bucket', () => {
  test('can be emptied', async () => {
    expect(await shop.control(`${DOMAIN}/throttle`, { clientId: 'app-1', available: -1000 })).toMatchObject({ maximumAvailable: 2000 });
    expect(await (await shop.post(query)).json()).toMatchObject({ errors: [{ extensions: { code: 'THROTTLED' } }] });
    await shop.control(`${DOMAIN}/throttle`, { clientId: 'app-1', available: 2000 });
  });

  test('grows with the plan', async () => {
    await shop.control(`${DOMAIN}/plan`, { plan: 'plus' });
    expect(await (await shop.post(query)).json()).toMatchObject({ extensions: { cost: { throttleStatus: { maximumAvailable: 20_000, restoreRate: 1000 } } } });
  });
});
