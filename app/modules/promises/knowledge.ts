import type { Stretch } from '#app/modules/peak/index.pure.ts';
import type { Curve } from './distribution.ts';
import type { Disruption } from './disruptions.ts';
import { lanesOf, type Lane, type LaneName } from './lane.ts';
import type { PromiseRules } from './rules.ts';
import { deliveryCalendar, type DeliveryCalendar, type Week } from './delivery-calendar.ts';
import { isPublicHoliday } from './holidays.ts';

/** What was learned of one measure of a lane. */
export interface LearnedLane {
  samples: number;
  /** Fresh samples that would say as much. */
  weight: number;
  curve: Curve;
  /** How much of the curve a range must hold for four of five parcels to arrive in it; learned from parcels that were held back. */
  spread: number;
  /** How the curve was stretched because parcels take longer lately; 1 where they do not. */
  pace: number;
}

/** Everything learned from a shop's delivered parcels. */
export interface Learned {
  /** From shipped to delivered, in hours on the carrier's clock. */
  transit: ReadonlyMap<LaneName, LearnedLane>;
  /** The longest a parcel was silent between two scans, in hours. */
  silence: ReadonlyMap<LaneName, LearnedLane>;
  /** From placed to shipped, in hours on the shop's clock. */
  processing: ReadonlyMap<LaneName, LearnedLane>;
  weeks: ReadonlyMap<LaneName, Week>;
}

/** All that dates are reckoned from, loaded once for many parcels. */
export interface PromiseKnowledge {
  /** The moment it was loaded for. */
  now: Date;
  /** The shop's time zone: its cut-off is a time on its own clocks. */
  zone: string;
  rules: PromiseRules;
  disruptions: readonly Disruption[];
  /** Busy times in which everything takes longer. */
  stretches: readonly Stretch[];
  learned: Learned;
  /** Calendars already made, by what they are made of. */
  calendars: Map<string, DeliveryCalendar>;
}

export const nothingLearned: Learned = { transit: new Map(), silence: new Map(), processing: new Map(), weeks: new Map() };

/** How deliveries spread over a week where nobody knows better. */
export const usualWeek: Week = [1, 1, 1, 1, 1, 0.5, 0.08];

/** The most exact lane of a parcel of which something was learned. */
export function finest<Value>(lanes: ReadonlyMap<LaneName, Value>, lane: Lane): { name: LaneName; known: Value } | null {
  for (const name of lanesOf(lane).reverse()) {
    const known = lanes.get(name);
    if (known !== undefined) return { name, known };
  }
  return null;
}

/** The clock of whoever carries parcels on a lane. */
export function calendarOf(weeks: ReadonlyMap<LaneName, Week>, lane: Lane, calendars: Map<string, DeliveryCalendar>, respectHolidays = true): DeliveryCalendar {
  const week = finest(weeks, { ...lane, service: null });
  const [country = null, province = null] = lane.destination?.split('-') ?? [];
  const key = `${week?.name ?? ''} ${lane.origin} ${lane.destination}`;
  const held = calendars.get(key);
  if (held) return held;
  const isHoliday = (day: number) => respectHolidays && (isPublicHoliday(country, province, day) || isPublicHoliday(lane.origin, null, day));
  const made = deliveryCalendar(week?.known ?? usualWeek, isHoliday);
  calendars.set(key, made);
  return made;
}
