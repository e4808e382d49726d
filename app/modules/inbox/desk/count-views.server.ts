import { sql, type ShopTx, type Sql } from '#app/platform/db/database.server.ts';
import { openCalls } from '../complaints/open-calls.server.ts';
import { isLive, isOurTurn, waits } from './desk-conditions.server.ts';
import { isFollowed } from './followed.server.ts';

/** How many conversations each view holds; of what is over nobody counts. */
export interface ViewCounts {
  mine: number;
  unassigned: number;
  /** What they follow. */
  followed: number;
  due: number;
  open: number;
  waiting: number;
  snoozed: number;
  /** Up to a hundred: nobody needs to know more. */
  spam: number;
  /** Complaints whose customer waits for a call. */
  complaints: number;
  /** What waits for a word of the shop, by team. */
  teams: Readonly<Record<string, number>>;
}

const mostSpam = 100;

/** Counts the views as this person of the shop sees them: what is not done is walked through once, in its index alone; of what is done, only what a call is owed for. */
export async function countViews(tx: ShopTx, staffId: string | null): Promise<ViewCounts> {
  const held = (which: Sql) => sql`coalesce(sum(t.held) filter (where ${which}), 0)::int`;
  const [counts] = await tx.$queryRaw<ViewCounts[]>(sql`
    with alike as materialized (
      select t.state, t.assignee_id, t.team_id, count(*) as held, count(t.due_at) as due from tickets t where ${isLive} group by t.state, t.assignee_id, t.team_id),
         calls as materialized (select c.read_in from ${openCalls} c)
    select ${held(sql`${isOurTurn} and t.assignee_id = ${staffId}`)} as mine,
           ${held(sql`${isOurTurn} and t.assignee_id is null`)} as unassigned,
           (select count(*)::int from tickets t where ${isFollowed(staffId)}) as followed,
           coalesce(sum(t.due), 0)::int + (select count(*)::int from tickets t where t.id = any (array(select read_in from calls)) and t.state in ('solved', 'closed') and t.due_at is not null and not t.spam and t.merged_into is null) as due,
           (select count(*)::int from calls) as complaints,
           ${held(isOurTurn)} as open,
           ${held(waits)} as waiting,
           ${held(sql`t.state = 'snoozed'`)} as snoozed,
           (select count(*)::int from (select from tickets t where t.spam and t.merged_into is null limit ${mostSpam}) few) as spam,
           (select coalesce(jsonb_object_agg(team_id, held), '{}') from (
              select t.team_id, sum(t.held)::int as held from alike t where ${isOurTurn} and t.team_id is not null group by t.team_id) by_team) as teams
      from alike t`);
  if (!counts) throw new Error('Nothing was counted.');
  return counts;
}
