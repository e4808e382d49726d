import { Temporal } from 'temporal-polyfill';
import { isPublicHoliday, numberOfDay } from '#app/modules/promises/index.server.ts';
import type { BusinessHours } from './hours-setting.ts';

/** When a shop is open, on the clocks of its place. */
export interface OpenHours extends BusinessHours {
  zone: string;
}

/** A shop that is closed for longer counts as one that never opens. */
const furthest = 400;

/** True while somebody is there: what counts is what the clock on the wall says, also on days when it is put on or back. */
export function isOpenAt(hours: OpenHours, at: Date): boolean {
  const there = local(hours.zone, at);
  const time = there.toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'floor' });
  return spansOf(hours, there.toPlainDate()).some(({ from, to }) => from <= time && time < to);
}

/** This moment where the shop is open, else the one at which it opens next; null where it never does. */
export function openFrom(hours: OpenHours, at: Date): Date | null {
  if (isOpenAt(hours, at)) return at;
  let day = local(hours.zone, at).toPlainDate();
  for (let seen = 0; seen < furthest; seen += 1, day = day.add({ days: 1 })) {
    const next = openings(hours, day).find((moment) => moment > at && isOpenAt(hours, moment));
    if (next) return next;
  }
  return null;
}

/** Moments of a day at which it may open: where a span begins, both times where that hour comes twice, and where clocks leap into one, be it at midnight. */
function openings(hours: OpenHours, day: Temporal.PlainDate): Date[] {
  const spans = spansOf(hours, day);
  if (spans.length === 0) return [];
  const start = day.toZonedDateTime(hours.zone);
  const leap = start.getTimeZoneTransition('next');
  const begins = spans.flatMap(({ from }) => (['earlier', 'later'] as const).map((disambiguation) => day.toPlainDateTime(from).toZonedDateTime(hours.zone, { disambiguation })));
  return [start, ...begins, ...(leap ? [leap] : [])]
    .filter((moment) => moment.toPlainDate().equals(day))
    .map((moment) => new Date(moment.epochMilliseconds))
    .sort((left, right) => left.getTime() - right.getTime());
}

function spansOf({ week, closedDays, holidaysOf, holidayRegion }: OpenHours, day: Temporal.PlainDate): BusinessHours['week'][number] {
  const isoDay = day.toString();
  if (closedDays.includes(isoDay) || isPublicHoliday(holidaysOf, holidayRegion, numberOfDay(isoDay))) return [];
  return week[day.dayOfWeek - 1] ?? [];
}

function local(zone: string, at: Date): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
}
