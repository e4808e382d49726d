import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { isLive, isOurTurn } from './desk-conditions.server.ts';

/** How many conversations each view holds; of what is over nobody counts. */
export interface ViewCounts {
  mine: number;
  unassigned: number;
  due: number;
  open: number;
  waiting: number;
  snoozed: number;
  /** Up to a hundred: nobody needs to know more. */
  spam: number;
  /** What waits for a word of the shop, by team. */
  teams: Readonly<Record<string, number>>;
}

const mostSpam = 100;

/** Counts the views as this person of the shop sees them: what is not done is walked through in its index alone. */
export async function countViews(tx: ShopTx, staffId: string | null): Promise<ViewCounts> {
  const [counts] = await tx.$queryRaw<ViewCounts[]>(sql`
    select count(*) filter (where ${isOurTurn} and t.assignee_id = ${staffId})::int as mine,
           count(*) filter (where ${isOurTurn} and t.assignee_id is null)::int as unassigned,
           count(t.due_at)::int as due,
           count(*) filter (where ${isOurTurn})::int as open,
           count(*) filter (where t.state in ('waiting_customer', 'waiting_third'))::int as waiting,
           count(*) filter (where t.state = 'snoozed')::int as snoozed,
           (select count(*)::int from (select from tickets t where t.spam and t.merged_into is null limit ${mostSpam}) few) as spam,
           (select coalesce(jsonb_object_agg(team_id, count), '{}') from (
              select t.team_id, count(*)::int as count from tickets t where ${isLive} and ${isOurTurn} and t.team_id is not null group by t.team_id) by_team) as teams
      from tickets t where ${isLive}`);
  if (!counts) throw new Error('Nothing was counted.');
  return counts;
}
