import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSearch } from '#sandbox/admin-api/search/parse-search.ts';
import type { SearchTable } from '#sandbox/admin-api/search/search-filter.ts';
import { searchFilter } from '#sandbox/admin-api/search/search-filter.ts';

interface Row {
  id: string;
  name: string;
  email: string | null;
  tags: string[];
  status: string;
  total: number;
  createdAt: string;
  test: boolean;
}

const table: SearchTable<Row> = {
  fields: {
    id: { kind: 'id', of: (row) => row.id },
    name: { kind: 'text', of: (row) => row.name },
    email: { kind: 'text', of: (row) => row.email },
    tag: { kind: 'keyword', of: (row) => row.tags },
    status: { kind: 'keyword', of: (row) => row.status },
    total: { kind: 'number', of: (row) => row.total },
    created_at: { kind: 'time', of: (row) => row.createdAt },
    test: { kind: 'flag', of: (row) => row.test },
  },
  bare: ['name', 'email'],
  dynamic: (field) => (field.startsWith('metafields.') ? { kind: 'keyword', of: () => 'L' } : null),
};

const rows: Row[] = [
  { id: 'gid://shopify/Order/10', name: '#1001', email: 'ada.byron@example.com', tags: ['VIP', 'gift wrap'], status: 'open', total: 10, createdAt: '2026-10-01T08:00:00Z', test: false },
  { id: 'gid://shopify/Order/20', name: '#1002', email: 'grace@example.org', tags: ['vip'], status: 'closed', total: 20, createdAt: '2026-10-02T23:59:59Z', test: true },
  { id: 'gid://shopify/Order/30', name: 'A-10021', email: null, tags: [], status: 'open', total: 30.5, createdAt: '2026-11-20T10:00:00Z', test: false },
];
const now = new Date('2026-11-21T00:00:00Z');
const found = (query: string) => {
  const search = searchFilter(query, table, now);
  return rows.filter(search.matches).map((row) => Number(row.id.split('/').at(-1)));
};

describe('a query finds', () => {
  test.each([
    ['', [10, 20, 30]],
    ['name:#1001', [10]],
    ['name:1001', [10]],
    ['name:"#1001" AND email:"ada.byron@example.com"', [10]],
    ['name:"#1001" AND email:"grace@example.org"', []],
    ['name:100*', [10, 20, 30]],
    ['name:1001*', [10]],
    ['byron', [10]],
    ['example.com', [10]],
    ['GRACE', [20]],
    ['tag:vip', [10, 20]],
    ["tag:'gift wrap'", [10]],
    ['-tag:vip', [30]],
    ['NOT tag:vip', [30]],
    ['tag:vip -status:closed', [10]],
    ['status:closed OR total:>30', [20, 30]],
    ['status:open total:>10', [30]],
    ['(status:closed OR tag:vip) AND total:<20', [10]],
    ['status:(open OR closed) total:20', [20]],
    ['status:open,closed', []],
    ['total:>=20', [20, 30]],
    ['total:<=20', [10, 20]],
    ['total:10..20', [10, 20]],
    ['id:>10', [20, 30]],
    ['id:20', [20]],
    ['id:gid://shopify/Order/20', [20]],
    ['created_at:2026-10-02', [20]],
    ['created_at:>2026-10-02', [30]],
    ["created_at:>='2026-10-02T23:59:59Z'", [20, 30]],
    ["created_at:<'2026-10-02'", [10]],
    ["created_at:>'2026-10-01' created_at:<'2026-11-01'", [20]],
    ['created_at:2026-10-01..2026-10-02', [10, 20]],
    ['test:true', [20]],
    ['email:*', [10, 20]],
    ['-email:*', [30]],
    ['metafields.custom.size:L', [10, 20, 30]],
    ['a OR b AND', [30]],
    ['"unbalanced', []],
  ])('%s', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });
});

test('a filter on an unknown field is ignored and reported, its neighbours still count', () => {
  const search = searchFilter('phone:+49151 AND name:#1001', table, now);
  expect(rows.filter(search.matches).map((row) => row.name)).toEqual(['#1001']);
  expect(search.warnings).toEqual([{ field: 'phone', message: 'Invalid search field for this query.', code: 'invalid_field' }]);
});

test('a query of nothing but unknown fields finds everything', () => {
  expect(found('phone:123')).toEqual([10, 20, 30]);
  expect(found('-phone:123')).toEqual([10, 20, 30]);
});

test('AND binds closer than OR', () => {
  expect(parseSearch('a b OR c')).toMatchObject({ kind: 'or', parts: [{ kind: 'and' }, { kind: 'term', value: 'c' }] });
});

test('escaped quotes and colons are part of the value', () => {
  expect(parseSearch('name:"say \\"hi\\""')).toMatchObject({ field: 'name', value: 'say "hi"' });
  expect(parseSearch('a\\:b')).toMatchObject({ field: null, value: 'a:b' });
});

test('no text makes the parser throw or hang', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', ':', '"', "'", '(', ')', '-', ' ', '*', '\\', '>', '<', '=', 'AND', 'OR ', 'NOT ') }), (text) => {
    parseSearch(text);
  }));
});
