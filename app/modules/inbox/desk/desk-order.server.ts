import { empty, join, sql, type Sql } from '#app/platform/db/database.server.ts';
import type { DeskQuery, DeskSort, DeskView } from './ui/desk-query.ts';

/** Where a row stands in the order it was read in. */
export interface Place {
  id: number;
  lastMessageAt: Date;
  dueAt: Date | null;
  rank: number;
}

const rank = sql`array_position(array['urgent', 'high', 'normal', 'low'], t.priority)`;
/** Later than anything that is promised: what owes nothing comes last. */
const never = new Date('9999-01-01T00:00:00Z');

type Ordered = Pick<DeskQuery, 'view' | 'sort'>;

/** What tickets `t` are compared by, and whether the greatest comes first. */
function lineOf({ view, sort }: Ordered): { columns: Sql[]; falls: boolean } {
  if (sort === 'newest' || sort === 'oldest') return { columns: [sql`t.last_message_at`, sql`t.id`], falls: sort === 'newest' };
  if (sort === 'due') return { columns: [dueOf(view), sql`t.id`], falls: false };
  return { columns: [rank, sql`t.last_message_at`, sql`t.id`], falls: false };
}

/** How the tickets `t` of a query are ordered, or the other way round, and what urgency they are compared by. */
export function orderOf(query: Ordered, backwards = false): { by: Sql; rank: Sql } {
  const { columns, falls } = lineOf(query);
  const way = falls === backwards ? sql`asc` : sql`desc`;
  return { by: join(columns.map((column) => sql`${column} ${way}`)), rank: query.sort === 'priority' ? rank : sql`0` };
}

/** The cursor of the page after a row. */
export function cursorAfter(sort: DeskSort, { id, lastMessageAt, dueAt, rank: at }: Place): string {
  const time = sort === 'due' ? (dueAt ?? never) : lastMessageAt;
  return `${at}.${time.getTime()}.${id}`;
}

/** What is true of what follows the query's cursor, or of what comes before it; one that is none of ours begins at the top. */
export function isAfter(query: Ordered & Pick<DeskQuery, 'after'>, backwards = false): Sql {
  const [, level, time, number] = /^(\d)\.(\d{1,15})\.(\d{1,9})$/.exec(query.after ?? '') ?? [];
  if (level === undefined || time === undefined || number === undefined || Number(time) > never.getTime()) return empty;
  const { columns, falls } = lineOf(query);
  const place = [...(query.sort === 'priority' ? [Number(level)] : []), new Date(Number(time)), Number(number)];
  return sql`and (${join(columns)}) ${falls === backwards ? sql`>` : sql`<`} (${join(place)})`;
}

/** In the view of what is owed everything is, and its index has the order. */
function dueOf(view: DeskView): Sql {
  return view === 'due' ? sql`t.due_at` : sql`coalesce(t.due_at, ${never})`;
}
