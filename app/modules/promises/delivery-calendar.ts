import { weekday, type DayNumber } from './calendar-day.ts';

/** How much of a usual working day's deliveries each day of the week brings, Monday first. */
export type Week = readonly number[];

/**
 * The calendar a carrier's clock runs by: a day on which half as many parcels arrive counts half its hours, and a holiday counts as little as
 * the quietest day. Hours counted so are the same whether a weekend lies between or not, so parcels sent on any day can be compared.
 */
export interface DeliveryCalendar {
  week: Week;
  isHoliday(day: DayNumber): boolean;
  /** Weights of days in blocks of 512, filled as they are asked for. */
  blocks: Map<number, Float32Array>;
}

/** No day counts for nothing: the clock would stand still and could not be turned back into days. */
const least = 0.02;
const furthest = 1_000;

export function deliveryCalendar(week: Week, isHoliday: (day: DayNumber) => boolean): DeliveryCalendar {
  return { week, isHoliday, blocks: new Map() };
}

/** Hours on the carrier's clock from one local time to another, both in days since 1970. Never negative. */
export function deliveryHours(calendar: DeliveryCalendar, from: number, to: number): number {
  if (to <= from) return 0;
  const [firstDay, lastDay] = [Math.floor(from), Math.floor(to)];
  if (firstDay === lastDay) return (to - from) * 24 * weightOf(calendar, firstDay);
  let sum = (firstDay + 1 - from) * weightOf(calendar, firstDay) + (to - lastDay) * weightOf(calendar, lastDay);
  for (let day = firstDay + 1; day < lastDay; day += 1) sum += weightOf(calendar, day);
  return sum * 24;
}

/** The local time at which so many hours on the carrier's clock have passed. */
export function afterDeliveryHours(calendar: DeliveryCalendar, from: number, hours: number): number {
  let left = hours / 24;
  let at = from;
  for (let passed = 0; passed < furthest; passed += 1) {
    const day = Math.floor(at);
    const weight = weightOf(calendar, day);
    const rest = (day + 1 - at) * weight;
    if (left < rest) return at + left / weight;
    left -= rest;
    at = day + 1;
  }
  return at;
}

function weightOf(calendar: DeliveryCalendar, day: DayNumber): number {
  const block = day >> 9;
  let weights = calendar.blocks.get(block);
  if (!weights) {
    const quietest = Math.min(...calendar.week);
    weights = Float32Array.from({ length: 512 }, (_, at) => {
      const number = (block << 9) + at;
      return Math.max(least, calendar.isHoliday(number) ? quietest : (calendar.week[weekday(number) - 1] ?? 1));
    });
    calendar.blocks.set(block, weights);
  }
  return weights[day & 511] ?? 1;
}
