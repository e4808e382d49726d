import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Connection, PageRequest } from '#sandbox/admin-api/connection.ts';
import { connectionFromList, connectionFromReader, decodeCursor, encodeCursor } from '#sandbox/admin-api/connection.ts';

interface Row {
  id: string;
}

const list: Row[] = Array.from({ length: 7 }, (_, index) => ({ id: `gid://shopify/Thing/${index}` }));
const ids = (connection: Connection<Row>) => connection.nodes.map((row) => Number(row.id.split('/').at(-1)));
const fromReader = (args: Parameters<typeof connectionFromList>[1]) =>
  connectionFromReader(
    args,
    ({ limit, after, backwards }: PageRequest) => {
      const ordered = backwards ? list.toReversed() : list;
      const start = after === null ? 0 : ordered.findIndex((row) => row.id === after.id) + 1;
      return ordered.slice(start, start + limit);
    },
    (row) => ({ id: row.id, value: null }),
  );

describe.each([
  ['a list', (args: Parameters<typeof connectionFromList>[1]) => connectionFromList(list, args)],
  ['a reader', fromReader],
])('a connection over %s', (_name, connect) => {
  test('walks forward to the end without gap or repetition', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), (first) => {
        const seen: number[] = [];
        for (let after: string | null = null; ; ) {
          const page: Connection<Row> = connect({ first, after });
          seen.push(...ids(page));
          expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
          if (!page.pageInfo.hasNextPage) break;
          after = page.pageInfo.endCursor;
        }
        expect(seen).toEqual([0, 1, 2, 3, 4, 5, 6]);
      }),
    );
  });

  test('walks backward in forward order', () => {
    const end = connect({ last: 3 });
    expect(ids(end)).toEqual([4, 5, 6]);
    expect(end.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const before = connect({ last: 3, before: end.pageInfo.startCursor });
    expect(ids(before)).toEqual([1, 2, 3]);
    expect(before.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: true });
  });

  test('edges and nodes tell the same rows', () => {
    const page = connect({ first: 2 });
    expect(page.edges.map((edge) => edge.node)).toEqual(page.nodes);
    expect(page.pageInfo.startCursor).toBe(page.edges[0]?.cursor);
  });
});

test('a reader refuses a page bounded at the far end, loudly', () => {
  expect(() => fromReader({ first: 1, before: 'x' })).toThrow(/does not model first with before/);
  expect(() => fromReader({ last: 1, after: 'x' })).toThrow(/does not model last with after/);
});

test('a list takes a page between two cursors', () => {
  const [from, to] = [0, 5].map((index) => connectionFromList(list, { first: index + 1 }).pageInfo.endCursor);
  expect(ids(connectionFromList(list, { first: 9, after: from, before: to }))).toEqual([1, 2, 3, 4]);
});

test('no list is paged deeper than 25,000 rows', () => {
  const long = Array.from({ length: 30_000 }, (_, index) => ({ id: `gid://shopify/Thing/${index}` }));
  const page = (after: string | null) => connectionFromList(long, { first: 12_500, after }).pageInfo.endCursor;
  const reader = (after: string | null) =>
    connectionFromReader(
      { first: 12_500, after },
      ({ limit, after: bound }) => {
        const start = bound === null ? 0 : long.findIndex((row) => row.id === bound.id) + 1;
        return long.slice(start, start + limit);
      },
      (row) => ({ id: row.id, value: null }),
    ).pageInfo.endCursor;
  for (const walk of [page, reader]) expect(() => walk(walk(walk(null)))).toThrow(/limited to 25000/);
});

test('reverse turns the list round', () => {
  expect(ids(connectionFromList(list, { first: 2, reverse: true }))).toEqual([6, 5]);
});

test('a cursor still holds when rows before it have gone', () => {
  const after = connectionFromList(list, { first: 3 }).pageInfo.endCursor;
  expect(ids(connectionFromList(list.slice(2), { first: 2, after }))).toEqual([3, 4]);
});

test('an empty connection has no cursors', () => {
  expect(connectionFromList([], { first: 5 }).pageInfo).toEqual({ hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null });
});

test.each(['', 'nonsense', Buffer.from('{"last_id":1}').toString('base64'), Buffer.from('null').toString('base64')])('the cursor %j is refused', (cursor) => {
  expect(() => decodeCursor(cursor)).toThrow(/is not a valid cursor/);
});

test('a cursor tells its row and nothing else', () => {
  expect(decodeCursor(encodeCursor({ id: 'gid://shopify/Order/1', value: '2026-01-01' }, 7))).toEqual({ id: 'gid://shopify/Order/1', value: '2026-01-01', depth: 7 });
});
