import { join, sql, type Sql } from '#app/platform/db/database.server.ts';
import { readIn } from '../tickets/read-in.server.ts';
import type { SearchFilters } from './views.ts';

/** The same as conditions on tickets `t`. One that was merged is sought where it is read: there it is spam or is not, waits, is done, and is somebody's. */
export function filtersOf({ states, channels, categories, priorities, assigneeId, teamId, tag, since, spam = false }: SearchFilters): Sql[] {
  const stands = (at: Sql) =>
    join(
      [
        sql`${at}.spam = ${spam}`,
        ...(states?.length ? [sql`${at}.state = any (${states})`] : []),
        ...(categories?.length ? [sql`${at}.category = any (${categories})`] : []),
        ...(priorities?.length ? [sql`${at}.priority = any (${priorities})`] : []),
        ...(assigneeId === undefined ? [] : [assigneeId === null ? sql`${at}.assignee_id is null` : sql`${at}.assignee_id = ${assigneeId}`]),
        ...(teamId === undefined ? [] : [sql`${at}.team_id = ${teamId}::uuid`]),
        ...(tag === undefined ? [] : [sql`${tag} = any (${at}.tags)`]),
      ],
      ' and ',
    );
  return [
    sql`case when t.merged_into is null then ${stands(sql`t`)} else exists (select from tickets root where root.id = ${readIn(sql`t`)} and ${stands(sql`root`)}) end`,
    ...(channels?.length ? [sql`t.channel = any (${channels})`] : []),
    ...(since === undefined ? [] : [sql`t.last_message_at >= ${since}`]),
  ];
}
