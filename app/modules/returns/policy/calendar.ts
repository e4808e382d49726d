import { remembered } from '#app/kernel/remembered.ts';
import { after, day, startOfDay } from '#app/kernel/time.ts';

/** The shop's calendar, for many days of one place: the same days come again and again, and finding where one begins is dear. */
export interface Calendar {
  /** The day of a moment, as `2026-11-21`. */
  dayOf(at: Date): string;
  /** The last moment of a day. */
  endOfDay(isoDay: string): Date;
}

const made = new Map<string, Calendar>();

/** The calendar of a time zone. */
export function calendarOf(zone: string): Calendar {
  const calendar = made.get(zone) ?? makeCalendar(zone);
  made.set(zone, calendar);
  return calendar;
}

/** The day so many days later. */
export function daysAfter(isoDay: string, days: number): string {
  return after(new Date(`${isoDay}T00:00:00Z`), days * day).toISOString().slice(0, 10);
}

/** Some thirty years. */
const mostDays = 10_000;

function makeCalendar(zone: string): Calendar {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const ends = remembered<Date>(mostDays);
  return {
    dayOf: (at) => format.format(at),
    endOfDay(isoDay) {
      const found = ends.get(isoDay) ?? after(startOfDay(zone, daysAfter(isoDay, 1)), -1);
      ends.set(isoDay, found);
      return found;
    },
  };
}
