import { Temporal } from 'temporal-polyfill';

/** The end of the quiet hours a moment lies in, on a place's clock; null outside them. */
export function morningAfter(now: Date, zone: string, { quietFrom, quietUntil }: { quietFrom: number; quietUntil: number }): Date | null {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone);
  const overnight = quietFrom > quietUntil;
  const quiet = overnight ? there.hour >= quietFrom || there.hour < quietUntil : there.hour >= quietFrom && there.hour < quietUntil;
  if (!quiet) return null;
  const day = overnight && there.hour >= quietFrom ? there.add({ days: 1 }) : there;
  return new Date(day.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: { hour: quietUntil } }).epochMilliseconds);
}
