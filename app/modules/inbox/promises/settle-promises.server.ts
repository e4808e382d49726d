import { isDeepStrictEqual } from 'node:util';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { cancelJob, enqueue } from '#app/platform/jobs/job.server.ts';
import { readHours } from '#app/modules/hours/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { readTicketRow } from '../tickets/ticket-row.server.ts';
import { watchPromisesJob } from './jobs.ts';
import { ordersOf } from './orders-of.server.ts';
import { promiseSetting } from './promise-setting.ts';
import { promiseRowsOf, storePromise, type PromiseRow } from './promise-row.server.ts';
import { readCourse } from './read-course.server.ts';
import { settleWait, type Reckoning, type Settled } from './settle-wait.ts';
import { waitsOf } from './waits.ts';

/**
 * Reckons what the customer of a conversation was promised, from all that happened in it: clocks start, stop and end with it, and what is to be warned of,
 * was kept or broken is written down once. A call that somebody who complained was promised counts as well. A ticket that was merged keeps its own clocks; an answer where it is read ends them.
 */
export async function settlePromises(tx: ShopTx, ticketId: number, now: Date): Promise<void> {
  const members = await conversation(tx, ticketId);
  const root = members[0];
  if (!root) return;
  const reckoning = { promises: (await readSetting(tx, promiseSetting)).value, hours: await readHours(tx, { ianaTimezone: root.zone }), now };
  // What is read in a ticket that is done is done with it.
  const counting = root.isDone ? [root] : members;
  const owed: Settled[] = [];
  for (const { id } of counting) {
    const settled = await settleTicket(tx, id, root.id, reckoning);
    owed.push(...settled.filter(({ row }) => row.endedAt === null && (id === root.id || row.promise !== 'resolution')));
  }
  const called = await tx.complaints.findMany({ where: { ticket_id: { in: counting.map(({ id }) => id) }, called_back_at: null }, select: { promised_at: true } });
  await tx.tickets.updateMany({ where: { id: root.id }, data: { due_at: earliest([...owed.map(({ row }) => row.dueAt), ...called.map(({ promised_at }) => promised_at)]) } });
  const lookAt = earliest(owed.map((one) => one.lookAt));
  const key = `inbox-promises:${root.id}`;
  if (lookAt) await enqueue(tx, watchPromisesJob, { ticketId: root.id }, { key, runAt: lookAt });
  else await cancelJob(tx, key);
}

interface Member {
  id: number;
  isDone: boolean;
  zone: string;
}

/** The ticket in which it is read, first, and all that are read in it. */
async function conversation(tx: ShopTx, ticketId: number): Promise<Member[]> {
  return tx.$queryRaw<Member[]>`
    with recursive up as (select id, merged_into from tickets where id = ${ticketId}
                    union select above.id, above.merged_into from tickets above join up on above.id = up.merged_into),
         down as (select id, 0 as depth from up where merged_into is null
            union select below.id, down.depth + 1 from tickets below join down on below.merged_into = down.id)
    select id, state in ('solved', 'closed') as "isDone", app.shop_timezone() as zone from down join tickets using (id) order by depth, id`;
}

async function settleTicket(tx: ShopTx, ticketId: number, rootId: number, reckoning: Reckoning): Promise<Settled[]> {
  const ticket = await readTicketRow(tx, ticketId);
  if (!ticket) return [];
  const { happenings, isSpamAtFirst } = await readCourse(tx, { id: ticketId, rootId }, ticket.spam);
  const known = await promiseRowsOf(tx, ticketId);
  const concerned = { ...ticket, orders: reckoning.promises.valued ? await ordersOf(tx, ticket.personId) : 0 };
  const pairs = waitsOf(happenings, isSpamAtFirst).map((wait) => ({ wait, before: known.find((row) => isOf(row, wait)) }));
  const settled: Settled[] = [];
  for (const { wait, before } of pairs) {
    const one = settleWait(concerned, wait, before, reckoning);
    if (!one) continue;
    settled.push(one);
    if (before && isDeepStrictEqual(before, one.row)) continue;
    await storePromise(tx, ticketId, one.row);
    await noteOutcome(tx, ticketId, before, one.row, reckoning.now);
  }
  for (const row of known.filter((one) => !pairs.some(({ wait }) => isOf(one, wait)))) await tx.ticket_promises.deleteMany({ where: { ticket_id: ticketId, promise: row.promise, started_at: row.startedAt } });
  const due = Object.fromEntries(settled.filter(({ row }) => row.endedAt === null).map(({ row }) => [`${row.promise}_due`, row.dueAt]));
  await tx.tickets.updateMany({ where: { id: ticketId }, data: { first_reply_due: null, next_reply_due: null, resolution_due: null, ...due, due_at: earliest(Object.values(due)) } });
  return settled;
}

function isOf(row: Pick<PromiseRow, 'promise' | 'startedAt'>, wait: Pick<PromiseRow, 'promise' | 'startedAt'>): boolean {
  return row.promise === wait.promise && row.startedAt.getTime() === wait.startedAt.getTime();
}

async function noteOutcome(tx: ShopTx, ticketId: number, before: PromiseRow | undefined, { promise, dueAt, warnedAt, result, tookMinutes }: PromiseRow, now: Date): Promise<void> {
  if (!dueAt) return;
  const about = { promise, dueAt: dueAt.toISOString() };
  const said = { ticketId, actor: null, now };
  if (warnedAt && !before?.warnedAt) await noteTicketEvent(tx, { ...said, type: 'promise_warned', data: about });
  if (result === before?.result) return;
  if (result === 'broken') await noteTicketEvent(tx, { ...said, type: 'promise_broken', data: about });
  if (result === 'kept') await noteTicketEvent(tx, { ...said, type: 'promise_kept', data: { ...about, after: tookMinutes ?? 0 } });
}

function earliest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce((first, at) => (at && (!first || at < first) ? at : first), null);
}
