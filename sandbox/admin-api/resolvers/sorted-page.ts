import { connectionFromReader, type Connection, type CursorKey, type PageArgs } from '../connection.ts';
import { numericId } from '#sandbox/world/gid.ts';

type SortValue = string | number;

/** A page of rows sorted by a value and then by id; a row that moves between pages is neither lost nor shown twice by the cursor's doing. */
export function sortedPage<T extends { id: string }>(rows: Iterable<T>, sortValue: (row: T) => SortValue, args: PageArgs): Connection<T> {
  const keyed = Array.from(rows, (row) => ({ row, value: sortValue(row), number: numericId(row.id) }));
  keyed.sort((a, b) => compare(a, b));
  if (args.reverse) keyed.reverse();
  const direction = args.reverse ? -1 : 1;
  return connectionFromReader(
    args,
    (page) => {
      const ordered = page.backwards ? keyed.toReversed() : keyed;
      const sign = page.backwards ? -direction : direction;
      const { after } = page;
      const start = after === null ? 0 : ordered.findIndex((entry) => compare(entry, keyOf(after)) * sign > 0);
      return start < 0 ? [] : ordered.slice(start, start + page.limit).map((entry) => entry.row);
    },
    (row): CursorKey => ({ id: row.id, value: sortValue(row) }),
  );
}

function keyOf(cursor: CursorKey): { value: SortValue; number: number } {
  return { value: cursor.value ?? '', number: numericId(cursor.id) };
}

function compare(a: { value: SortValue; number: number }, b: { value: SortValue; number: number }): number {
  if (a.value === b.value) return a.number - b.number;
  return a.value < b.value ? -1 : 1;
}
