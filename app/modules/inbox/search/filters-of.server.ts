import { sql } from '#app/platform/db/database.server.ts';
import type { SearchFilters } from './views.ts';

/** The same as conditions on tickets `t`. */
export function filtersOf({ states, channels, categories, priorities, assigneeId, teamId, tag, since, spam = false }: SearchFilters) {
  return [
    sql`t.spam = ${spam}`,
    ...(states?.length ? [sql`t.state = any (${states})`] : []),
    ...(channels?.length ? [sql`t.channel = any (${channels})`] : []),
    ...(categories?.length ? [sql`t.category = any (${categories})`] : []),
    ...(priorities?.length ? [sql`t.priority = any (${priorities})`] : []),
    ...(assigneeId === undefined ? [] : [assigneeId === null ? sql`t.assignee_id is null` : sql`t.assignee_id = ${assigneeId}`]),
    ...(teamId === undefined ? [] : [sql`t.team_id = ${teamId}::uuid`]),
    ...(tag === undefined ? [] : [sql`${tag} = any (t.tags)`]),
    ...(since === undefined ? [] : [sql`t.last_message_at >= ${since}`]),
  ];
}
