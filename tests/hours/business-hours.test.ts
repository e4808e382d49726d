import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursSetting, isOpenAt, openFrom, type BusinessHours, type OpenHours } from '#app/modules/hours/index.server.ts';

const minute = 60_000;
const berlin: OpenHours = { ...hoursSetting.initial, zone: 'Europe/Berlin' };
const opening = (hours: OpenHours, at: string) => openFrom(hours, new Date(at))?.toISOString() ?? null;

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
/** Up to two spans a day, anywhere in it, up to midnight. */
const day = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 4 }).map((quarters) => {
  const ends = quarters.sort((left, right) => left - right).map((quarter) => clock(quarter * 15));
  return ends.flatMap((from, at) => (at % 2 === 0 && ends[at + 1] ? [{ from, to: ends[at + 1] ?? '' }] : []));
});
const week = fc.array(day, { minLength: 7, maxLength: 7 });
const zone = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Sao_Paulo', 'Pacific/Apia', 'Africa/Cairo');
/** Around the days on which clocks change, and any other. */
const moment = fc.oneof(
  ...['2026-03-08T00:00Z', '2026-03-29T00:00Z', '2026-04-04T00:00Z', '2026-10-03T12:00Z', '2026-10-25T00:00Z', '2026-11-01T00:00Z', '2026-04-24T00:00Z', '2026-06-01T00:00Z'].map((around) =>
    fc.integer({ min: -2 * 1_440, max: 2 * 1_440 }).map((minutes) => new Date(Date.parse(around) + minutes * minute)),
  ),
);

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall says, asked of somebody else. */
function wall(timeZone: string, at: Date): { weekday: number; time: string } {
  const shown = clocks.get(timeZone) ?? new Intl.DateTimeFormat('en-GB', { timeZone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  clocks.set(timeZone, shown);
  const parts = shown.formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return { weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(part('weekday')), time: `${part('hour')}:${part('minute')}` };
}

const openByTheWall = ({ week: spans, zone: place }: OpenHours, at: Date) => {
  const { weekday, time } = wall(place, at);
  return (spans[weekday] ?? []).some(({ from, to }) => from <= time && time < to);
};

describe('a shop', () => {
  it('is open exactly while the clock on its wall says so, whatever happens to the clocks', () => {
    fc.assert(fc.property(week, zone, moment, (spans, place, at) => {
      const hours = { week: spans, closedDays: [], holidaysOf: null, holidayRegion: null, zone: place };
      expect(isOpenAt(hours, at)).toBe(openByTheWall(hours, at));
    }), { numRuns: 400 });
  });

  it('opens next at the first minute at which it is open', () => {
    fc.assert(fc.property(week, zone, moment, (spans, place, at) => {
      const hours = { week: spans, closedDays: [], holidaysOf: null, holidayRegion: null, zone: place };
      const next = openFrom(hours, at);
      expect(next === null).toBe(spans.flat().length === 0);
      if (!next) return;
      expect(openByTheWall(hours, next)).toBe(true);
      expect(next >= at).toBe(true);
      // Every quarter between is closed: spans begin at quarters, and clocks change at them.
      for (let closed = at.getTime(); closed < next.getTime(); closed += 15 * minute) expect(openByTheWall(hours, new Date(closed))).toBe(false);
      if (next > at) expect(openByTheWall(hours, new Date(next.getTime() - 1))).toBe(false);
    }), { numRuns: 300 });
  });
});

describe('business hours', () => {
  it('wait for the morning, and for Monday', () => {
    expect(opening(berlin, '2026-11-24T10:00:00Z')).toBe('2026-11-24T10:00:00.000Z');
    expect(opening(berlin, '2026-11-24T20:00:00Z')).toBe('2026-11-25T08:00:00.000Z');
    expect(opening(berlin, '2026-11-27T16:00:00Z')).toBe('2026-11-30T08:00:00.000Z');
  });

  it('open an hour earlier for the world once clocks are put on', () => {
    expect(opening(berlin, '2026-03-27T20:00:00Z')).toBe('2026-03-30T07:00:00.000Z');
  });

  it('that begin in the hour that is left out begin where the clocks leap to', () => {
    const night: BusinessHours = { ...hoursSetting.initial, week: [[], [], [], [], [], [], [{ from: '02:30', to: '05:00' }]] };
    expect(opening({ ...night, zone: 'Europe/Berlin' }, '2026-03-28T20:00:00Z')).toBe('2026-03-29T01:00:00.000Z');
  });

  it('that begin in a midnight that is left out begin with the day', () => {
    const night: BusinessHours = { ...hoursSetting.initial, week: [[], [], [], [], [{ from: '00:15', to: '01:15' }], [], []] };
    expect(opening({ ...night, zone: 'Africa/Cairo' }, '2026-04-23T20:00:00Z')).toBe('2026-04-23T22:00:00.000Z');
  });

  it('leave out the shop’s own days and the holidays of its country', () => {
    expect(opening({ ...berlin, closedDays: ['2026-11-25'] }, '2026-11-24T20:00:00Z')).toBe('2026-11-26T08:00:00.000Z');
    expect(opening({ ...berlin, holidaysOf: 'DE' }, '2026-12-24T20:00:00Z')).toBe('2026-12-28T08:00:00.000Z');
    expect(opening({ ...berlin, holidaysOf: 'DE', holidayRegion: 'BY' }, '2027-01-05T20:00:00Z')).toBe('2027-01-07T08:00:00.000Z');
    expect(opening({ ...berlin, holidaysOf: 'DE' }, '2027-01-05T20:00:00Z')).toBe('2027-01-06T08:00:00.000Z');
  });

  it('of a shop that never opens have no next', () => {
    expect(opening({ ...berlin, week: [[], [], [], [], [], [], []] }, '2026-11-24T20:00:00Z')).toBeNull();
  });

  it.each([
    ['a span that ends before it begins', [[{ from: '17:00', to: '09:00' }], [], [], [], [], [], []]],
    ['spans that overlap', [[{ from: '09:00', to: '13:00' }, { from: '12:00', to: '17:00' }], [], [], [], [], [], []]],
    ['a week without an hour', [[], [], [], [], [], [], []]],
  ])('refuse %s', (_, spans) => {
    expect(hoursSetting.schema.safeParse({ ...hoursSetting.initial, week: spans }).success).toBe(false);
  });
});
