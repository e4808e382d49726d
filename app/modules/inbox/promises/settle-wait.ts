import type { OpenHours } from '#app/modules/hours/index.server.ts';
import { priorities, type Priority, type TicketChannel } from '../tickets/ticket.ts';
import type { PromiseRow } from './promise-row.server.ts';
import type { Promises } from './promise-setting.ts';
import { reckon, type Counted } from './reckon.ts';
import { targetFor } from './target-for.ts';
import type { Wait } from './waits.ts';

/** Of a ticket, what decides how quick its promises are. */
export interface Concerned {
  channel: TicketChannel;
  priority: Priority;
  assigneeId: string | null;
  /** Whether the shop values its customer. */
  isValued: boolean;
}

/** What a shop's promises are reckoned with at a moment. */
export interface Reckoning {
  promises: Promises;
  hours: OpenHours;
  now: Date;
}

/** A promise as it is to be stored, and when somebody has to look at it again; null: not before something happens. */
export interface Settled {
  row: PromiseRow;
  lookAt: Date | null;
}

type Start = Pick<PromiseRow, 'minutes' | 'counts' | 'countedFrom' | 'priority' | 'isValued'>;

/** How the promise behind a wait stands; null where nothing was promised. What was promised when the wait began holds, whatever the shop promises by now, and what was broken stays so. */
export function settleWait(ticket: Concerned, wait: Wait, before: PromiseRow | undefined, reckoning: Reckoning): Settled | null {
  // What is over stays as it was reckoned then, whatever the hours are now.
  if (before?.endedAt && before.endedAt.getTime() === wait.end?.at.getTime()) return { row: before, lookAt: null };
  const start = before ? hastened(ticket, wait, before, reckoning) : startOf(ticket, wait, reckoning.promises);
  if (!start) return null;
  const { now, hours, promises } = reckoning;
  const { dueAt, warnAt, result, tookMinutes } = reckon(wait, countedOf(start), { hours, warnBefore: promises.warnBefore, now });
  const isRunning = result === 'running' && before?.result !== 'broken';
  const warnedAt = before?.warnedAt ?? (isRunning && warnAt && warnAt <= now ? now : null);
  return {
    lookAt: isRunning ? (warnedAt ? dueAt : (warnAt ?? dueAt)) : null,
    row: {
      ...start,
      promise: wait.promise,
      startedAt: wait.startedAt,
      dueAt,
      endedAt: wait.end?.at ?? null,
      result: before?.result === 'broken' ? 'broken' : result,
      tookMinutes,
      staffId: wait.end?.staffId ?? ticket.assigneeId,
      warnedAt,
    },
  };
}

function startOf(ticket: Concerned, wait: Wait, promises: Promises): Start | null {
  const target = targetFor(promises, wait.promise, ticket);
  return target && { ...target, countedFrom: wait.startedAt, priority: ticket.priority, isValued: ticket.isValued };
}

/** A ticket that becomes more urgent, or whose customer the shop comes to value, is promised sooner, counted from then, where that is sooner; one that becomes less so keeps what it has. */
function hastened(ticket: Concerned, wait: Wait, { minutes, counts, countedFrom, priority, isValued }: PromiseRow, { promises, hours, now }: Reckoning): Start {
  const start: Start = { minutes, counts, countedFrom, priority, isValued };
  const concerned = { priority: ticket.priority, isValued: ticket.isValued };
  const mattersMore = priorities.indexOf(ticket.priority) > priorities.indexOf(priority) || (ticket.isValued && !isValued);
  const quicker = mattersMore && !wait.end ? targetFor(promises, wait.promise, ticket) : null;
  if (!quicker) return wait.end ? start : { ...start, ...concerned };
  const last = wait.running.at(-1);
  const fromNow: Wait = last?.to === null ? wait : { ...wait, running: [...wait.running, { from: now, to: null }] };
  const dueOf = (target: Start) => reckon(fromNow, countedOf(target), { hours, warnBefore: null, now }).dueAt;
  const fresh: Start = { ...quicker, ...concerned, countedFrom: now };
  const [was, would] = [dueOf(start), dueOf(fresh)];
  return was && would && would < was ? fresh : { ...start, ...concerned };
}

function countedOf({ minutes, counts, countedFrom }: Start): Counted {
  return { minutes, counts, from: countedFrom };
}
