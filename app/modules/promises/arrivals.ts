import type { DayNumber } from './calendar-day.ts';
import { deliveryHours, type DeliveryCalendar } from './delivery-calendar.ts';
import { shareAbove, type Curve } from './distribution.ts';

/** The chance of arriving on each day, from `first` on. */
export interface Arrivals {
  first: DayNumber;
  chances: number[];
}

/** A range of days, and the day by which half have arrived. */
export interface DayRange {
  from: DayNumber;
  middle: DayNumber;
  to: DayNumber;
}

/** Of five parcels four arrive within their range. */
export const promised = 0.8;

/** What lies further out than this share is not counted day by day. */
const counted = 0.998;
const furthest = 150;
/** A range looks so many days ahead, so that a quiet weekend does not end it. */
const ahead = 3;

/** The days a parcel may arrive on if it fares like its lane; given that it had not arrived when day `notBefore` began. */
export function arrivalsOn(curve: Curve, calendar: DeliveryCalendar, shipped: number, notBefore: DayNumber | null = null): Arrivals {
  const first = Math.max(Math.floor(shipped), notBefore ?? -Infinity);
  let hours = deliveryHours(calendar, shipped, first);
  const expected = shareAbove(curve, hours);
  const chances: number[] = [];
  let left = expected;
  for (let day = first; left > expected * (1 - counted) && chances.length < furthest; day += 1) {
    hours += deliveryHours(calendar, Math.max(day, shipped), day + 1);
    const after = shareAbove(curve, hours);
    chances.push((left - after) / expected);
    left = after;
  }
  return { first, chances };
}

/** Arrivals that may begin at several times, each as likely. */
export function mixed(several: readonly Arrivals[]): Arrivals {
  const first = Math.min(...several.map((one) => one.first));
  const last = Math.max(...several.map((one) => one.first + one.chances.length));
  const chances = Array.from({ length: last - first }, () => 0);
  for (const one of several) {
    for (const [at, chance] of one.chances.entries()) chances[one.first - first + at] = (chances[one.first - first + at] ?? 0) + chance / several.length;
  }
  return { first, chances };
}

/** The range that grows from the middle day to whichever side is likelier, until it holds this share: the narrowest, where chances rise and fall once. */
export function rangeHolding(arrivals: Arrivals, share: number): DayRange {
  let range = { from: middleOf(arrivals), to: middleOf(arrivals), held: 0 };
  for (const step of growing(arrivals)) {
    range = step;
    if (step.held >= share) break;
  }
  const { first } = arrivals;
  return { from: first + range.from, middle: first + middleOf(arrivals), to: first + range.to };
}

/** The share a growing range held just before it took in this day: a range meant to hold more than that holds the day. */
export function shareBefore(arrivals: Arrivals, day: DayNumber): number {
  const wanted = day - arrivals.first;
  let before = 0;
  for (const { from, to, held } of growing(arrivals)) {
    if (wanted >= from && wanted <= to) return before;
    before = held;
  }
  return 1;
}

function middleOf({ chances }: Arrivals): number {
  let sum = 0;
  for (const [at, chance] of chances.entries()) if ((sum += chance) >= 0.5) return at;
  return Math.max(0, chances.length - 1);
}

function* growing(arrivals: Arrivals): Generator<{ from: number; to: number; held: number }> {
  const { chances } = arrivals;
  let from = middleOf(arrivals);
  let to = from;
  let held = chances[from] ?? 0;
  yield { from, to, held };
  while (from > 0 || to < chances.length - 1) {
    const earlier = bestStretch(chances, from - 1, -1);
    const later = bestStretch(chances, to + 1, 1);
    held += earlier.mean > later.mean ? earlier.sum : later.sum;
    if (earlier.mean > later.mean) from -= earlier.days;
    else to += later.days;
    yield { from, to, held };
  }
}

/** The next days on one side that are worth most for each day the range grows. */
function bestStretch(chances: readonly number[], start: number, direction: 1 | -1): { days: number; sum: number; mean: number } {
  let best = { days: 1, sum: 0, mean: -1 };
  let sum = 0;
  for (let days = 1; days <= ahead; days += 1) {
    const chance = chances[start + direction * (days - 1)];
    if (chance === undefined) break;
    sum += chance;
    if (sum / days > best.mean) best = { days, sum, mean: sum / days };
  }
  return best;
}
