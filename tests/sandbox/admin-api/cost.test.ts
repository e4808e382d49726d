import fc from 'fast-check';
import { parse, Kind } from 'graphql';
import { describe, expect, test } from 'vitest';
import { connectionPrice, pageWeight } from '#sandbox/admin-api/cost/prices.ts';
import type { CostedQuery } from '#sandbox/admin-api/cost/query-cost.ts';
import { actualCost, requestedCost } from '#sandbox/admin-api/cost/query-cost.ts';
import { PLANS, refill, settle, statusOf, take } from '#sandbox/admin-api/cost/throttle.ts';
import { adminSchema } from '#sandbox/admin-api/execution/admin-schema.ts';

function costed(text: string, variables: Record<string, unknown> = {}): CostedQuery {
  const document = parse(text);
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('no operation');
  const fragments = new Map(document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])));
  return { schema: adminSchema().schema, operation, fragments, variables };
}

test.each([
  [0, 0],
  [1, 1],
  [2, 1],
  [3, 2],
  [5, 3],
  [10, 4],
  [20, 5],
  [50, 7],
  [100, 9],
  [250, 11],
])('a page of %i weighs %i', (size, weight) => {
  expect(pageWeight(size)).toBe(weight);
});

test('a page costs two and the weight of its rows', () => {
  expect(connectionPrice(1, 0)).toBe(3);
  expect(connectionPrice(10, 2)).toBe(2 + 4 * 3);
});

describe('the requested cost', () => {
  test.each([
    ['an object and its scalars', '{ shop { name email } }', 1],
    ['an object in an object', '{ shop { plan { publicDisplayName } } }', 2],
    ['money is free', '{ order(id: "1") { currentTotalPriceSet { shopMoney { amount } } } }', 1],
    ['a connection of scalars', '{ orders(first: 10) { nodes { id } } }', 2 + 4],
    ['edges cost what nodes cost', '{ orders(first: 10) { edges { cursor node { id } } pageInfo { hasNextPage } } }', 2 + 4],
    ['nodes and edges of one connection count once', '{ orders(first: 10) { nodes { id customer { id } } edges { node { customer { locale } } } } }', 2 + 4 * 2],
    ['nested connections multiply', '{ orders(first: 10) { nodes { lineItems(first: 5) { nodes { id } } } } }', 2 + 4 * (1 + (2 + 3))],
    ['a list with first weighs like a page', '{ order(id: "1") { fulfillments(first: 10) { id } } }', 1 + 4],
    ['a list without first counts once', '{ order(id: "1") { refunds { id } } }', 1 + 1],
    ['a count is dear', '{ ordersCount { count } }', 10],
    ['a mutation is ten, its payload included', 'mutation { orderClose(input: { id: "1" }) { order { id } userErrors { message } } }', 11],
    ['two mutations are twenty', 'mutation { a: orderClose(input: { id: "1" }) { userErrors { message } } b: orderOpen(input: { id: "1" }) { userErrors { message } } }', 20],
    ['__typename is free', '{ __typename shop { __typename } }', 1],
    ['the dearest member of an interface counts', '{ node(id: "1") { id ... on Order { customer { id } } ... on Customer { locale } } }', 2],
    ['fragments are looked through and fields merged', '{ shop { ...a ...b } } fragment a on Shop { plan { shopifyPlus } } fragment b on Shop { plan { publicDisplayName } }', 2],
    ['what is skipped costs nothing', 'query($no: Boolean!) { shop { plan @include(if: $no) { shopifyPlus } primaryDomain @skip(if: true) { url } } }', 1],
  ])('%s', (_name, query, points) => {
    expect(requestedCost(costed(query, { no: false })).points).toBe(points);
  });

  test('page sizes come from variables', () => {
    expect(requestedCost(costed('query($n: Int!) { orders(first: $n) { nodes { id } } }', { n: 250 })).points).toBe(2 + 11);
  });

  test('each field tells its own and its children’s part', () => {
    const { fields } = requestedCost(costed('{ shop { plan { shopifyPlus } } }'));
    expect(fields).toContainEqual({ path: ['shop'], definedCost: 1, requestedTotalCost: 2, requestedChildrenCost: 1 });
  });
});

describe('the actual cost', () => {
  const query = costed('{ orders(first: 50) { nodes { id customer { id } } } }');
  test.each([
    ['no rows leave the price of the connection', { orders: { nodes: [] } }, 2],
    ['rows count as they are', { orders: { nodes: [{ id: '1', customer: { id: '1' } }] } }, 4],
    ['absent objects are free', { orders: { nodes: [{ id: '1', customer: null }] } }, 3],
    ['nothing costs nothing', { orders: null }, 0],
    ['no data costs nothing', null, 0],
  ])('%s', (_name, data, points) => {
    expect(actualCost(query, data)).toBe(points);
  });

  test('a list asked for without a size counts once, however long it is', () => {
    const refunds = costed('{ order(id: "1") { refunds { id order { id } } } }');
    const row = { id: '1', order: { id: '1' } };
    expect(requestedCost(refunds).points).toBe(1 + 2);
    expect(actualCost(refunds, { order: { refunds: [row, row, row, row, row] } })).toBe(1 + 2);
  });

  test('never exceeds what was requested', () => {
    const size = 20;
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: size }), (customers) => {
        const data = { orders: { nodes: customers.map((has, id) => ({ id, customer: has ? { id: 1 } : null })) } };
        const asked = costed(`{ orders(first: ${size}) { nodes { id customer { id } } } }`);
        return actualCost(asked, data) <= requestedCost(asked).points;
      }),
    );
  });
});

describe('the bucket', () => {
  const standard = PLANS.standard;

  test.each([
    ['regains a hundred points a second', 1000, 5_000, 1500],
    ['never holds more than fits', 1900, 60_000, 2000],
    ['does not lose when the clock stands', 10, 0, 10],
    ['does not lose when the clock goes back', 10, -1000, 10],
  ])('%s', (_name, available, milliseconds, expected) => {
    expect(refill({ available, at: 0 }, standard, milliseconds).available).toBe(expected);
  });

  test('gives to the last point and refuses the next', () => {
    expect(take({ available: 100, at: 0 }, 100)).toEqual({ available: 0, at: 0 });
    expect(take({ available: 99.9, at: 0 }, 100)).toBeNull();
  });

  test('what was asked for but not used comes back at once', () => {
    expect(settle({ available: 900, at: 0 }, 100, 30, standard).available).toBe(970);
    expect(settle({ available: 1990, at: 0 }, 100, 30, standard).available).toBe(2000);
  });

  test('the status shows whole points', () => {
    expect(statusOf({ available: 12.9, at: 0 }, standard)).toEqual({ maximumAvailable: 2000, restoreRate: 100, currentlyAvailable: 12 });
  });

  test('each plan holds twenty seconds of its rate', () => {
    for (const plan of Object.values(PLANS)) expect(plan.maximumAvailable).toBe(20 * plan.restoreRate);
  });
});
