import { Temporal } from 'temporal-polyfill';
import { countryOfName } from './country-of-name.ts';
import { type KnownPlace, roughZones, zoneOfPlace } from './zone-of-place.ts';

/** A moment, and by how many minutes the clock there runs east of UTC; null where the place's clock is not known. */
export interface PlacedInstant {
  at: Date;
  utcOffset: number | null;
}

/**
 * The moment a clock at a place showed `2026-11-21T14:05[:30]`. A time that a change of clocks left out is read an hour later, one it
 * repeated as the first. Where the place's clock is unknown the moment is right to a few hours; text that is no local time gives an invalid date.
 */
export function instantAt(local: string, place: KnownPlace): PlacedInstant {
  const time = readLocal(local);
  if (time === null) return { at: new Date(Number.NaN), utcOffset: null };
  const zone = zoneOfPlace(place);
  const moment = time.toZonedDateTime(zone ?? roughZones[countryOfName(place.country) ?? ''] ?? 'UTC');
  return { at: new Date(moment.epochMilliseconds), utcOffset: zone === null ? null : Math.round(moment.offsetNanoseconds / 60e9) };
}

function readLocal(local: string): Temporal.PlainDateTime | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?$/.test(local)) return null;
  try {
    return Temporal.PlainDateTime.from(local, { overflow: 'reject' });
  } catch {
    return null;
  }
}
