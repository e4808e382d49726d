import { zoneOfPlace } from '#app/modules/carriers/index.server.ts';

/** Where most people of a wide country live, for parcels of which only the country is known. */
const middleZones: Readonly<Record<string, string>> = {
  AU: 'Australia/Sydney', BR: 'America/Sao_Paulo', CA: 'America/Toronto', ID: 'Asia/Jakarta', MX: 'America/Mexico_City', RU: 'Europe/Moscow', US: 'America/Chicago',
};

const zones = new Map<string, string | null>();

/** The time zone days are counted in at a destination; `fallback` where nothing tells. */
export function destinationZone(country: string | null, fallback: string, province: string | null = null): string {
  if (country === null) return fallback;
  const key = `${country}-${province ?? ''}`;
  let zone = zones.get(key);
  if (zone === undefined) zones.set(key, (zone = zoneOfPlace({ country, province }) ?? middleZones[country] ?? null));
  return zone ?? fallback;
}
