import { isDeepStrictEqual } from 'node:util';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { cancelJob, enqueue } from '#app/platform/jobs/job.server.ts';
import { readHours } from '#app/modules/hours/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { noteTicketEvent, type TicketEvent } from '../tickets/ticket-events.server.ts';
import { watchPromisesJob } from './jobs.ts';
import { ordersOf } from './orders-of.server.ts';
import { promiseSetting } from './promise-setting.ts';
import { storePromises, type PromiseRow } from './promise-row.server.ts';
import { readConversation, type Dues, type Member } from './read-conversation.server.ts';
import { settleWait, type Reckoning, type Settled } from './settle-wait.ts';
import { waitsOf } from './waits.ts';

/**
 * Reckons what the customer of a conversation was promised, from all that happened in it: clocks start, stop and end with it, and what is to be warned of,
 * was kept or broken is written down once. A call that somebody who complained was promised counts as well. A ticket that was merged keeps its own clocks;
 * an answer where it is read ends them.
 */
export async function settlePromises(tx: ShopTx, ticketId: number, now: Date): Promise<void> {
  const { members, zone } = await readConversation(tx, ticketId);
  const root = members[0];
  if (!root || members.every(({ course, promises, callBy }) => course.length === 0 && promises.length === 0 && callBy === null)) return;
  const reckoning = { promises: (await readSetting(tx, promiseSetting)).value, hours: await readHours(tx, { ianaTimezone: zone }), now };
  // What is read in a ticket that is done is done with it.
  const counting = root.isDone ? [root] : members;
  const owed: Settled[] = [];
  for (const member of counting.toReversed()) {
    const settled = (await settleTicket(tx, member, reckoning)).filter(({ row }) => row.endedAt === null);
    owed.push(...settled.filter(({ row }) => member === root || row.promise !== 'resolution'));
    await noteDues(tx, member, settled, member === root ? earliest([...owed.map(({ row }) => row.dueAt), ...counting.map(({ callBy }) => callBy)]) : earliest(settled.map(({ row }) => row.dueAt)));
  }
  const lookAt = earliest(owed.map((one) => one.lookAt));
  const key = `inbox-promises:${root.id}`;
  if (lookAt) await enqueue(tx, watchPromisesJob, { ticketId: root.id }, { key, runAt: lookAt });
  else if (counting.some(({ promises }) => promises.some(({ endedAt }) => endedAt === null))) await cancelJob(tx, key);
}

async function settleTicket(tx: ShopTx, member: Member, reckoning: Reckoning): Promise<Settled[]> {
  const { id, course, isSpamAtFirst, promises: known } = member;
  const concerned = { ...member, orders: reckoning.promises.valued ? await ordersOf(tx, member.personId) : 0 };
  const pairs = waitsOf(course, isSpamAtFirst).map((wait) => ({ wait, before: known.find((row) => isOf(row, wait)) }));
  const settled = pairs.flatMap(({ wait, before }) => {
    const one = settleWait(concerned, wait, before, reckoning);
    return one ? [{ ...one, before }] : [];
  });
  const changed = settled.filter(({ row, before }) => !before || !isDeepStrictEqual(before, row));
  await storePromises(tx, id, changed.map(({ row }) => row));
  for (const { row, before } of changed) await noteOutcome(tx, id, before, row, reckoning.now);
  for (const row of known.filter((one) => !pairs.some(({ wait }) => isOf(one, wait)))) {
    await tx.ticket_promises.deleteMany({ where: { ticket_id: id, promise: row.promise, started_at: row.startedAt } });
    await takeBackOutcome(tx, id, row, ['promise_warned', 'promise_broken', 'promise_kept']);
  }
  return settled;
}

async function noteDues(tx: ShopTx, { id, dues }: Member, owed: readonly Settled[], nearest: Date | null): Promise<void> {
  const due = (promise: PromiseRow['promise']) => owed.find(({ row }) => row.promise === promise)?.row.dueAt ?? null;
  const wanted: Dues = { first_reply_due: due('first_reply'), next_reply_due: due('next_reply'), resolution_due: due('resolution'), due_at: nearest };
  if (!isDeepStrictEqual(wanted, dues)) await tx.tickets.updateMany({ where: { id }, data: wanted });
}

function isOf(row: Pick<PromiseRow, 'promise' | 'startedAt'>, wait: Pick<PromiseRow, 'promise' | 'startedAt'>): boolean {
  return row.promise === wait.promise && row.startedAt.getTime() === wait.startedAt.getTime();
}

async function noteOutcome(tx: ShopTx, ticketId: number, before: PromiseRow | undefined, { promise, dueAt, warnedAt, result, tookMinutes }: PromiseRow, now: Date): Promise<void> {
  if (before?.result === 'kept' && result !== 'kept') await takeBackOutcome(tx, ticketId, before, ['promise_kept']);
  if (!dueAt) return;
  const about = { promise, dueAt: dueAt.toISOString() };
  const said = { ticketId, actor: null, now };
  if (warnedAt && !before?.warnedAt) await noteTicketEvent(tx, { ...said, type: 'promise_warned', data: about });
  if (result === before?.result) return;
  if (result === 'broken') await noteTicketEvent(tx, { ...said, type: 'promise_broken', data: about });
  if (result === 'kept') await noteTicketEvent(tx, { ...said, type: 'promise_kept', data: { ...about, after: tookMinutes ?? 0 } });
}

/** What follows from what never was is written down nowhere. */
async function takeBackOutcome(tx: ShopTx, ticketId: number, { promise, dueAt }: PromiseRow, types: TicketEvent['type'][]): Promise<void> {
  const due = dueAt?.toISOString() ?? null;
  await tx.$executeRaw`delete from ticket_events where ticket_id = ${ticketId} and type = any(${types}) and data ->> 'promise' = ${promise} and data ->> 'dueAt' = ${due}`;
}

function earliest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce((first, at) => (at && (!first || at < first) ? at : first), null);
}
