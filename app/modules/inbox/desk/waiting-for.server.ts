import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { KeptOrBroken } from '../promises/promise-kinds.ts';
import { openCalls } from '../complaints/open-calls.server.ts';
import { isLive, isOurTurn } from './desk-conditions.server.ts';
import { toldTo, type Told } from './told-to.server.ts';

/** What waits for a word of one person of the shop: theirs, and what is nobody's yet. */
export interface WaitingFor {
  count: number;
  /** The last that its customer wrote in; null where nothing waits. */
  newest: { id: number; subject: string; person: string | null; at: Date } | null;
  /** What others did lately that concerns them. */
  told: Told | null;
  /** What they were warned of and can still keep, the soonest first: of their conversations, and of those that nobody has yet where it is their team's, or no team's. */
  warned: { id: number; subject: string; promise: KeptOrBroken; dueAt: Date }[];
}

const mostWarned = 50;

/** What waits for this person of the shop, wherever in the app they are. */
export async function waitingFor(ctx: ShopContext, staffId: string | null): Promise<WaitingFor> {
  const theirs = sql`${isLive} and ${isOurTurn} and (t.assignee_id is null or t.assignee_id = ${staffId})`;
  return ctx.tx(async (tx) => {
    const [counted] = await tx.$queryRaw<{ count: number }[]>(sql`select count(*)::int as count from tickets t where ${theirs}`);
    // A call was heard by whoever wrote it down.
    const [newest] = await tx.$queryRaw<NonNullable<WaitingFor['newest']>[]>(sql`
      select t.id, t.subject, p.name as person, t.last_message_at as at from tickets t join people p on p.id = t.person_id
       where ${theirs} and t.last_from = 'customer' and not (t.channel = 'phone' and t.message_count = 1) order by t.last_message_at desc, t.id desc limit 1`);
    return { count: counted?.count ?? 0, newest: newest ?? null, told: await toldTo(tx, staffId, ctx.clock.now()), warned: await warnedOf(tx, staffId, ctx.clock.now()) };
  });
}

async function warnedOf(tx: ShopTx, staffId: string | null, now: Date): Promise<WaitingFor['warned']> {
  return tx.$queryRaw<WaitingFor['warned']>(sql`
    select t.id, t.subject, w.promise, w.due_at as "dueAt" from (
      select p.ticket_id, p.promise, p.due_at, false as is_call from ticket_promises p where p.ended_at is null and p.due_at > ${now} and p.result = 'running' and p.warned_at is not null
      union all
      select c.read_in, 'call', c.promised_at, true from ${openCalls} c
       where c.promised_at > ${now} and exists (select from ticket_events e where e.ticket_id = c.complaint_of and e.type = 'promise_warned' and e.data ->> 'promise' = 'call')) w
      join tickets t on t.id = w.ticket_id
     where (${isLive} or w.is_call and not t.spam)
       and (t.assignee_id = ${staffId} or t.assignee_id is null and (t.team_id is null or exists (select from team_members m where m.team_id = t.team_id and m.staff_id = ${staffId})))
     order by w.due_at, t.id limit ${mostWarned}`);
}
