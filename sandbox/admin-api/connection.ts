import { badRequest, notModelled } from './errors.ts';

/** The paging arguments every connection takes. The engine has checked them before a resolver sees them. */
export interface PageArgs {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  reverse?: boolean | null;
}

export interface PageInfo {
  hasNextPage: boolean;
  hasPreviousPage: boolean;
  startCursor: string | null;
  endCursor: string | null;
}

export interface Connection<T> {
  edges: { cursor: string; node: T }[];
  nodes: T[];
  pageInfo: PageInfo;
}

/** Where a page starts: the sort value and the id of the last row seen. */
export interface CursorKey {
  id: string;
  value: string | number | null;
}

/** Which rows a paged reader is asked for: at most `limit`, strictly after `after`, backwards from the end of the list when `backwards`. */
export interface PageRequest {
  limit: number;
  after: CursorKey | null;
  backwards: boolean;
}

/** Shopify pages no deeper into one list. */
const MAX_DEPTH = 25_000;

/** An opaque cursor for a row; `depth` counts the rows from the end at which the paging began. */
export function encodeCursor(key: CursorKey, depth: number): string {
  return Buffer.from(JSON.stringify({ last_id: key.id, last_value: key.value, depth })).toString('base64');
}

/** The row a cursor points at. */
export function decodeCursor(cursor: string): CursorKey & { depth: number } {
  const invalid = badRequest(`'${cursor}' is not a valid cursor.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.from(cursor, 'base64').toString('utf8'));
  } catch {
    throw invalid;
  }
  if (typeof parsed !== 'object' || parsed === null || !('last_id' in parsed) || !('last_value' in parsed)) throw invalid;
  const { last_id: id, last_value: value } = parsed;
  const depth = 'depth' in parsed ? parsed.depth : 0;
  if (typeof id !== 'string' || typeof depth !== 'number') throw invalid;
  if (typeof value !== 'string' && typeof value !== 'number' && value !== null) throw invalid;
  return { id, value, depth };
}

/** Where a page begins. Throws when that is deeper than Shopify goes. */
function boundOf(cursor: string | null | undefined): (CursorKey & { depth: number }) | null {
  const bound = cursor ? decodeCursor(cursor) : null;
  if (bound !== null && bound.depth >= MAX_DEPTH) throw badRequest(`Pagination is limited to ${MAX_DEPTH} objects. Narrow the list with filters.`);
  return bound;
}

/** A connection over a list that is already in memory and in its forward order. `reverse` turns the list round first. */
export function connectionFromList<T>(list: readonly T[], args: PageArgs): Connection<T> {
  const ordered = args.reverse ? list.toReversed() : list;
  const from = args.after ? positionOf(ordered, args.after) + 1 : 0;
  const to = args.before ? positionOf(ordered, args.before) : ordered.length;
  const start = args.last != null && args.first == null ? Math.max(from, to - args.last) : from;
  const end = args.first != null ? Math.min(to, from + args.first) : to;
  const edges = ordered
    .slice(start, Math.max(start, end))
    .map((node, index) => edge(node, () => encodeCursor({ id: rowId(node) ?? String(start + index), value: start + index }, start + index + 1)));
  return assemble(edges, { hasPreviousPage: start > 0, hasNextPage: end < ordered.length });
}

/**
 * A connection over rows that are read page by page (a table, a large index). `read` answers in forward order of the wanted
 * sort, or in backward order when `backwards`; `reverse` is the reader's own business, since it is part of the sort.
 */
export function connectionFromReader<T>(args: PageArgs, read: (page: PageRequest) => T[], keyOf: (row: T) => CursorKey): Connection<T> {
  const backwards = args.first == null && args.last != null;
  if (backwards ? args.after : args.before) throw notModelled(`${backwards ? 'last with after' : 'first with before'} in a list this long`);
  const size = (backwards ? args.last : args.first) ?? 0;
  const bound = boundOf(backwards ? args.before : args.after);
  const depth = bound?.depth ?? 0;
  const rows = read({ limit: size + 1, after: bound, backwards });
  const more = rows.length > size;
  const page = rows.slice(0, size);
  if (backwards) page.reverse();
  const edges = page.map((node, index) => edge(node, () => encodeCursor(keyOf(node), depth + (backwards ? page.length - index : index + 1))));
  const inside = bound !== null;
  return assemble(edges, backwards ? { hasPreviousPage: more, hasNextPage: inside } : { hasPreviousPage: inside, hasNextPage: more });
}

/** Cursors are made when they are read: a bulk operation reads none of its fifty thousand. */
function edge<T>(node: T, cursor: () => string): { cursor: string; node: T } {
  return {
    node,
    get cursor() {
      return cursor();
    },
  };
}

function assemble<T>(edges: { cursor: string; node: T }[], more: { hasPreviousPage: boolean; hasNextPage: boolean }): Connection<T> {
  return {
    edges,
    nodes: edges.map((each) => each.node),
    pageInfo: {
      ...more,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
  };
}

/** The row's present position wins over the remembered one, so that rows that come or go do not shift the page. */
function positionOf(list: readonly unknown[], cursor: string): number {
  const key = boundOf(cursor);
  if (key === null) return 0;
  const found = list.findIndex((row) => rowId(row) === key.id);
  return found >= 0 ? found : Number(key.value);
}

function rowId(row: unknown): string | null {
  return typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? row.id : null;
}
