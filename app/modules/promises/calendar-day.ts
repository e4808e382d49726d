import { Temporal } from 'temporal-polyfill';
import { day as oneDay } from '#app/kernel/time.ts';
import type { Day } from './promise.ts';

/** A calendar day as a count of days since 1970-01-01: what arithmetic is done on. It has no hours and no zone. */
export type DayNumber = number;

/** The number of a calendar day. */
export function numberOfDay(isoDay: Day): DayNumber {
  return Math.round(Date.parse(`${isoDay}T00:00:00Z`) / oneDay);
}

/** The calendar day of a number, as `2026-11-24`. */
export function dayOfNumber(number: DayNumber): Day {
  return new Date(number * oneDay).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday. */
export function weekday(number: DayNumber): number {
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

/** Days since 1970-01-01 on the clocks of a place, hours being the fraction. */
export function localDays(zone: string, at: Date): number {
  const moment = at.getTime();
  return (moment + offsetAt(zone, moment)) / oneDay;
}

/** The calendar day it is in a place at a moment. */
export function dayNumberIn(zone: string, at: Date): DayNumber {
  return Math.floor(localDays(zone, at));
}

const offsets = new Map<string, Map<number, number | null>>();

/** Milliseconds east of UTC. Asking the zone takes far longer than the sum it is for, so days without a change of clocks are remembered. */
function offsetAt(zone: string, moment: number): number {
  const ofZone = offsets.get(zone) ?? new Map<number, number | null>();
  offsets.set(zone, ofZone);
  const day = Math.floor(moment / oneDay);
  let offset = ofZone.get(day);
  if (offset === undefined) {
    const start = askOffset(zone, day * oneDay);
    offset = start === askOffset(zone, (day + 1) * oneDay) ? start : null;
    ofZone.set(day, offset);
  }
  return offset ?? askOffset(zone, moment);
}

function askOffset(zone: string, moment: number): number {
  return Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;
}
