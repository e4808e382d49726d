import type { DayNumber } from './calendar-day.ts';

/** Says whether work is done on a day. */
export type OpenDays = (day: DayNumber) => boolean;

/** A calendar that never opens ends the search here, rather than never. */
const furthest = 400;

/** This day where work is done on it, else the next such day. */
export function firstOpenDay(day: DayNumber, isOpen: OpenDays): DayNumber {
  for (let next = day; next < day + furthest; next += 1) if (isOpen(next)) return next;
  return day;
}

/** The day that so many open days later work is done on; none later is the first open day from `day` on. */
export function addOpenDays(day: DayNumber, count: number, isOpen: OpenDays): DayNumber {
  let reached = firstOpenDay(day, isOpen);
  for (let left = count; left > 0; left -= 1) reached = firstOpenDay(reached + 1, isOpen);
  return reached;
}

/** Open days after `from`, up to and with `to`. */
export function openDaysBetween(from: DayNumber, to: DayNumber, isOpen: OpenDays): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1) if (isOpen(day)) count += 1;
  return count;
}
