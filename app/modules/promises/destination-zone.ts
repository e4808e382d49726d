import { roughZones, zoneOfPlace } from '#app/modules/carriers/index.server.ts';

const zones = new Map<string, string | null>();

/** The time zone days are counted in at a destination; `fallback` where nothing tells. */
export function destinationZone(country: string | null, fallback: string, province: string | null = null): string {
  if (country === null) return fallback;
  const key = `${country}-${province ?? ''}`;
  let zone = zones.get(key);
  if (zone === undefined) zones.set(key, (zone = zoneOfPlace({ country, province }) ?? roughZones[country] ?? null));
  return zone ?? fallback;
}
