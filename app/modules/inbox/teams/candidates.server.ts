import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Candidate } from './pick-agent.ts';

/** The people of a team, with what waits for each of them. */
export async function candidatesOf(tx: ShopTx, teamId: string, now: Date): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>`
    select m.staff_id as "staffId", coalesce(a.away_since <= ${now} and (a.away_until is null or a.away_until > ${now}), false) as "isAway", a.most_open as "mostOpen",
           (select count(*)::int from tickets t where t.assignee_id = m.staff_id and t.state in ('new', 'open') and not t.spam and t.merged_into is null) as open
      from team_members m left join agents a on a.staff_id = m.staff_id where m.team_id = ${teamId}::uuid`;
}
