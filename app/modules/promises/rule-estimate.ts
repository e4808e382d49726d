import { addOpenDays, firstOpenDay, type OpenDays } from './business-days.ts';
import { dayNumberIn, localDays, numberOfDay, weekday, type DayNumber } from './calendar-day.ts';
import { isPublicHoliday } from './holidays.ts';
import type { PromiseKnowledge } from './knowledge.ts';
import type { Journey } from './promise.ts';
import { transitTo, type PromiseRules } from './rules.ts';

/** The range a merchant's rules give, and what of them went into it. */
export interface RuleEstimate {
  from: DayNumber;
  to: DayNumber;
  basis: Record<string, string | number>;
}

/** Days on which the shop packs. */
export function workingDays(rules: PromiseRules, origin: string | null): OpenDays {
  const own = new Set(rules.ownHolidays.map(numberOfDay));
  return (day) => rules.workingDays.includes(weekday(day)) && !own.has(day) && !(rules.respectHolidays && isPublicHoliday(origin, null, day));
}

/** Days on which a parcel moves between two countries: neither of them has a holiday. */
export function deliveryDays(rules: PromiseRules, journey: Pick<Journey, 'origin' | 'destination' | 'destinationProvince'>): OpenDays {
  const { origin, destination, destinationProvince } = journey;
  const isHoliday = (day: DayNumber) => rules.respectHolidays && (isPublicHoliday(origin, null, day) || isPublicHoliday(destination, destinationProvince, day));
  return (day) => rules.deliveryDays.includes(weekday(day)) && !isHoliday(day);
}

/** The days by which an order placed then should leave: the day it counts as placed on, and so many working days more. */
export function leavingDays({ rules, zone }: PromiseKnowledge, journey: Journey): { from: DayNumber; to: DayNumber } {
  const isOpen = workingDays(rules, journey.origin ?? rules.origin);
  const placed = localDays(zone, journey.placedAt);
  const [hours = 0, minutes = 0] = rules.cutOff.split(':').map(Number);
  const late = Math.round((placed - Math.floor(placed)) * 86_400) >= (hours * 60 + minutes) * 60;
  const counted = firstOpenDay(Math.floor(placed) + (late ? 1 : 0), isOpen);
  return { from: addOpenDays(counted, rules.processing.min, isOpen), to: addOpenDays(counted, rules.processing.max, isOpen) };
}

/** When the merchant's rules say it comes: processing and transit before it left, transit after. What should have left leaves today at the earliest. */
export function ruleEstimate(knowledge: PromiseKnowledge, journey: Journey, now: Date): RuleEstimate {
  const { rules, zone } = knowledge;
  const origin = journey.origin ?? rules.origin;
  const transit = transitTo(rules, journey);
  const isOpen = deliveryDays(rules, { ...journey, origin });
  const basis = { transitMin: transit.min, transitMax: transit.max, ...(transit.name ? { zone: transit.name } : {}) };
  if (journey.shippedAt) {
    const left = dayNumberIn(zone, journey.shippedAt);
    return { from: arrival(left, transit.min, isOpen), to: arrival(left, transit.max, isOpen), basis };
  }
  const leaving = leavingDays(knowledge, journey);
  const today = firstOpenDay(dayNumberIn(zone, now), workingDays(rules, origin));
  return {
    from: arrival(Math.max(today, leaving.from), transit.min, isOpen),
    to: arrival(Math.max(today, leaving.to), transit.max, isOpen),
    basis: { ...basis, processingMin: rules.processing.min, processingMax: rules.processing.max },
  };
}

/** A parcel that leaves on a day nobody delivers still needs its full days after it. */
function arrival(left: DayNumber, days: number, isOpen: OpenDays): DayNumber {
  if (days === 0) return firstOpenDay(left, isOpen);
  return addOpenDays(firstOpenDay(left + 1, isOpen), days - 1, isOpen);
}
