import { getCountry, getTimezone } from 'countries-and-timezones';
import { foldWords } from '../events/concepts.ts';
import type { ScanPlace } from '../parcel-status.ts';
import { zipZones } from './american-zones.ts';
import { countryOfName } from './country-of-name.ts';
import { zoneOfProvince } from './province-zones.ts';

// Where nearly everybody lives by one of the country's clocks, though another exists on an island or at an edge.
const usualZones: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires', CD: 'Africa/Kinshasa', CL: 'America/Santiago', CN: 'Asia/Shanghai', CY: 'Asia/Nicosia', DE: 'Europe/Berlin', EC: 'America/Guayaquil',
  ES: 'Europe/Madrid', FR: 'Europe/Paris', GL: 'America/Nuuk', KZ: 'Asia/Almaty', MN: 'Asia/Ulaanbaatar', MY: 'Asia/Kuala_Lumpur', NL: 'Europe/Amsterdam', NZ: 'Pacific/Auckland',
  PF: 'Pacific/Tahiti', PG: 'Pacific/Port_Moresby', PS: 'Asia/Gaza', PT: 'Europe/Lisbon', UA: 'Europe/Kyiv', UZ: 'Asia/Tashkent', VN: 'Asia/Ho_Chi_Minh',
};

/** Where wide countries have most of their parcels: only good for a rough moment, never told as the place's clock. */
export const roughZones: Readonly<Record<string, string>> = {
  AU: 'Australia/Sydney', BR: 'America/Sao_Paulo', CA: 'America/Toronto', ID: 'Asia/Jakarta', MX: 'America/Mexico_City', RU: 'Europe/Moscow', US: 'America/Chicago',
};

/** What is known of a place; everything may be missing. */
export type KnownPlace = Readonly<Partial<ScanPlace>>;

/** The time zone of a place, or null where its country has several and nothing tells which. */
export function zoneOfPlace({ country, province, city, zip }: KnownPlace): string | null {
  const code = countryOfName(country);
  if (code === null) return null;
  return (
    zoneOfZip(code, zip ?? '') ??
    (province ? zoneOfProvince(code, province) : null) ??
    zoneOfCity(code, city ?? '') ??
    usualZones[code] ??
    onlyZone(code)
  );
}

function zoneOfZip(country: string, zip: string): string | null {
  if (country === 'US') return /^\d{5}/.test(zip) ? (zipZones[zip.slice(0, 3)] ?? null) : null;
  if (country === 'ES') return /^(35|38)\d{3}$/.test(zip) ? 'Atlantic/Canary' : null;
  if (country === 'PT') return /^9[0-4]\d\d/.test(zip) ? 'Atlantic/Madeira' : /^9[5-9]\d\d/.test(zip) ? 'Atlantic/Azores' : null;
  return null;
}

/** Zones are named after cities: `Asia/Makassar`. */
function zoneOfCity(country: string, city: string): string | null {
  if (city === '') return null;
  const name = foldWords(city).replace(/ /g, '_');
  return getCountry(country)?.timezones.find((zone) => zone.toLowerCase().endsWith(`/${name}`)) ?? null;
}

/** The zone, where the country's zones all show the same time all year. */
function onlyZone(country: string): string | null {
  const [first, ...rest] = getCountry(country)?.timezones ?? [];
  const clock = (zone: string) => `${getTimezone(zone)?.utcOffset} ${getTimezone(zone)?.dstOffset}`;
  return first !== undefined && rest.every((zone) => clock(zone) === clock(first)) ? first : null;
}
