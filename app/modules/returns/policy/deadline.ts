import { after, day } from '#app/kernel/time.ts';
import { calendarOf, daysAfter } from './calendar.ts';
import type { CountedFrom } from './decision.ts';
import type { DeliveryFacts } from './facts.ts';
import type { Period } from './matters.ts';

/** From when days are counted: the measured delivery, else the day it was expected, else a usual journey after it left. Null while it is on its way. */
export function countedFrom({ deliveredAt, expectedAt, shippedAt, underway }: DeliveryFacts, transitDays: number): CountedFrom | null {
  if (deliveredAt) return { at: deliveredAt, by: 'delivery' };
  if (underway) return null;
  if (expectedAt) return { at: expectedAt, by: 'expectation' };
  return shippedAt && { at: after(shippedAt, transitDays * day), by: 'shipping' };
}

/** The last moment of a period; null where it has no end, or none yet. The day something arrives is not counted. */
export function deadlineOf(period: Period, from: CountedFrom | null, zone: string): Date | null {
  if (period.kind !== 'days' || from === null) return null;
  const calendar = calendarOf(zone);
  const last = daysAfter(calendar.dayOf(from.at), period.days);
  return calendar.endOfDay(period.until !== null && period.until > last ? period.until : last);
}
