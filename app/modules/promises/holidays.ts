import Holidays from 'date-holidays';
import { day as oneDay } from '#app/kernel/time.ts';
import { dayOfNumber, numberOfDay, type DayNumber } from './calendar-day.ts';
import type { Day } from './promise.ts';

const years = new Map<string, ReadonlySet<DayNumber>>();
const regions = new Map<string, readonly string[]>();

/** True on days that are a public holiday from morning to night in a country, or in its province where that is known. */
export function isPublicHoliday(country: string | null, province: string | null, day: DayNumber): boolean {
  if (country === null) return false;
  const year = Number(dayOfNumber(day).slice(0, 4));
  const key = `${country}-${province ?? ''}-${year}`;
  const held = years.get(key) ?? holidaysOfYear(country, province, year);
  years.set(key, held);
  return held.has(day);
}

/** The public holidays of a year in order, for those who plan with them. */
export function publicHolidays(country: string, province: string | null, year: number): Day[] {
  return [...holidaysOfYear(country, province, year)].sort((left, right) => left - right).map(dayOfNumber);
}

/** The parts of countries that have holidays of their own, by their names there. */
export function holidayRegions(): Record<string, { code: string; name: string }[]> {
  const all = new Holidays();
  const named = Object.keys(all.getCountries()).map((country) => [country, Object.entries(all.getStates(country) ?? {}).map(([code, name]) => ({ code, name }))] as const);
  return Object.fromEntries(named.filter(([, parts]) => parts.length > 0));
}

function holidaysOfYear(country: string, province: string | null, year: number): Set<DayNumber> {
  const calendar = province !== null && statesOf(country).includes(province) ? new Holidays(country, province) : new Holidays(country);
  // Some last from noon, some several days.
  return new Set(
    calendar
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .flatMap(({ date, start, end }) => {
        const days = Math.round((end.getTime() - start.getTime()) / oneDay - 0.25);
        return Array.from({ length: days }, (_, at) => numberOfDay(date.slice(0, 10)) + at);
      }),
  );
}

function statesOf(country: string): readonly string[] {
  const held = regions.get(country) ?? Object.keys(new Holidays().getStates(country) ?? {});
  regions.set(country, held);
  return held;
}
