import { z } from 'zod';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import { candidatesOf } from './candidates.server.ts';
import { pickAgent } from './pick-agent.ts';
import { waysToAssign } from './team.ts';

const mostAtOnce = 500;

/** What of a ticket `t`, its team `g` and its agent `a` says that it waits for somebody. */
const waitsForSomebody = (now: Date) => sql`
  g.assigns in ('in_turn', 'least_busy') and t.state in ('new', 'open') and not t.spam and t.merged_into is null
  and (t.assignee_id is null or a.away_since <= ${now} and (a.away_until is null or a.away_until > ${now}) and (t.waiting_since is not null
       or exists (select from messages m where m.ticket_id = t.id and m.direction = 'in' and m.author = 'third' and m.kind = 'mail' and m.created_at > a.away_since)))`;

/**
 * Gives what waits for somebody of a team to whoever can take it, the most urgent first and then who has waited longest; what nobody has room for waits on.
 * A ticket whose agent is away is given to another once its customer waits, or whoever was asked beside it has answered.
 */
export async function assignWaiting(ctx: ShopContext): Promise<void> {
  const now = ctx.clock.now();
  const waiting = await ctx.tx(
    (tx) => tx.$queryRaw<{ id: number }[]>(sql`
      select t.id from tickets t join teams g on g.id = t.team_id left join agents a on a.staff_id = t.assignee_id where ${waitsForSomebody(now)}
       order by array_position(array['urgent', 'high', 'normal', 'low'], t.priority), coalesce(t.waiting_since, t.created_at), t.id limit ${mostAtOnce}`),
  );
  for (const { id } of waiting) await ctx.tx((tx) => assign(tx, id, now));
}

async function assign(tx: ShopTx, ticketId: number, now: Date): Promise<void> {
  // One at a time for each team: two must not both be the last whom somebody has room for. Somebody may have taken it, or be done with it, since it was found.
  const [team] = await tx.$queryRaw<{ id: string; assigns: string; last_given_to: string | null }[]>(sql`
    select g.id::text, g.assigns, g.last_given_to from teams g join tickets t on t.team_id = g.id left join agents a on a.staff_id = t.assignee_id
     where t.id = ${ticketId} and ${waitsForSomebody(now)} for update of g, t`);
  if (!team) return;
  const to = pickAgent(await candidatesOf(tx, team.id, now), { assigns: z.enum(waysToAssign).parse(team.assigns), lastGivenTo: team.last_given_to });
  if (to === null) return;
  await tx.teams.updateMany({ where: { id: team.id }, data: { last_given_to: to } });
  await changeTicket(tx, { ticketId, changes: { assigneeId: to }, actor: null, now });
}
