import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { after, day, dayIn, startOfDay } from '#app/kernel/time.ts';
import { calendarOf, daysAfter } from '../../../app/modules/returns/policy/calendar.ts';

const moment = fc.date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2035-12-31T00:00:00Z'), noInvalidDate: true });
const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Tokyo', 'Australia/Lord_Howe', 'Pacific/Kiritimati', 'America/Sao_Paulo', 'UTC');

describe('the calendar of a place', () => {
  it('tells the day of any moment as everywhere else in the app, and ends it where the next begins', () => {
    fc.assert(
      fc.property(zone, moment, (zone, at) => {
        const calendar = calendarOf(zone);
        const today = calendar.dayOf(at);
        expect(today).toBe(dayIn(zone, at));
        expect(calendar.endOfDay(today)).toEqual(after(startOfDay(zone, daysAfter(today, 1)), -1));
        expect(dayIn(zone, calendar.endOfDay(today))).toBe(today);
      }),
    );
  });

  it('counts days, not hours, over a change of the clock, a month and a leap year', () => {
    expect([daysAfter('2026-10-24', 1), daysAfter('2026-12-31', 1), daysAfter('2028-02-28', 2)]).toEqual(['2026-10-25', '2027-01-01', '2028-03-01']);
    const [before, later] = ['2026-10-24', '2026-10-25'].map((day) => calendarOf('Europe/Berlin').endOfDay(day).getTime());
    expect((later ?? 0) - (before ?? 0)).toBe(day + 3_600_000);
  });
});
