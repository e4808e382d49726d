import { empty, sql } from '#app/platform/db/database.server.ts';
import type { DeskSort } from './desk-query.ts';

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
const due = sql`coalesce(t.due_at, ${never})`;

/** How a sort orders tickets `t`, and what its places are compared by. */
export const orders: Record<DeskSort, { by: ReturnType<typeof sql>; rank: ReturnType<typeof sql> }> = {
  newest: { by: sql`t.last_message_at desc, t.id desc`, rank: sql`0` },
  oldest: { by: sql`t.last_message_at asc, t.id asc`, rank: sql`0` },
  due: { by: sql`${due} asc, t.id asc`, rank: sql`0` },
  priority: { by: sql`${rank} asc, t.last_message_at asc, t.id asc`, rank },
};

/** The cursor of the page after a row. */
export function cursorAfter(sort: DeskSort, { id, lastMessageAt, dueAt, rank: at }: Place): string {
  const time = sort === 'due' ? (dueAt ?? never) : lastMessageAt;
  return `${at}.${time.getTime()}.${id}`;
}

/** What is true of what follows a cursor; one that is none of ours begins at the top. */
export function isAfter(sort: DeskSort, cursor: string | null): ReturnType<typeof sql> {
  const [, level, time, number] = /^(\d)\.(\d{1,15})\.(\d{1,9})$/.exec(cursor ?? '') ?? [];
  if (level === undefined || time === undefined || number === undefined || Number(time) > never.getTime()) return empty;
  const at = new Date(Number(time));
  const id = Number(number);
  if (sort === 'newest') return sql`and (t.last_message_at, t.id) < (${at}, ${id})`;
  if (sort === 'oldest') return sql`and (t.last_message_at, t.id) > (${at}, ${id})`;
  if (sort === 'due') return sql`and (${due}, t.id) > (${at}, ${id})`;
  return sql`and (${rank}, t.last_message_at, t.id) > (${Number(level)}, ${at}, ${id})`;
}
