import { Temporal } from 'temporal-polyfill';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** A moment later or earlier by so many milliseconds. */
export function after(at: Date, milliseconds: number): Date {
  return new Date(at.getTime() + milliseconds);
}

/** The calendar day of a moment in a place, as `2026-11-21`. */
export function dayIn(zone: string, at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The moment a calendar day begins in a place. */
export function startOfDay(zone: string, isoDay: string): Date {
  return new Date(Temporal.PlainDate.from(isoDay).toZonedDateTime(zone).epochMilliseconds);
}

/** The calendar day so many days later. */
export function daysLater(isoDay: string, days: number): string {
  return Temporal.PlainDate.from(isoDay).add({ days }).toString();
}

/** True for names such as `Europe/Berlin` that this runtime knows. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}
