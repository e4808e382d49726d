import { afterEach, describe, expect, test } from 'vitest';
import type { ShopEvent } from '#sandbox/contract.ts';
import { toJsonl } from '#sandbox/admin-api/bulk/jsonl.ts';
import { honours } from '#sandbox/admin-api/resolver.ts';
import type { ServedShop } from './serve.ts';
import { serve } from './serve.ts';
import type { Answer } from './small-shop.ts';
import { app, DOMAIN, fakeOrders, fakeResolvers, smallShop } from './small-shop.ts';

const opened = new Set<{ close(): Promise<void> }>();
afterEach(async () => {
  for (const each of opened) await each.close();
  opened.clear();
});

async function open(...args: Parameters<typeof serve>): Promise<ServedShop> {
  const shop = await serve(...args);
  opened.add(shop);
  return shop;
}

const RUN = 'mutation($q: String!) { bulkOperationRunQuery(query: $q) { bulkOperation { id status } userErrors { field message code } } }';
const LINES = '{ orders { edges { node { id name lineItems { edges { node { id title } } } } } } }';
const FIELDS = 'id status type errorCode url partialDataUrl objectCount rootObjectCount fileSize createdAt completedAt query';

/** The first value under `key`, at whatever depth. */
function dig(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  if (key in value) return Reflect.get(value, key);
  for (const inner of Object.values(value)) {
    const found = dig(inner, key);
    if (found !== undefined) return found;
  }
  return undefined;
}

const operationOf = (answer: Answer) => Object(dig(answer.data, 'bulkOperation'));

async function run(shop: ServedShop, query: string, caller = app()) {
  const started = operationOf(await shop.ask(RUN, { q: query }, caller));
  await shop.api.settled();
  return operationOf(await shop.ask(`query($id: ID!) { bulkOperation(id: $id) { ${FIELDS} } }`, { id: started.id }, caller));
}

describe('a query that bulk operations do not take is a user error', () => {
  test.each([
    ['no connection', '{ shop { name } }', 'Bulk queries must contain at least one connection.'],
    ['six connections', `{ orders { nodes { id ${Array.from({ length: 5 }, (_, index) => `l${index}: lineItems { nodes { id } }`).join(' ')} } } }`, 'Bulk queries cannot contain more than 5 connections.'],
    ['nesting over two', '{ customers { nodes { id orders { nodes { id returns { nodes { id refunds { nodes { id } } } } } } } } }', 'Bulk queries cannot contain connections with a nesting depth greater than 2.'],
    ['a connection in a list', '{ orders { nodes { id fulfillments { id events { nodes { id } } } } } }', 'Queries that contain a connection field within a list field are not currently supported.'],
    ['node at the top', '{ node(id: "gid://shopify/Order/1") { ... on Order { lineItems { nodes { id } } } } }', 'Bulk queries cannot contain a top-level `node` or `nodes` field.'],
    ['two roots', '{ orders { nodes { id } } products { nodes { id } } }', 'Bulk queries can only have a single top-level field.'],
    ['a parent without id', '{ orders { nodes { name lineItems { nodes { id } } } } }', "The parent 'node' field for a nested connection must select the 'id' field without an alias. Connection fields without 'id': orders."],
    ['a parent with an aliased id', '{ orders { nodes { id: name lineItems { nodes { id } } } } }', "The parent 'node' field for a nested connection must select the 'id' field without an alias. Connection fields without 'id': orders."],
    ['variables', 'query($n: Int) { orders(first: $n) { nodes { id } } }', 'Invalid bulk query: variables are not supported.'],
    ['a mutation', 'mutation { orderOpen(input: { id: "1" }) { order { id } } }', 'Invalid bulk query: it must be a query.'],
    ['an unknown field', '{ orders { nodes { id colour } } }', "Invalid bulk query: Field 'colour' doesn't exist on type 'Order'"],
    ['a syntax error', '{ orders {', 'Invalid bulk query: Syntax Error: Expected Name, found <EOF>.'],
  ])('%s', async (_name, q, message) => {
    const shop = await open();
    const { data } = await shop.ask(RUN, { q }, app());
    expect(data).toEqual({ bulkOperationRunQuery: { bulkOperation: null, userErrors: [{ field: ['query'], message, code: 'INVALID' }] } });
  });

  test('root and two levels below it are taken', async () => {
    const shop = await open();
    const { data } = await shop.ask(RUN, { q: '{ customers { nodes { id orders { nodes { id lineItems { nodes { id } } } } } } }' }, app());
    expect(dig(data, 'userErrors')).toEqual([]);
  });
});

test('the result holds each row once, children after their parent with its id', async () => {
  const shop = await open({ orders: fakeOrders(450, 3) });
  const operation = await run(shop, LINES);
  expect(operation).toMatchObject({ status: 'COMPLETED', type: 'QUERY', objectCount: '1800', rootObjectCount: '450', errorCode: null, partialDataUrl: null, query: LINES });
  const text = await (await fetch(operation.url)).text();
  expect(Buffer.byteLength(text)).toBe(Number(operation.fileSize));
  const rows = text.trimEnd().split('\n').map((line) => JSON.parse(line));
  expect(rows.slice(0, 3)).toEqual([
    { id: 'gid://shopify/Order/1', name: '#1001' },
    { id: 'gid://shopify/LineItem/100', title: 'Line 1', __parentId: 'gid://shopify/Order/1' },
    { id: 'gid://shopify/LineItem/101', title: 'Line 2', __parentId: 'gid://shopify/Order/1' },
  ]);
  expect(new Set(rows.map((row) => row.id)).size).toBe(1800);
});

test('its address is signed and ends after seven days', async () => {
  const shop = await open();
  const { url } = await run(shop, LINES);
  const forged = new URL(url);
  forged.searchParams.set('Signature', '0'.repeat(64));
  expect((await fetch(forged)).status).toBe(403);
  const longer = new URL(url);
  longer.searchParams.set('Expires', '9999999999');
  expect((await fetch(longer)).status).toBe(403);
  shop.clock.travelTo(new Date(shop.clock.now().getTime() + 7 * 86_400_000 + 1000));
  expect((await fetch(url)).status).toBe(403);
});

test('an empty result has no file', async () => {
  const shop = await open({ orders: [] });
  expect(await run(shop, LINES)).toMatchObject({ status: 'COMPLETED', objectCount: '0', url: null, fileSize: null });
});

test('the end is reported as an event in the webhook’s shape', async () => {
  const shop = await open();
  const events: ShopEvent[] = [];
  shop.worlds.onEvent((_domain, event) => events.push(event));
  const operation = await run(shop, LINES);
  expect(events).toMatchObject([
    { topic: 'bulk_operations/finish', subject: operation.id, body: { admin_graphql_api_id: operation.id, error_code: null, status: 'completed', type: 'query' } },
  ]);
  expect(Object.keys(events[0]?.body ?? {}).sort()).toEqual(['admin_graphql_api_id', 'completed_at', 'created_at', 'error_code', 'status', 'type']);
});

test('switched to fail, an operation ends with partial data that can be fetched', async () => {
  const shop = await open({ orders: fakeOrders(1000) });
  await shop.control(`${DOMAIN}/bulk`, { failAfterRoots: 400, errorCode: 'TIMEOUT' });
  const operation = await run(shop, LINES);
  expect(operation).toMatchObject({ status: 'FAILED', errorCode: 'TIMEOUT', url: null, rootObjectCount: '400' });
  expect((await (await fetch(operation.partialDataUrl)).text()).trimEnd().split('\n')).toHaveLength(1200);
  await shop.control(`${DOMAIN}/bulk`);
  expect(await run(shop, LINES)).toMatchObject({ status: 'COMPLETED', rootObjectCount: '1000' });
});

test('switched to be slow, an operation can be watched', async () => {
  const shop = await open({ orders: fakeOrders(1000) });
  await shop.control(`${DOMAIN}/bulk`, { pauseMilliseconds: 300 });
  const { id } = operationOf(await shop.ask(RUN, { q: LINES }, app()));
  const seen = new Set<string>();
  for (let status = ''; status !== 'COMPLETED'; await new Promise((resolve) => setTimeout(resolve, 15))) {
    const operation = operationOf(await shop.ask('query($id: ID!) { bulkOperation(id: $id) { status objectCount } }', { id }, app()));
    status = operation.status;
    seen.add(`${operation.status} ${operation.objectCount}`);
  }
  expect(seen).toContain('RUNNING 600');
  expect(seen).toContain('COMPLETED 3000');
});

test('switched so, a download breaks off in the middle and the next is whole', async () => {
  const shop = await open({ orders: fakeOrders(1000) });
  const operation = await run(shop, LINES);
  await shop.control(`${DOMAIN}/bulk`, { brokenDownloads: 1 });
  await expect(fetch(operation.url).then((response) => response.text())).rejects.toThrow();
  expect(Buffer.byteLength(await (await fetch(operation.url)).text())).toBe(Number(operation.fileSize));
});

test('a bulk query costs no points beyond its start and needs no page sizes', async () => {
  const shop = await open({ orders: fakeOrders(300), milliseconds: () => 0 });
  await run(shop, LINES);
  const { extensions } = await shop.ask('{ shop { id } }', {}, app());
  expect(dig(extensions, 'currentlyAvailable')).toBe(2000 - 11 - 1 - 1);
});

test('the query is read with the app’s own rights', async () => {
  const shop = await open();
  const caller = app({ protectedData: { level1: true, name: true, email: false, phone: true, address: true } });
  const operation = await run(shop, '{ orders { nodes { id email } } }', caller);
  expect(operation).toMatchObject({ status: 'FAILED', errorCode: 'ACCESS_DENIED', url: null });
});

test('an app runs five at once and not six', async () => {
  const shop = await open({ orders: fakeOrders(2000) });
  const started = await Promise.all(Array.from({ length: 6 }, () => shop.ask(RUN, { q: LINES }, app())));
  expect(started.filter((answer) => dig(answer.data, 'bulkOperation') !== null)).toHaveLength(5);
  expect(dig(started.at(-1)?.data, 'userErrors')).toMatchObject([{ code: 'LIMIT_REACHED' }]);
  const other = await shop.ask(RUN, { q: LINES }, app({ clientId: 'app-2' }));
  expect(dig(other.data, 'userErrors')).toEqual([]);
  await shop.api.settled();
  expect(dig((await shop.ask(RUN, { q: LINES }, app())).data, 'userErrors')).toEqual([]);
});

test('a running operation can be cancelled, a finished one cannot', async () => {
  const shop = await open({ orders: fakeOrders(2000) });
  const { id } = operationOf(await shop.ask(RUN, { q: LINES }, app()));
  const CANCEL = 'mutation($id: ID!) { bulkOperationCancel(id: $id) { bulkOperation { status } userErrors { field message } } }';
  expect((await shop.ask(CANCEL, { id }, app())).data).toEqual({ bulkOperationCancel: { bulkOperation: { status: 'CANCELING' }, userErrors: [] } });
  await shop.api.settled();
  const again = await shop.ask(CANCEL, { id }, app());
  expect(again.data).toMatchObject({ bulkOperationCancel: { bulkOperation: { status: 'CANCELED' }, userErrors: [{ message: 'A bulk operation cannot be canceled when it is canceled' }] } });
  const unknown = await shop.ask(CANCEL, { id: 'gid://shopify/BulkOperation/1' }, app());
  expect(dig(unknown.data, 'userErrors')).toMatchObject([{ field: ['id'] }]);
});

test('operations are listed and searched, each app seeing its own', async () => {
  const shop = await open();
  await run(shop, LINES);
  const LIST = '{ bulkOperations(first: 5, query: "status:completed operation_type:query") { nodes { status } } }';
  expect(dig((await shop.ask(LIST, {}, app())).data, 'nodes')).toEqual([{ status: 'COMPLETED' }]);
  expect(dig((await shop.ask(LIST.replace('completed', 'running'), {}, app())).data, 'nodes')).toEqual([]);
  expect(dig((await shop.ask(LIST, {}, app({ clientId: 'app-2' }))).data, 'nodes')).toEqual([]);
  const warned = await shop.ask('{ bulkOperations(first: 5, query: "colour:red") { nodes { status } } }', {}, app());
  expect(warned.extensions['search']).toEqual([
    { path: ['bulkOperations'], query: 'colour:red', warnings: [{ field: 'colour', message: 'Invalid search field for this query.', code: 'invalid_field' }] },
  ]);
});

test('fifty thousand orders are read in seconds, in chunks', async () => {
  const orders = fakeOrders(50_000, 3);
  let largest = 0;
  const resolvers = fakeResolvers(orders);
  const counted = { ...resolvers, Order: { ...resolvers['Order'], name: (order: unknown) => ((largest += 1), Reflect.get(Object(order), 'name')) } };
  const shop = await open({ orders, resolvers: counted });
  const start = performance.now();
  const operation = await run(shop, LINES);
  expect(operation).toMatchObject({ objectCount: '200000', rootObjectCount: '50000' });
  expect(largest).toBe(50_000);
  expect(performance.now() - start).toBeLessThan(20_000);
}, 60_000);

test('an engine that is stopped leaves a running operation where it is', async () => {
  const shop = smallShop({ orders: fakeOrders(5000) });
  await shop.ask(RUN, { q: LINES }, app());
  await shop.api.stop();
  const { data } = await shop.ask('{ bulkOperations(first: 1) { nodes { status } } }', {}, app());
  expect(dig(data, 'nodes')).toEqual([{ status: 'CANCELING' }]);
});

test('an async resolver below a connection is waited for', async () => {
  const resolvers = { QueryRoot: { orders: honours(['query'], async () => fakeOrders(201)) }, Order: { lineItems: async () => [] } };
  const shop = await open({ resolvers });
  expect(await run(shop, LINES)).toMatchObject({ objectCount: '201' });
});

test('connections inside an object of a row follow the row', () => {
  const data = { orders: { nodes: [{ id: 'o', customer: { name: 'Ada', tags: { edges: [{ node: { id: 't' } }] } } }] } };
  expect(toJsonl(data, new Set(['orders', 'orders.customer.tags'])).text).toBe('{"id":"o","customer":{"name":"Ada"}}\n{"id":"t","__parentId":"o"}\n');
});
