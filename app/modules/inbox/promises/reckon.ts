import { after, minute } from '#app/kernel/time.ts';
import { addOpenTime, openTimeBetween, type OpenHours } from '#app/modules/hours/index.server.ts';
import type { Target } from './target-for.ts';
import type { Stretch, Wait } from './waits.ts';

/** A target, and from when it counts. */
export interface Counted extends Target {
  from: Date;
}

/** What comes of a wait. */
export interface Reckoned {
  /** Null: its clock is stopped, or the shop never opens for so long. */
  dueAt: Date | null;
  /** When its agent is to be warned. */
  warnAt: Date | null;
  result: 'running' | 'kept' | 'broken' | 'dropped';
  /** In the minutes that count, once it is over. */
  tookMinutes: number | null;
}

/** How many minutes before a promise of so many is due it is warned of: short ones at half their time. */
export function warnedBefore(warnBefore: number, minutes: number): number {
  return Math.min(warnBefore, minutes / 2);
}

/** When a wait's promise is due and how it stands at a moment. */
export function reckon(wait: Wait, target: Counted, { hours, warnBefore, now }: { hours: OpenHours; warnBefore: number | null; now: Date }): Reckoned {
  const time = clockOf(hours, target.counts);
  // Of what is over, when it would have been due had it gone on.
  const stretches = wait.end ? [...wait.running, { from: wait.end.at, to: null }] : wait.running;
  const dueAt = endOf(stretches, target, target.minutes * minute, time);
  const warning = warnBefore === null ? null : target.minutes - warnedBefore(warnBefore, target.minutes);
  const warnAt = warning === null || wait.end ? null : endOf(stretches, target, warning * minute, time);
  if (!wait.end) return { dueAt, warnAt, result: dueAt && dueAt <= now ? 'broken' : 'running', tookMinutes: null };
  const isLate = dueAt !== null && dueAt < wait.end.at;
  const took = wait.running.reduce((sum, { from, to }) => sum + time.between(from, to ?? now), 0);
  return { dueAt, warnAt: null, result: isLate ? 'broken' : wait.end.how === 'done' ? 'kept' : 'dropped', tookMinutes: Math.round(took / minute) };
}

interface CountingClock {
  add(from: Date, milliseconds: number): Date | null;
  between(from: Date, to: Date): number;
}

function clockOf(hours: OpenHours, counts: Target['counts']): CountingClock {
  return counts === 'always'
    ? { add: after, between: (from, to) => to.getTime() - from.getTime() }
    : { add: (from, milliseconds) => addOpenTime(hours, from, milliseconds), between: (from, to) => openTimeBetween(hours, from, to) };
}

/** The moment at which so much time has run, over all stretches since it counts; null where it stands still before. */
function endOf(stretches: readonly Stretch[], { from: since }: Counted, milliseconds: number, time: CountingClock): Date | null {
  let left = milliseconds;
  for (const stretch of stretches) {
    const from = stretch.from > since ? stretch.from : since;
    if (stretch.to === null) return time.add(from, left);
    if (stretch.to <= from) continue;
    const length = time.between(from, stretch.to);
    if (length >= left) return time.add(from, left);
    left -= length;
  }
  return null;
}
