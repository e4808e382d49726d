import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addOpenDays, firstOpenDay, openDaysBetween } from '../../app/modules/promises/business-days.ts';
import { dayNumberIn, dayOfNumber, localDays, numberOfDay, weekday } from '../../app/modules/promises/calendar-day.ts';
import { afterDeliveryHours, deliveryCalendar, deliveryHours } from '../../app/modules/promises/delivery-calendar.ts';
import { isPublicHoliday, publicHolidays } from '../../app/modules/promises/holidays.ts';
import { deliveryDays } from '../../app/modules/promises/rule-estimate.ts';
import { promiseRulesSetting } from '../../app/modules/promises/rules.ts';

const anyDay = fc.integer({ min: numberOfDay('2019-01-01'), max: numberOfDay('2031-12-31') });
const germanDays = deliveryDays({ ...promiseRulesSetting.initial, deliveryDays: [1, 2, 3, 4, 5] }, { origin: 'DE', destination: 'DE', destinationProvince: null });

describe('calendar days', () => {
  it('a day and its number name each other, and weekdays follow one another', () => {
    fc.assert(fc.property(anyDay, (day) => numberOfDay(dayOfNumber(day)) === day && weekday(day + 1) === (weekday(day) % 7) + 1));
    expect(weekday(numberOfDay('2026-11-23'))).toBe(1);
  });

  it.each([
    ['America/New_York', '2026-03-08T04:59:59Z', '2026-03-07'],
    ['America/New_York', '2026-03-08T05:00:00Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T03:59:59Z', '2026-03-08'],
    ['America/New_York', '2026-03-09T04:00:00Z', '2026-03-09'],
    ['Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-25'],
    ['Europe/Berlin', '2026-10-25T23:00:00Z', '2026-10-26'],
    ['Pacific/Auckland', '2026-12-31T11:00:00Z', '2027-01-01'],
    ['Asia/Kathmandu', '2026-12-31T18:15:00Z', '2027-01-01'],
  ])('%s at %s is %s, also where clocks change', (zone, at, day) => {
    expect(dayOfNumber(dayNumberIn(zone, new Date(at)))).toBe(day);
  });

  it('local time never jumps by more than the clocks do', () => {
    const moment = fc.date({ min: new Date('2024-01-01T00:00:00Z'), max: new Date('2028-01-01T00:00:00Z'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.constantFrom('America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe'), (at, zone) => {
        const later = localDays(zone, new Date(at.getTime() + 3_600_000)) - localDays(zone, at);
        return later > -1e-9 && later < 2 / 24 + 1e-9;
      }),
    );
  });
});

describe('open days', () => {
  it('so many open days later is open, and so many open days lie between', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (day, count) => {
        const start = firstOpenDay(day, germanDays);
        const reached = addOpenDays(day, count, germanDays);
        return germanDays(reached) && reached >= day && openDaysBetween(start, reached, germanDays) === count;
      }),
    );
  });

  it('adding in two parts is adding at once', () => {
    fc.assert(fc.property(anyDay, fc.nat(20), fc.nat(20), (day, one, other) => addOpenDays(addOpenDays(day, one, germanDays), other, germanDays) === addOpenDays(day, one + other, germanDays)));
  });

  it('over the turn of the year weekends, Christmas and New Year are left out', () => {
    expect(dayOfNumber(addOpenDays(numberOfDay('2026-12-24'), 1, germanDays))).toBe('2026-12-28');
    expect(dayOfNumber(addOpenDays(numberOfDay('2026-12-31'), 1, germanDays))).toBe('2027-01-04');
  });

  it('holidays of both countries count', () => {
    const isOpen = deliveryDays(promiseRulesSetting.initial, { origin: 'DE', destination: 'US', destinationProvince: null });
    expect(isOpen(numberOfDay('2026-05-01'))).toBe(false);
    expect(isOpen(numberOfDay('2026-11-26'))).toBe(false);
    expect(isOpen(numberOfDay('2026-11-25'))).toBe(true);
  });

  it('a calendar that never opens gives the day itself instead of searching for ever', () => {
    expect(addOpenDays(20_000, 3, () => false)).toBeGreaterThanOrEqual(20_000);
  });
});

describe('holidays', () => {
  it('a province has its own', () => {
    const [epiphany, day] = ['2026-01-06', numberOfDay('2026-01-06')];
    expect(isPublicHoliday('DE', 'BY', day)).toBe(true);
    expect(isPublicHoliday('DE', 'BE', day)).toBe(false);
    expect(publicHolidays('DE', 'BY', 2026)).toContain(epiphany);
  });

  it('what lasts several days counts on each, and half a day counts on none', () => {
    expect(isPublicHoliday('CN', null, numberOfDay('2026-02-18'))).toBe(true);
    expect(isPublicHoliday('CN', null, numberOfDay('2026-03-08'))).toBe(false);
  });

  it('an unknown country has none', () => {
    expect(isPublicHoliday('ZZ', 'A', 20_000)).toBe(false);
    expect(isPublicHoliday(null, null, 20_000)).toBe(false);
  });
});

describe('the carrier’s clock', () => {
  const calendar = deliveryCalendar([1, 1, 1, 1, 1, 0.4, 0], (day) => isPublicHoliday('DE', null, day));

  it('hours forward are the same hours back', () => {
    const local = fc.double({ min: numberOfDay('2025-06-01'), max: numberOfDay('2027-06-01'), noNaN: true });
    fc.assert(
      fc.property(local, fc.double({ min: 0, max: 900, noNaN: true }), (from, hours) => {
        expect(deliveryHours(calendar, from, afterDeliveryHours(calendar, from, hours))).toBeCloseTo(hours, 3);
      }),
    );
  });

  it('a weekend and a holiday hardly count', () => {
    const [friday, monday] = [numberOfDay('2026-12-25'), numberOfDay('2026-12-28')];
    expect(deliveryHours(calendar, friday, monday)).toBeLessThan(3);
    expect(deliveryHours(calendar, monday, monday + 1)).toBeCloseTo(24);
  });
});
