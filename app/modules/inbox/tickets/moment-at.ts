import { Temporal } from 'temporal-polyfill';

/** As a field for a moment writes it, `2026-11-24T15:30`: it names no zone. */
export const localMoment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The moment at which a zone's clocks show what somebody typed; null where they never do. */
export function momentAt(local: string, zone: string): Date | null {
  if (!localMoment.test(local)) return null;
  try {
    return new Date(Temporal.PlainDateTime.from(local, { overflow: 'reject' }).toZonedDateTime(zone).epochMilliseconds);
  } catch {
    return null;
  }
}
