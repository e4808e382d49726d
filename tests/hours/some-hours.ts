import fc from 'fast-check';
import { minute } from '#app/kernel/time.ts';
import type { OpenHours } from '#app/modules/hours/index.server.ts';

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const day = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 4 }).map((quarters) => {
  const ends = quarters.sort((left, right) => left - right).map((quarter) => clock(quarter * 15));
  return ends.flatMap((from, at) => (at % 2 === 0 && ends[at + 1] ? [{ from, to: ends[at + 1] ?? '' }] : []));
});
const closed = ['2026-03-28', '2026-04-03', '2026-10-26', '2026-11-02'];
/** Any business hours, on clocks that change at all times of the year. */
export const hours: fc.Arbitrary<OpenHours> = fc.record({
  week: fc.array(day, { minLength: 7, maxLength: 7 }),
  closedDays: fc.subarray(closed),
  holidaysOf: fc.constant(null),
  holidayRegion: fc.constant(null),
  zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'America/Sao_Paulo', 'Africa/Cairo', 'America/Havana', 'Africa/Casablanca'),
});
/** Around the days on which clocks change somewhere, and any other. */
export const moment = fc.oneof(
  ...['2026-02-15T00:00Z', '2026-03-08T00:00Z', '2026-03-22T00:00Z', '2026-03-29T00:00Z', '2026-04-04T00:00Z', '2026-04-24T00:00Z', '2026-10-03T12:00Z', '2026-10-25T00:00Z', '2026-10-29T12:00Z', '2026-11-01T00:00Z', '2026-06-01T00:00Z'].map((around) =>
    fc.integer({ min: -3 * 1_440, max: 3 * 1_440 }).map((minutes) => new Date(Date.parse(around) + minutes * minute)),
  ),
);
