import { z } from 'zod';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { dissatisfied } from '../satisfaction/scores.ts';
import { isDone, priorities, priorityReasons, ticketChannels, ticketStates, type Priority, type PriorityReason, type TicketChannel } from '../tickets/ticket.ts';
import { valuedReasons, type ValuedReason } from '../tiers/valued-by.ts';
import { promiseKinds } from './promise-kinds.ts';
import type { PromiseRow } from './promise-row.server.ts';
import type { Happening } from './waits.ts';

/** A ticket of a conversation, with all that its promises follow from and what is stored of them. */
export interface Member {
  id: number;
  personId: string;
  channel: TicketChannel;
  priority: Priority;
  priorityReason: PriorityReason | null;
  assigneeId: string | null;
  isDone: boolean;
  isSpam: boolean;
  isSpamAtFirst: boolean;
  /** Whether the sender of its customer's last word is known to be forged. */
  isForged: boolean;
  course: Happening[];
  promises: PromiseRow[];
  /** What somebody who complained was promised and waits for. */
  call: Call | null;
  kept: Kept;
}

/** A call that was promised and not made yet. */
export interface Call {
  by: Date;
  /** When it was promised. */
  since: Date;
}

/** What a ticket's row keeps of what is reckoned: what is due, and what its customer is valued for. */
export interface Kept {
  valued_by: ValuedReason | null;
  first_reply_due: Date | null;
  next_reply_due: Date | null;
  resolution_due: Date | null;
  due_at: Date | null;
}

const moment = z.string().transform((text) => new Date(text));
const past = z.object({
  kind: z.enum(['customer', 'shop', 'state', 'reopened', 'spam', 'merged_into', 'csat_given']),
  /** Of an event, its number. */
  event: z.string().nullable(),
  at: moment,
  staff_id: z.string().nullable(),
  data: z.object({ to: z.unknown().optional(), is: z.boolean().optional(), undoes: z.string().optional(), score: z.number().optional() }).nullable(),
  own: z.boolean(),
});
const promise = z
  .object({
    promise: z.enum(promiseKinds), started_at: moment, minutes: z.number(), counts: z.enum(['open', 'always']), counted_from: moment, priority: z.enum(priorities), valued: z.boolean(), due_at: moment.nullable(), ended_at: moment.nullable(),
    result: z.enum(['running', 'kept', 'broken', 'dropped']), took_minutes: z.number().nullable(), staff_id: z.string().nullable(), warned_at: moment.nullable(),
  })
  .transform((row): PromiseRow => ({
    promise: row.promise, startedAt: row.started_at, minutes: row.minutes, counts: row.counts, countedFrom: row.counted_from, priority: row.priority, isValued: row.valued, dueAt: row.due_at, endedAt: row.ended_at, result: row.result,
    tookMinutes: row.took_minutes, staffId: row.staff_id, warnedAt: row.warned_at,
  }));
const stored = z.object({
  id: z.number(), person_id: z.string(), channel: z.enum(ticketChannels), priority: z.enum(priorities), priority_reason: z.enum(priorityReasons).nullable(), valued_by: z.enum(valuedReasons).nullable(), forged: z.boolean(), assignee_id: z.string().nullable(), state: z.enum(ticketStates), spam: z.boolean(), course: z.array(past),
  promises: z.array(promise), call: z.object({ by: moment, since: moment }).nullable(), erased_at: z.date().nullable(), first_reply_due: z.date().nullable(), next_reply_due: z.date().nullable(), resolution_due: z.date().nullable(), due_at: z.date().nullable(), zone: z.string(),
});

// One question: it is asked after every change of a ticket. What was said comes before what it led to.
const question = `
  with recursive up as (select id, merged_into from tickets where id = $1
                  union select above.id, above.merged_into from tickets above join up on above.id = up.merged_into),
       down as (select id, 0 as depth from up where merged_into is null
          union select below.id, down.depth + 1 from tickets below join down on below.merged_into = down.id)
  select t.id, t.person_id, t.channel, t.priority, t.priority_reason, t.valued_by, t.assignee_id, t.state, t.spam, t.first_reply_due, t.next_reply_due, t.resolution_due, t.due_at, app.shop_timezone() as zone,
         coalesce((select m.verified from messages m where m.ticket_id = t.id and m.direction = 'in' and m.author = 'person' and m.side_id is null order by m.id desc limit 1), '') = 'no' as forged,
         person.erased_at,
         (select jsonb_build_object('by', promised_at, 'since', recorded_at) from complaints where ticket_id = t.id and called_back_at is null and person.erased_at is null) as call,
         coalesce((select jsonb_agg(p order by p.started_at, p.promise) from ticket_promises p where p.ticket_id = t.id), '[]') as promises,
         coalesce((select jsonb_agg(c order by c.at, c.rank, c.place) from (
           select case m.author when 'person' then 'customer' else 'shop' end as kind, case m.direction when 'in' then m.created_at else greatest(m.created_at, m.happened_at) end as at,
                  case m.author when 'staff' then m.author_id end as staff_id, null::text as event, null::jsonb as data, m.ticket_id = t.id as own, 0 as rank, m.id as place
             from messages m
            where (m.ticket_id = t.id or m.ticket_id = root.id and m.direction = 'out') and m.side_id is null and m.kind = 'mail' and m.send_at is null and m.withdrawn_at is null
              and (m.direction = 'in' and m.author = 'person' or m.direction = 'out' and m.author = 'staff')
           union all
           select e.type, e.happened_at, e.actor, e.id::text, e.data, true, 1, e.id from ticket_events e where e.ticket_id = t.id and e.type in ('state', 'reopened', 'spam', 'merged_into', 'csat_given')) c), '[]') as course
    from down join tickets t using (id) left join people person on person.id = t.person_id cross join (select id from down where depth = 0) root order by down.depth, t.id`;

/** The ticket in which a ticket is read, first, and all that are read in it. In a merged one, answers count that were given since where it is read. What was taken back, and taking it back, is no part of a course. */
export async function readConversation(tx: ShopTx, ticketId: number): Promise<{ members: Member[]; zone: string }> {
  const rows = z.array(stored).parse(await runInBulk(tx, question, [ticketId], 'inbox-conversation'));
  return { members: rows.map(memberOf), zone: rows[0]?.zone ?? 'UTC' };
}

function memberOf({ id, person_id, channel, priority, priority_reason, valued_by, forged, assignee_id, state, spam, course, promises, call, erased_at, first_reply_due, next_reply_due, resolution_due, due_at }: z.infer<typeof stored>): Member {
  const merged = course.findLast(({ kind }) => kind === 'merged_into');
  const undone = new Set(course.flatMap(({ event, data }) => (data?.undoes === undefined ? [] : [event, data.undoes])));
  const happenings = course.filter(({ own, at, event }) => (own || (merged !== undefined && at >= merged.at)) && (event === null || !undone.has(event))).flatMap((one) => happeningOf(one, erased_at));
  const firstSpam = happenings.find((happened) => happened.what === 'spam');
  const isSpamAtFirst = firstSpam?.what === 'spam' ? !firstSpam.is : spam;
  return {
    id, personId: person_id, channel, priority, priorityReason: priority_reason, assigneeId: assignee_id, isDone: isDone(state), isSpam: spam, isSpamAtFirst, isForged: forged, course: happenings, promises,
    call, kept: { valued_by, first_reply_due, next_reply_due, resolution_due, due_at },
  };
}

function happeningOf({ kind, at, staff_id: staffId, data }: z.infer<typeof past>, forgottenAt: Date | null): Happening[] {
  // Who was not content with the help they got has said so, and waits.
  if (kind === 'customer' || (kind === 'csat_given' && data?.score !== undefined && data.score <= dissatisfied)) return [{ at, what: 'customer' }];
  if (kind === 'shop') return [{ at, what: 'shop', staffId }];
  if (kind === 'reopened') return [{ at, what: 'state', to: 'open', staffId }];
  const to = z.enum(ticketStates).safeParse(data?.to);
  if (kind === 'state' && to.success) return [{ at, what: 'state', to: to.data, staffId, isForgotten: forgottenAt !== null && at >= forgottenAt }];
  return kind === 'spam' && data?.is !== undefined ? [{ at, what: 'spam', is: data.is }] : [];
}
