import type { Connection, CursorKey, PageArgs } from '../connection.ts';
import { connectionFromReader } from '../connection.ts';

type SortValue = string | number;

/** One more than the largest page is asked for; beyond that it is a bulk operation, which wants everything sorted. */
const LARGEST_PAGE = 251;

interface Entry<T> {
  row: T;
  value: SortValue;
  id: string;
}

/** A page of rows sorted by a value and then by id; the cursor is a place in that order, so rows that come, go or move do not shift it. */
export function sortedPage<T extends { id: string }>(rows: Iterable<T>, sortValue: (row: T) => SortValue, args: PageArgs): Connection<T> {
  return connectionFromReader(
    args,
    (page) => {
      const sign = Boolean(args.reverse) === page.backwards ? 1 : -1;
      const after = page.after && { value: page.after.value ?? '', id: page.after.id };
      return nearest(rows, sortValue, page.limit, (entry) => after === null || compare(entry, after) * sign > 0, sign);
    },
    (row): CursorKey => ({ id: row.id, value: sortValue(row) }),
  );
}

/** The first `limit` rows in order, without sorting those that are not on the page. */
function nearest<T extends { id: string }>(rows: Iterable<T>, sortValue: (row: T) => SortValue, limit: number, follows: (entry: Entry<T>) => boolean, sign: number): T[] {
  const best: Entry<T>[] = [];
  for (const row of rows) {
    const entry = { row, value: sortValue(row), id: row.id };
    if (!follows(entry)) continue;
    if (limit > LARGEST_PAGE) {
      best.push(entry);
      continue;
    }
    const last = best.at(-1);
    if (best.length >= limit && last && compare(entry, last) * sign > 0) continue;
    best.splice(placeOf(entry, best, sign), 0, entry);
    if (best.length > limit) best.pop();
  }
  if (limit > LARGEST_PAGE) best.sort((a, b) => compare(a, b) * sign);
  return best.map((entry) => entry.row);
}

function placeOf<T>(entry: Entry<T>, sorted: readonly Entry<T>[], sign: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = sorted[middle];
    if (other && compare(other, entry) * sign < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Numbers in ids all have the same length, so ids compare as text. */
function compare(a: { value: SortValue; id: string }, b: { value: SortValue; id: string }): number {
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
