import { minute } from '#app/kernel/time.ts';
import { addOpenTime, type OpenHours } from '#app/modules/hours/index.server.ts';

/** Nobody is told of an answer sooner, however quick answers were: what was written by night took no business hours at all. */
const soonest = 30 * minute;

interface Learned {
  now: Date;
  /** How long answers took lately, in open time. */
  took: number;
  /** How many wait before whoever writes now, and how much open time each of them takes. */
  waiting: number;
  pace: number;
}

/** When somebody who writes now may count on an answer, by what is known of answers: in hours in which somebody is there, and never right as these begin. Null where nobody is ever there. */
export function learnedReply(hours: OpenHours, { now, took, waiting, pace }: Learned): Date | null {
  return addOpenTime(hours, now, Math.max(soonest, took, (waiting + 1) * pace));
}
