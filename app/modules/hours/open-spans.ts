import { Temporal } from 'temporal-polyfill';
import { day as oneDay, minute } from '#app/kernel/time.ts';
import { isPublicHoliday } from '#app/modules/promises/index.server.ts';
import type { BusinessHours } from './hours-setting.ts';

/** When a shop is open, on the clocks of its place. */
export interface OpenHours extends BusinessHours {
  zone: string;
}

/** Somebody is there from the one moment up to the other, in milliseconds of the epoch. */
export interface OpenSpan {
  from: number;
  to: number;
}

/** A shop that is closed for longer counts as one that never opens. */
const longestClosed = 400 * oneDay;

/**
 * The stretches of time in which the shop is open, in order, from a moment on, without end unless it never opens again. What counts is what the clock on
 * the wall says: between two changes of the clocks it runs evenly, so each such stretch of days is reckoned with one offset.
 */
export function* openSpans(hours: OpenHours, since: Date): Generator<OpenSpan, void> {
  let at = since.getTime();
  let lastOpen = at;
  for (;;) {
    const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(hours.zone);
    const offset = Math.round(there.offsetNanoseconds / 1e6);
    const until = there.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    for (let number = Math.floor((at + offset) / oneDay); number * oneDay - offset < until; number += 1) {
      const midnight = number * oneDay - offset;
      if (midnight + oneDay - lastOpen > longestClosed) return;
      for (const { from, to } of spansOn(hours, number)) {
        const span = { from: Math.max(at, midnight + timeOf(from)), to: Math.min(until, midnight + timeOf(to)) };
        if (span.from >= span.to) continue;
        lastOpen = span.to;
        yield span;
      }
    }
    at = until;
  }
}

/** The hours of a day on the wall, by its number since 1970-01-01, which was a Thursday. */
function spansOn({ week, closedDays, holidaysOf, holidayRegion }: OpenHours, number: number): BusinessHours['week'][number] {
  const spans = week[(((number + 3) % 7) + 7) % 7] ?? [];
  if (spans.length === 0 || isPublicHoliday(holidaysOf, holidayRegion, number)) return [];
  return closedDays.includes(new Date(number * oneDay).toISOString().slice(0, 10)) ? [] : spans;
}

function timeOf(clock: string): number {
  return (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * minute;
}
