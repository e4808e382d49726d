import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getNamedType, isInputObjectType, isObjectType } from 'graphql';
import type { GraphQLArgument, GraphQLInputField } from 'graphql';
import type { Caller } from '#sandbox/contract.ts';
import { adminSchema } from '#sandbox/admin-api/execution/admin-schema.ts';
import { honouredPaths } from '#sandbox/admin-api/resolver.ts';
import { createAdminApi } from '#sandbox/admin-api/index.ts';
import { resolvers } from '#sandbox/admin-api/resolvers/index.ts';
import type { ServedShop } from './serve.ts';
import { serve } from './serve.ts';
import { app, DOMAIN, installation, MERCHANT } from './small-shop.ts';

/** The engine around the real resolvers and a real world. */
let shop: ServedShop;
beforeAll(async () => {
  shop = await serve({ resolvers });
  const create = `mutation($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id } userErrors { field message } } }`;
  for (const [index, daysAgo] of [0, 10, 70].entries()) {
    const order = {
      email: `buyer${index}@example.com`,
      phone: `+4915112345${index}00`,
      processedAt: new Date(shop.clock.now().getTime() - daysAgo * 86_400_000).toISOString(),
      lineItems: [1, 2].map((line) => ({ title: `Thing ${line}`, quantity: line, priceSet: { shopMoney: { amount: '10.00', currencyCode: 'EUR' } } })),
    };
    shop.clock.travelTo(new Date(Date.parse('2026-11-21T12:00:00Z') - daysAgo * 86_400_000));
    const { data, errors } = await shop.ask(create, { order });
    expect([errors, JSON.stringify(data)]).toEqual([[], expect.stringContaining('"userErrors":[]')]);
    shop.clock.returnToPresent();
  }
});
afterAll(() => shop.close());

const emails = async (query: string | null, caller: Caller = MERCHANT) => {
  const answer = await shop.ask('query($q: String) { orders(first: 10, query: $q) { nodes { email } } }', { q: query }, caller);
  expect(answer.errors).toEqual([]);
  return { emails: JSON.stringify(answer.data).match(/buyer\d/g) ?? [], search: answer.extensions['search'] };
};

describe('orders', () => {
  test('are found by name and email together, and not when one is wrong', async () => {
    expect((await emails('name:"#1001" AND email:"buyer0@example.com"')).emails).toEqual(['buyer0']);
    expect((await emails('name:"#1001" AND email:"buyer1@example.com"')).emails).toEqual([]);
  });

  test('have no phone filter: it is ignored with a warning', async () => {
    const found = await emails('phone:+4915112345000');
    expect(found.emails).toHaveLength(3);
    expect(found.search).toEqual([
      { path: ['orders'], query: 'phone:+4915112345000', warnings: [{ field: 'phone', message: 'Invalid search field for this query.', code: 'invalid_field' }] },
    ]);
  });

  test('older than 60 days need read_all_orders', async () => {
    expect((await emails(null, app({ scopes: new Set(['read_orders']) }))).emails.sort()).toEqual(['buyer0', 'buyer1']);
    expect((await emails(null, app())).emails).toHaveLength(3);
  });

  test('page through cursors without gap or repetition', async () => {
    const seen: string[] = [];
    let after: unknown = null;
    for (let more = true; more; ) {
      const { data } = await shop.ask('query($after: String) { orders(first: 1, after: $after, sortKey: UPDATED_AT) { nodes { email } pageInfo { hasNextPage endCursor } } }', { after });
      const { nodes, pageInfo } = Object(data).orders;
      seen.push(nodes[0].email);
      more = pageInfo.hasNextPage;
      after = pageInfo.endCursor;
    }
    expect(seen.sort()).toEqual(['buyer0@example.com', 'buyer1@example.com', 'buyer2@example.com']);
  });

  test('show no email to an app that is not approved for it', async () => {
    const caller = app({ protectedData: { level1: true, name: true, email: false, phone: true, address: true } });
    const { data, errors } = await shop.ask('{ orders(first: 1) { nodes { email name } } }', {}, caller);
    expect(data).toMatchObject({ orders: { nodes: [{ email: null, name: expect.any(String) }] } });
    expect(errors).toMatchObject([{ extensions: { code: 'ACCESS_DENIED' } }]);
  });
});

test('a bulk operation holds orders and lines, and only what the app may see', async () => {
  const caller = app({ scopes: new Set(['read_orders']) });
  const q = '{ orders(sortKey: CREATED_AT) { edges { node { id email lineItems { edges { node { id quantity } } } } } } }';
  await shop.ask('mutation($q: String!) { bulkOperationRunQuery(query: $q) { bulkOperation { id } userErrors { message } } }', { q }, caller);
  await shop.api.settled();
  const { data } = await shop.ask('{ bulkOperations(first: 1, reverse: true) { nodes { status url objectCount } } }', {}, caller);
  const [operation] = Object(data).bulkOperations.nodes;
  expect(operation).toMatchObject({ status: 'COMPLETED', objectCount: '6' });
  const rows = (await (await fetch(operation.url)).text()).trimEnd().split('\n').map((line) => JSON.parse(line));
  expect(rows.filter((row) => row.email).map((row) => row.email)).toEqual(['buyer1@example.com', 'buyer0@example.com']);
  for (const row of rows.filter((each) => each.quantity)) expect(row.__parentId).toMatch(/^gid:\/\/shopify\/Order\/\d+$/);
});

const fieldsOf = (type: string) => {
  const declared = adminSchema().schema.getType(type);
  return isObjectType(declared) ? declared.getFields() : {};
};
const declaredResolvers = Object.entries(resolvers).flatMap(([type, fields]) => Object.entries(fields).map(([name, resolver]) => ({ type, name, resolver })));

test('every resolver stands on a field of the schema', () => {
  const unknown = declaredResolvers.filter(({ type, name }) => fieldsOf(type)[name] === undefined);
  expect(unknown.map(({ type, name }) => `${type}.${name}`)).toEqual([]);
});

test('every argument that a resolver honours exists', () => {
  const exists = (input: GraphQLArgument | GraphQLInputField | undefined, [next, ...rest]: string[]): boolean => {
    if (input === undefined) return false;
    if (next === undefined) return true;
    const type = getNamedType(input.type);
    return isInputObjectType(type) && exists(type.getFields()[next], rest);
  };
  const unknown = declaredResolvers.flatMap(({ type, name, resolver }) =>
    honouredPaths(resolver)
      .filter((path) => {
        const [first, ...rest] = path.split('.');
        return !exists(fieldsOf(type)[name]?.args.find((arg) => arg.name === first), rest);
      })
      .map((path) => `${type}.${name}(${path})`),
  );
  expect(unknown).toEqual([]);
});

test('a shop that was renamed keeps its jobs, buckets and operations', async () => {
  const worlds = shop.worlds;
  const api = createAdminApi({
    worlds,
    resolvers,
    clock: shop.clock,
    urls: { base: '', storefront: () => '', appPublic: '', appLocal: '' },
    dataDir: null,
    merchantToken: 'm',
    authenticate: () => installation(),
    milliseconds: () => 0,
  });
  const query = { query: '{ orders(first: 10) { nodes { id } } }' };
  const before = await api.runAdmin(DOMAIN, query, app());
  worlds.renameShop(DOMAIN, 'renamed.myshopify.com');
  const after = await api.runAdmin('renamed.myshopify.com', query, app());
  worlds.renameShop('renamed.myshopify.com', DOMAIN);
  const left = (answer: typeof before) => Number(/"currentlyAvailable":(\d+)/.exec(JSON.stringify(answer.body))?.[1]);
  expect(left(after)).toBe(left(before) - 4);
  await api.stop();
});
