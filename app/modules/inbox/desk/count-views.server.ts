import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { isLive, ourTurn } from './desk-conditions.server.ts';

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

interface Group {
  state: string;
  team: string | null;
  mine: boolean;
  free: boolean;
  due: boolean;
  count: number;
}

const mostSpam = 100;

/** Counts the views as this person of the shop sees them, in one walk over what is not done. */
export async function countViews(tx: ShopTx, staffId: string | null): Promise<ViewCounts> {
  const groups = await tx.$queryRaw<Group[]>(sql`
    select t.state, t.team_id::text as team, coalesce(t.assignee_id = ${staffId}, false) as mine, t.assignee_id is null as free, t.due_at is not null as due, count(*)::int as count
      from tickets t where ${isLive} group by 1, 2, 3, 4, 5`);
  const [spam] = await tx.$queryRaw<{ count: number }[]>(sql`select count(*)::int as count from (select from tickets t where t.spam and t.merged_into is null limit ${mostSpam}) few`);
  const sum = (those: (group: Group) => boolean) => groups.filter(those).reduce((total, { count }) => total + count, 0);
  const isOurs = ({ state }: Group) => ourTurn.some((turn) => turn === state);
  const teams: Record<string, number> = {};
  for (const group of groups) if (group.team !== null && isOurs(group)) teams[group.team] = (teams[group.team] ?? 0) + group.count;
  return {
    mine: sum((group) => isOurs(group) && group.mine),
    unassigned: sum((group) => isOurs(group) && group.free),
    due: sum(({ due }) => due),
    open: sum(isOurs),
    waiting: sum(({ state }) => state === 'waiting_customer' || state === 'waiting_third'),
    snoozed: sum(({ state }) => state === 'snoozed'),
    spam: spam?.count ?? 0,
    teams,
  };
}
