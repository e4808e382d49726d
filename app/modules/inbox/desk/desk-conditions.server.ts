import { join, sql, type Sql } from '#app/platform/db/database.server.ts';
import { openCalls } from '../complaints/open-calls.server.ts';
import { isFollowed } from './followed.server.ts';
import type { DeskQuery, DeskView } from './ui/desk-query.ts';

/** What is not done yet, in the very words of the indexes over it. */
export const isLive = sql`t.state not in ('solved', 'closed') and not t.spam and t.merged_into is null`;

/** That its customer complained and was promised a call: be it done, somebody waits. */
const hasCall = sql`t.id in (select c.read_in from ${openCalls} c)`;

/** What waits for somebody else. */
export const waits = sql`t.state in ('waiting_customer', 'waiting_third')`;
/** What waits for a word of the shop. */
export const isOurTurn = sql`t.state in ('new', 'open')`;

function viewOf(view: DeskView, staffId: string | null): Sql {
  const conditions: Record<DeskView, Sql> = {
    mine: sql`${isLive} and ${isOurTurn} and t.assignee_id = ${staffId}`,
    unassigned: sql`${isLive} and ${isOurTurn} and t.assignee_id is null`,
    followed: isFollowed(staffId),
    due: sql`t.due_at is not null and not t.spam and t.merged_into is null and (t.state not in ('solved', 'closed') or ${hasCall})`,
    open: sql`${isLive} and ${isOurTurn}`,
    waiting: sql`${isLive} and ${waits}`,
    snoozed: sql`${isLive} and t.state = 'snoozed'`,
    solved: sql`t.state in ('solved', 'closed') and not t.spam and t.merged_into is null`,
    spam: sql`t.spam and t.merged_into is null`,
    all: sql`not t.spam and t.merged_into is null`,
  };
  return conditions[view];
}

/** What is true of every ticket `t` that the query shows, on whatever page. */
export function conditionsOf({ view, team, priorities, valued, categories, channels, tag, assignee }: DeskQuery, staffId: string | null): Sql {
  return join(
    [
      viewOf(view, staffId),
      ...(team === null ? [] : [sql`t.team_id = ${team}::uuid`]),
      ...(priorities.length === 0 ? [] : [sql`t.priority = any (${[...priorities]})`]),
      ...(valued ? [sql`t.valued_by is not null`] : []),
      ...(categories.length === 0 ? [] : [sql`t.category = any (${[...categories]})`]),
      ...(channels.length === 0 ? [] : [sql`t.channel = any (${[...channels]})`]),
      ...(tag === null ? [] : [sql`${tag} = any (t.tags)`]),
      ...(assignee === null ? [] : [sql`t.assignee_id = ${assignee}`]),
    ],
    ' and ',
  );
}
