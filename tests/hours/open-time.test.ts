import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minute } from '#app/kernel/time.ts';
import { addOpenTime, hoursSetting, openTimeBetween, type OpenHours } from '#app/modules/hours/index.server.ts';
import { hours, moment } from './some-hours.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Asks the clock on the wall, minute by minute: slow, and nothing like what it checks. */
function isOpenOnTheWall({ week, closedDays, zone }: OpenHours, at: number): boolean {
  const shown = clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, weekday: 'short', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(zone, shown);
  const parts = new Map(shown.formatToParts(at).map(({ type, value }) => [type, value]));
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
  if (closedDays.includes(date)) return false;
  const time = `${parts.get('hour')}:${parts.get('minute')}`;
  const weekday = (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;
  return (week[weekday] ?? []).some(({ from, to }) => from <= time && time < to);
}

function minutesOpen(of: OpenHours, from: Date, minutes: number): number {
  let open = 0;
  for (let passed = 0; passed < minutes; passed += 1) if (isOpenOnTheWall(of, from.getTime() + passed * minute)) open += 1;
  return open;
}

describe('open time', () => {
  it('between two moments is the minutes in which the clock on the wall says open, across every change of the clocks', () => {
    fc.assert(fc.property(hours, moment, fc.integer({ min: 0, max: 4 * 1_440 }), (of, from, minutes) => {
      expect(openTimeBetween(of, from, new Date(from.getTime() + minutes * minute)) / minute).toBe(minutesOpen(of, from, minutes));
    }), { numRuns: 150 });
  });

  it('is over at the first moment before which that much of it lies', () => {
    fc.assert(fc.property(hours, moment, fc.integer({ min: 1, max: 3_000 }), (of, from, minutes) => {
      const end = addOpenTime(of, from, minutes * minute);
      expect(end === null).toBe(of.week.flat().length === 0);
      if (!end) return;
      const between = (end.getTime() - from.getTime()) / minute;
      fc.pre(between < 8 * 1_440);
      expect(minutesOpen(of, from, between)).toBe(minutes);
      expect(isOpenOnTheWall(of, end.getTime() - 1)).toBe(true);
    }), { numRuns: 150 });
  });

  it('adds up, wherever it is divided', () => {
    fc.assert(fc.property(hours, moment, fc.tuple(fc.nat(90 * 1_440), fc.nat(90 * 1_440)), (of, from, [first, second]) => {
      const middle = new Date(from.getTime() + first * minute);
      const end = new Date(middle.getTime() + second * minute);
      expect(openTimeBetween(of, from, middle) + openTimeBetween(of, middle, end)).toBe(openTimeBetween(of, from, end));
    }), { numRuns: 100 });
  });

  it('passes over a weekend and a public holiday', () => {
    const berlin: OpenHours = { ...hoursSetting.initial, holidaysOf: 'DE', zone: 'Europe/Berlin' };
    expect(addOpenTime(berlin, new Date('2026-12-24T15:00:00Z'), 4 * 60 * minute)?.toISOString()).toBe('2026-12-28T11:00:00.000Z');
    expect(openTimeBetween(berlin, new Date('2026-12-24T15:00:00Z'), new Date('2026-12-28T11:00:00Z'))).toBe(4 * 60 * minute);
  });

  it('never passes where nobody is ever there', () => {
    expect(addOpenTime({ ...hoursSetting.initial, week: [[], [], [], [], [], [], []], zone: 'Europe/Berlin' }, new Date('2026-11-22T12:00:00Z'), minute)).toBeNull();
  });
});
