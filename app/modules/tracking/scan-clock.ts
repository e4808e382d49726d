import { zoneOfPlace, type Scan } from '#app/modules/carriers/index.server.ts';

/** The clock of the place where something was scanned, as a zone dates can be written in: the carrier's own offset, else the place's, else the fallback. */
export function scanClock({ utcOffset, place }: Pick<Scan, 'utcOffset' | 'place'>, fallback: string): string {
  if (utcOffset !== null && Math.abs(utcOffset) < 24 * 60) return offsetZone(utcOffset);
  return zoneOfPlace(place) ?? fallback;
}

/** `+05:30` */
function offsetZone(minutes: number): string {
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${minutes < 0 ? '-' : '+'}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}
