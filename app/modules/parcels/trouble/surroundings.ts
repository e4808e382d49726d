import { day as oneDay, hour, startOfDay } from '#app/kernel/time.ts';
import type { Day } from '#app/modules/promises/index.server.ts';

/** How long a lane may be silent before that says something. */
export interface SilenceLimit {
  hours: number;
  /** How many silences it rests on; 0 is a rule of thumb. */
  samples: number;
  lane: string;
}

/** A parcel's way, as far as it is known. */
export interface Way {
  carrier: string | null;
  service: string | null;
  origin: string | null;
  destination: string | null;
  destination_province: string | null;
}

/** Where something should move, and on which way. */
export interface Place {
  country: string | null;
  province: string | null;
  way: Way;
}

/** What troubles ask of promises; a batch of parcels shares one, which remembers its answers. */
export interface Surroundings {
  /** As it was learned; what the merchant knows of disruptions comes on top. */
  silenceLimit(way: Way): SilenceLimit;
  zoneOf(country: string | null): string;
  isWeekend(day: Day, country: string | null): boolean;
  isHoliday(day: Day, place: Place): boolean;
  /** Days that a disruption known to the merchant adds to what lies between two days. */
  extraDays(place: Place, from: Day, to: Day): number;
  /** The last day, in the shop's zone, on which an order placed then should leave by the merchant's own rule and so many working days of grace. */
  shipBy(placedAt: Date, graceDays: number): Day;
  /** Where the shop packs. */
  home: { country: string | null; zone: string };
}

/** Further than this nobody looks ahead. */
const horizonDays = 120;

const starts = new Map<string, Map<Day, number>>();

/** The moment a day begins in a zone, remembered: there are few days and few zones, and a calendar is slow. */
export function dayStart(zone: string, day: Day): number {
  let known = starts.get(zone);
  if (!known) starts.set(zone, (known = new Map()));
  let start = known.get(day);
  if (start === undefined) {
    start = startOfDay(zone, day).getTime();
    known.set(day, start);
  }
  return start;
}

/** The calendar day of a moment in a zone. */
export function dayOf(zone: string, at: number): Day {
  const day = isoDay(Math.floor(at / oneDay));
  if (at < dayStart(zone, day)) return dayAfter(day, -1);
  return at >= dayStart(zone, dayAfter(day)) ? dayAfter(day) : day;
}

const numbers = new Map<Day, number>();
const days = new Map<number, Day>();

/** The day so many days later. */
export function dayAfter(day: Day, count = 1): Day {
  let number = numbers.get(day);
  if (number === undefined) numbers.set(day, (number = Math.round(Date.parse(day) / oneDay)));
  return isoDay(number + count);
}

function isoDay(number: number): Day {
  let day = days.get(number);
  if (day === undefined) days.set(number, (day = new Date(number * oneDay).toISOString().slice(0, 10)));
  return day;
}

/** The first business day after so many of them have passed since a day, and after what disruptions add; null beyond the horizon. */
export function afterBusinessDays(around: Surroundings, place: Place, from: Day, days: number): Day | null {
  const walk = (count: number): Day | null => {
    let left = count;
    let day = dayAfter(from);
    for (let ahead = 0; ahead < horizonDays; ahead += 1, day = dayAfter(day)) {
      if (around.isWeekend(day, place.country) || around.isHoliday(day, place)) continue;
      if (left === 0) return day;
      left -= 1;
    }
    return null;
  };
  const reached = walk(days);
  const extra = reached === null ? 0 : around.extraDays(place, from, reached);
  return extra === 0 ? reached : walk(days + extra);
}

/** The moment so many hours after another, holidays left out and what disruptions add put on top; null beyond the horizon. Weekends count: they are in what was learned. */
export function afterSilence(around: Surroundings, place: Place, from: number, hours: number): number | null {
  const zone = around.zoneOf(place.country);
  const walk = (count: number): number | null => {
    let left = count * hour;
    let at = from;
    let day = dayOf(zone, from);
    for (let ahead = 0; ahead < horizonDays; ahead += 1) {
      const next = dayStart(zone, dayAfter(day));
      // The day of the scan itself counts: it was scanned on it.
      if (ahead === 0 || !around.isHoliday(day, place)) {
        if (at + left < next) return at + left;
        left -= next - at;
      }
      at = next;
      day = dayAfter(day);
    }
    return null;
  };
  const reached = walk(hours);
  const extra = reached === null ? 0 : around.extraDays(place, dayOf(zone, from), dayOf(zone, reached));
  return extra === 0 ? reached : walk(hours + extra * 24);
}
