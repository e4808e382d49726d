import { arrivalsOn, mixed, rangeHolding, type Arrivals, type DayRange } from './arrivals.ts';
import { dayNumberIn, localDays } from './calendar-day.ts';
import { afterDeliveryHours, deliveryCalendar, deliveryHours, type DeliveryCalendar } from './delivery-calendar.ts';
import { destinationZone } from './destination-zone.ts';
import { shareBelow, valueAt } from './distribution.ts';
import { calendarOf, finest, type LearnedLane, type PromiseKnowledge } from './knowledge.ts';
import type { LaneName } from './lane.ts';
import type { Journey } from './promise.ts';
import { workingDays } from './rule-estimate.ts';
import { allParcels } from './tally.ts';
import { laneOf } from './transit-sample.ts';
import type { PromiseRules } from './rules.ts';

/** A range from the shop's own delivered parcels. */
export interface LearnedEstimate extends DayRange {
  lane: LaneName;
  samples: number;
}

/** Moments at which an order may leave, as shares of those that have left by then. */
const leavingShares = [0.04, 0.12, 0.21, 0.29, 0.38, 0.46, 0.54, 0.62, 0.71, 0.79, 0.88, 0.96];
/** Below this a shop has seen too few parcels arrive, or too few arrive there, to speak of what it learned. */
const enough = { anywhere: 20, there: 5 };

/** When it comes if it fares like those before it, or, with `notYet`, like those of them that had not arrived by then; null where too little was learned. */
export function learnedEstimate(knowledge: PromiseKnowledge, journey: Journey, notYet: Date | null): LearnedEstimate | null {
  const origin = journey.origin ?? knowledge.rules.origin;
  const lane = laneOf({ ...journey, origin });
  const found = finest(knowledge.learned.transit, lane);
  if (!found || !isEnough(knowledge, journey.destination)) return null;
  const calendar = calendarOf(knowledge.learned.weeks, lane, knowledge.calendars);
  const arrivals = journey.shippedAt ? afterShipping(knowledge, journey, journey.shippedAt, found.known, calendar, notYet) : beforeShipping(knowledge, { ...journey, origin }, found.known, calendar, notYet);
  return arrivals && { ...rangeHolding(arrivals, found.known.spread), lane: found.name, samples: found.known.samples };
}

/** The clock by which a shop packs. */
export function workCalendar(rules: PromiseRules, origin: string | null): DeliveryCalendar {
  const isOpen = workingDays(rules, origin);
  return deliveryCalendar([1, 2, 3, 4, 5, 6, 7].map((day) => (rules.workingDays.includes(day) ? 1 : 0)), (day) => !isOpen(day));
}

function isEnough({ learned }: PromiseKnowledge, destination: string | null): boolean {
  const everywhere = learned.transit.get(allParcels)?.weight ?? 0;
  const there = destination === null ? everywhere : (learned.transit.get(`*/*/*/${destination}`)?.weight ?? 0);
  return everywhere >= enough.anywhere && there >= enough.there;
}

function afterShipping({ zone }: PromiseKnowledge, { destination, destinationProvince }: Journey, shippedAt: Date, { curve }: LearnedLane, calendar: DeliveryCalendar, notYet: Date | null): Arrivals {
  const there = destinationZone(destination, zone, destinationProvince);
  return arrivalsOn(curve, calendar, localDays(there, shippedAt), notYet && dayNumberIn(there, notYet));
}

/** Each time it may leave at, as likely as the others, and the arrivals that follow from it. */
function beforeShipping({ learned, rules, zone }: PromiseKnowledge, journey: Journey, { curve }: LearnedLane, calendar: DeliveryCalendar, notYet: Date | null): Arrivals | null {
  const packing = learned.processing.get(allParcels);
  if (!packing) return null;
  const work = workCalendar(rules, journey.origin);
  const placed = localDays(zone, journey.placedAt);
  const passed = notYet ? shareBelow(packing.curve, deliveryHours(work, placed, localDays(zone, notYet))) : 0;
  const leavings = leavingShares.map((share) => afterDeliveryHours(work, placed, valueAt(packing.curve, passed + (1 - passed) * share)));
  return mixed(leavings.map((leaves) => arrivalsOn(curve, calendar, leaves)));
}
