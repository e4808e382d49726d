import { day as oneDay } from '#app/kernel/time.ts';
import { dayNumberIn, type DayNumber } from './calendar-day.ts';

/** The day that was told. Midnight in UTC is how a day without an hour is written, and means that day wherever the parcel goes. */
export function toldDay(at: Date, zone: string): DayNumber {
  return at.getTime() % oneDay === 0 ? at.getTime() / oneDay : dayNumberIn(zone, at);
}
