import { Temporal } from 'temporal-polyfill';
import { numberOfDay, dayOfNumber } from './calendar-day.ts';
import type { PromiseKnowledge } from './knowledge.ts';
import { promiseFor } from './promise-for.ts';
import type { Day } from './promise.ts';

/** Nothing is under way for longer: looking further back would only cost time. */
const furthest = 120;

/** The last day, on the shop's clock, on which an order placed before the cut-off is promised for that day at the latest; null where no day from `earliest` on is early enough. */
export function latestOrderDay(knowledge: PromiseKnowledge, { country, arriveBy, earliest }: { country: string; arriveBy: Day; earliest: Day }): Day | null {
  const last = numberOfDay(arriveBy);
  const first = Math.max(numberOfDay(earliest), last - furthest);
  for (let number = last; number >= first; number -= 1) {
    const placedAt = beforeCutOff(knowledge, dayOfNumber(number));
    const journey = { carrier: null, service: null, origin: null, destination: country, destinationProvince: null, placedAt, shippedAt: null, firstScanAt: null, lastScanAt: null, status: null, told: null };
    const promise = promiseFor(journey, knowledge, placedAt);
    if (promise && promise.to <= arriveBy) return dayOfNumber(number);
  }
  return null;
}

/** The last minute of a day that still counts as that day. A cut-off at midnight leaves none: the day's own orders count as the next one's. */
function beforeCutOff({ rules, zone }: PromiseKnowledge, day: Day): Date {
  const cutOff = Temporal.PlainTime.from(rules.cutOff);
  const plainTime = cutOff.equals('00:00') ? cutOff : cutOff.subtract({ minutes: 1 });
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds);
}
