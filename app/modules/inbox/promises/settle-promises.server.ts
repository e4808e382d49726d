import { isDeepStrictEqual } from 'node:util';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { cancelJob } from '#app/platform/jobs/job.server.ts';
import { readHours } from '#app/modules/hours/index.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { noteTicketEvent, type TicketEvent } from '../tickets/ticket-events.server.ts';
import { raiseForValue } from '../tiers/raise-for-value.server.ts';
import type { ValuedBy } from '../tiers/valued-by.ts';
import { valuedPeople } from '../tiers/valued-people.server.ts';
import { lookAtPromises, promisesKey } from './look-at-promises.server.ts';
import { promiseSetting } from './promise-setting.ts';
import { storePromises, type PromiseRow } from './promise-row.server.ts';
import { readConversation, type Kept, type Member } from './read-conversation.server.ts';
import { settleCalls } from './settle-calls.server.ts';
import { settleWait, type Reckoning, type Settled } from './settle-wait.ts';
import { waitsOf } from './waits.ts';

/**
 * Reckons what the customer of a conversation was promised, from all that happened in it: clocks start, stop and end with it, and what is to be warned of,
 * was kept or broken is written down once. A call that somebody who complained was promised counts as well. A ticket that was merged keeps its own clocks;
 * an answer where it is read ends them. Whose customer the shop values is marked, and goes before others.
 */
export async function settlePromises(tx: ShopTx, ticketId: number, now: Date): Promise<void> {
  const { members, zone } = await readConversation(tx, ticketId);
  const root = members[0];
  if (!root || members.every(({ course, promises, call }) => course.length === 0 && promises.length === 0 && call === null)) return;
  const { value: promises } = await readSetting(tx, promiseSetting);
  const valued = await valuedPeople(tx, [...new Set(members.map(({ personId }) => personId))], promises.valued);
  const reckoning = { promises, hours: await readHours(tx, { ianaTimezone: zone }), now };
  // What is read in a ticket that is done is done with it.
  const counting = root.isDone ? [root] : members;
  // But who was promised a call waits for it.
  const calls = members.flatMap(({ id, call }) => (call ? [{ ticketId: id, ...call }] : []));
  const owed: Settled[] = [];
  for (const member of counting.toReversed()) {
    const by = member.isSpam || member.isForged ? null : (valued.get(member.personId)?.by ?? null);
    const settled = (await settleTicket(tx, { ...member, isRead: member === root, by }, reckoning)).filter(({ row }) => row.endedAt === null);
    owed.push(...settled.filter(({ row }) => member === root || row.promise !== 'resolution'));
    await noteKept(tx, member, by, settled, member === root ? earliest([...owed.map(({ row }) => row.dueAt), ...calls.map(({ by: callBy }) => callBy)]) : earliest(settled.map(({ row }) => row.dueAt)));
  }
  const lookAt = earliest([...owed.map((one) => one.lookAt), ...(await settleCalls(tx, calls, { warnBefore: promises.warnBefore, now }))]);
  if (lookAt) await lookAtPromises(tx, root.id, lookAt);
  else if (counting.some(({ promises }) => promises.some(({ endedAt }) => endedAt === null))) await cancelJob(tx, promisesKey(root.id));
}

interface Settling extends Member {
  /** Whether it is where the conversation is read. */
  isRead: boolean;
  /** What the shop values its customer for. */
  by: ValuedBy['by'] | null;
}

async function settleTicket(tx: ShopTx, member: Settling, reckoning: Reckoning): Promise<Settled[]> {
  const { id, course, isRead, isSpamAtFirst, promises: known, priority, priorityReason, by } = member;
  const pairs = waitsOf(course, isSpamAtFirst).map((wait) => ({ wait, before: known.find((row) => isOf(row, wait)) }));
  // Whoever the shop comes to value as they wait, or begins to wait as one, goes before others; what a measure that was changed since says of older waits raises nothing.
  const isRaised = isRead && by !== null && priority === 'normal' && priorityReason === null && pairs.some(({ wait, before }) => !wait.end && !before?.isValued);
  if (isRaised) await raiseForValue(tx, id, reckoning.now);
  const concerned = { ...member, isValued: by !== null, priority: isRaised ? ('high' as const) : priority };
  const settled = await promisedThen(tx, pairs.flatMap(({ wait, before }) => {
    const one = settleWait(concerned, wait, before, reckoning);
    return one ? [{ ...one, before }] : [];
  }));
  const changed = settled.filter(({ row, before }) => !before || !isDeepStrictEqual(before, row));
  await storePromises(tx, id, changed.map(({ row }) => row));
  for (const { row, before } of changed) await noteOutcome(tx, id, before, row, reckoning.now);
  for (const row of known.filter((one) => !pairs.some(({ wait }) => isOf(one, wait)))) {
    await tx.ticket_promises.deleteMany({ where: { ticket_id: id, promise: row.promise, started_at: row.startedAt } });
    await takeBackOutcome(tx, id, row, ['promise_warned', 'promise_broken', 'promise_kept']);
  }
  return settled;
}

/** Without what was over before anybody promised it: what a setting says since was neither kept nor broken then. */
async function promisedThen<One extends Settled & { before: PromiseRow | undefined }>(tx: ShopTx, settled: readonly One[]): Promise<One[]> {
  const isLate = ({ row, before }: One) => !before && row.endedAt !== null;
  if (!settled.some(isLate)) return [...settled];
  const setting = await tx.settings.findFirst({ where: { name: promiseSetting.name }, select: { updated_at: true } });
  return settled.filter((one) => !isLate(one) || !setting || !one.row.endedAt || one.row.endedAt >= setting.updated_at);
}

async function noteKept(tx: ShopTx, { id, kept }: Member, by: ValuedBy['by'] | null, owed: readonly Settled[], nearest: Date | null): Promise<void> {
  const due = (promise: PromiseRow['promise']) => owed.find(({ row }) => row.promise === promise)?.row.dueAt ?? null;
  const wanted: Kept = { valued_by: by, first_reply_due: due('first_reply'), next_reply_due: due('next_reply'), resolution_due: due('resolution'), due_at: nearest };
  if (!isDeepStrictEqual(wanted, kept)) await tx.tickets.updateMany({ where: { id }, data: wanted });
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

/** What follows from what never was is written down nowhere. Of two waits that were due at the same moment, as after a weekend, each keeps its own. */
async function takeBackOutcome(tx: ShopTx, ticketId: number, { promise, startedAt, dueAt }: PromiseRow, types: TicketEvent['type'][]): Promise<void> {
  const due = dueAt?.toISOString() ?? null;
  await tx.$executeRaw`
    delete from ticket_events where ticket_id = ${ticketId} and id in (
      select min(id) from ticket_events
       where ticket_id = ${ticketId} and type = any(${types}) and data ->> 'promise' = ${promise} and data ->> 'dueAt' = ${due} and happened_at >= ${startedAt} group by type)`;
}

function earliest(moments: readonly (Date | null)[]): Date | null {
  return moments.reduce((first, at) => (at && (!first || at < first) ? at : first), null);
}
