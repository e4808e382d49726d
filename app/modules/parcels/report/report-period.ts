import { after, day, dayIn, startOfDay } from '#app/kernel/time.ts';
import { dayOfNumber, numberOfDay, type Day } from '#app/modules/promises/index.server.ts';
import type { ReportFilter } from './views.ts';

/** The days a report is about: whole days of the shop's, and today as far as it went. */
export interface ReportPeriod {
  /** The moment and the day it begins. */
  since: Date;
  from: Day;
  /** The shop's yesterday. */
  to: Day;
  /** Days one point of a trend holds. */
  step: 1 | 7;
  /** The first and last day of each point; the last may be shorter. */
  points: readonly { from: Day; to: Day }[];
}

/** The last so many whole days in a zone. */
export function reportPeriod(days: ReportFilter['days'], zone: string, now: Date): ReportPeriod {
  const today = numberOfDay(dayIn(zone, now));
  const first = today - days;
  const from = dayOfNumber(first);
  const step = days === 7 ? 1 : 7;
  const points = Array.from({ length: Math.ceil(days / step) }, (_, at) => ({
    from: dayOfNumber(first + at * step),
    to: dayOfNumber(Math.min(first + (at + 1) * step, today) - 1),
  }));
  return { since: startOfDay(zone, from), from, to: dayOfNumber(today - 1), step, points };
}

/** True for a moment after the period began: what happened before it was not seen. */
export function beganWithin({ since }: ReportPeriod, at: Date): boolean {
  return at > after(since, day);
}
