import { empty, sql } from '#app/platform/db/database.server.ts';
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

type Piece = ReturnType<typeof sql>;

/** How the tickets `t` of a query are ordered, and what their places are compared by. */
export function orderOf({ view, sort }: Pick<DeskQuery, 'view' | 'sort'>): { by: Piece; rank: Piece } {
  if (sort === 'newest') return { by: sql`t.last_message_at desc, t.id desc`, rank: sql`0` };
  if (sort === 'oldest') return { by: sql`t.last_message_at asc, t.id asc`, rank: sql`0` };
  if (sort === 'due') return { by: sql`${dueOf(view)} asc, t.id asc`, rank: sql`0` };
  return { by: sql`${rank} asc, t.last_message_at asc, t.id asc`, rank };
}

/** The cursor of the page after a row. */
export function cursorAfter(sort: DeskSort, { id, lastMessageAt, dueAt, rank: at }: Place): string {
  const time = sort === 'due' ? (dueAt ?? never) : lastMessageAt;
  return `${at}.${time.getTime()}.${id}`;
}

/** What is true of what follows the query's cursor; one that is none of ours begins at the top. */
export function isAfter({ view, sort, after }: Pick<DeskQuery, 'view' | 'sort' | 'after'>): Piece {
  const [, level, time, number] = /^(\d)\.(\d{1,15})\.(\d{1,9})$/.exec(after ?? '') ?? [];
  if (level === undefined || time === undefined || number === undefined || Number(time) > never.getTime()) return empty;
  const at = new Date(Number(time));
  const id = Number(number);
  if (sort === 'newest') return sql`and (t.last_message_at, t.id) < (${at}, ${id})`;
  if (sort === 'oldest') return sql`and (t.last_message_at, t.id) > (${at}, ${id})`;
  if (sort === 'due') return sql`and (${dueOf(view)}, t.id) > (${at}, ${id})`;
  return sql`and (${rank}, t.last_message_at, t.id) > (${Number(level)}, ${at}, ${id})`;
}

/** In the view of what is owed everything is, and its index has the order. */
function dueOf(view: DeskView): Piece {
  return view === 'due' ? sql`t.due_at` : sql`coalesce(t.due_at, ${never})`;
}
