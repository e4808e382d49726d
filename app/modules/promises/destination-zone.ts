import { getCountry, type CountryCode } from 'countries-and-timezones';

const zones = new Map<string, string | null>();

/** The time zone days are counted in at a destination, where the country has one. */
export function destinationZone(country: string | null, fallback: string): string {
  if (country === null) return fallback;
  const held = zones.get(country) ?? getCountry(country as CountryCode)?.timezones[0] ?? null;
  zones.set(country, held);
  return held ?? fallback;
}
