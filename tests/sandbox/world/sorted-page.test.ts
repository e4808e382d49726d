import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Connection } from '#sandbox/admin-api/connection.ts';
import { sortedPage } from '#sandbox/admin-api/resolvers/sorted-page.ts';
import { gid } from '#sandbox/world/gid.ts';

interface Row {
  id: string;
  value: number;
}

const rowsArbitrary = fc
  .array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 })
  .map((values) => values.map((value, index) => ({ id: gid('Order', 6_000_000_000_001 + index), value })));

function sorted(rows: Row[], reverse: boolean): string[] {
  const ids = rows.toSorted((a, b) => a.value - b.value || (a.id < b.id ? -1 : 1)).map((row) => row.id);
  return reverse ? ids.reverse() : ids;
}

describe('paging through a sorted list', () => {
  it('forwards by any page size gives every row once, in order', () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.integer({ min: 1, max: 7 }), fc.boolean(), (rows, first, reverse) => {
        const seen: string[] = [];
        let after: string | null = null;
        for (let pages = 0; pages <= rows.length; pages += 1) {
          const page: Connection<Row> = sortedPage(rows, (row) => row.value, { first, after, reverse });
          seen.push(...page.nodes.map((row) => row.id));
          after = page.pageInfo.endCursor;
          if (!page.pageInfo.hasNextPage) break;
        }
        expect(seen).toEqual(sorted(rows, reverse));
      }),
    );
  });

  it('backwards by any page size gives every row once, in order', () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.integer({ min: 1, max: 7 }), fc.boolean(), (rows, last, reverse) => {
        const seen: string[] = [];
        let before: string | null = null;
        for (let pages = 0; pages <= rows.length; pages += 1) {
          const page: Connection<Row> = sortedPage(rows, (row) => row.value, { last, before, reverse });
          seen.unshift(...page.nodes.map((row) => row.id));
          before = page.pageInfo.startCursor;
          if (!page.pageInfo.hasPreviousPage) break;
        }
        expect(seen).toEqual(sorted(rows, reverse));
      }),
    );
  });

  it('all at once, as a bulk operation does, is the same order', () => {
    fc.assert(
      fc.property(rowsArbitrary, fc.boolean(), (rows, reverse) => {
        const page = sortedPage(rows, (row) => row.value, { first: 1_000_000, reverse });
        expect(page.nodes.map((row) => row.id)).toEqual(sorted(rows, reverse));
      }),
    );
  });

  it('goes on behind the cursor although its row has moved to the end meanwhile', () => {
    const rows = [1, 2, 3, 4].map((value) => ({ id: gid('Order', 6_000_000_000_000 + value), value }));
    const first = sortedPage(rows, (row) => row.value, { first: 2 });
    const moved = rows.map((row) => (row.value === 2 ? { ...row, value: 9 } : row));
    const second = sortedPage(moved, (row) => row.value, { first: 5, after: first.pageInfo.endCursor });
    expect(second.nodes.map((row) => row.value)).toEqual([3, 4, 9]);
  });
});
