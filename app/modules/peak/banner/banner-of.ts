import { countryName } from '#app/kernel/place.ts';
import { dayIn } from '#app/kernel/time.ts';
import { inForce } from '../in-force.ts';
import type { PeakProfile } from '../profile.ts';
import { peakWords } from '../words.ts';

/** What customers read on every page while a profile is in force. */
export interface PeakBanner {
  label: string;
  text: string;
  /** The last days to order that are still to come, each with its countries; null where none are told. */
  lastOrders: { heading: string; days: { day: string; places: string }[] } | null;
}

/** Where and when a banner is read. */
export interface Reading {
  zone: string;
  locale: string;
  now: Date;
}

/** The banner for a reader at a moment; null where nothing is in force or its banner is off. */
export function bannerOf(profiles: readonly PeakProfile[], reading: Reading): PeakBanner | null {
  const running = inForce(profiles, reading.zone, reading.now);
  return running?.banner.on ? bannerIn(running, reading) : null;
}

/** What the banner of a profile says on a day of it. */
export function bannerIn({ banner, arriveBy, lastOrders }: Pick<PeakProfile, 'banner' | 'arriveBy' | 'lastOrders'>, { zone, locale, now }: Reading): PeakBanner {
  const { t, locale: language } = peakWords([locale]);
  const today = dayIn(zone, now);
  const open = lastOrders.filter(({ day }) => day >= today).toSorted((one, other) => one.day.localeCompare(other.day));
  const days = [...Map.groupBy(open, ({ day }) => day)].map(([day, ofDay]) => ({ day: writeDay(language, day), places: placesIn(language, ofDay.map(({ country }) => country)) }));
  return { label: t('label'), text: banner.text[language] || t('text'), lastOrders: days.length > 0 ? { heading: t('lastOrders', { day: writeDay(language, arriveBy) }), days } : null };
}

/** A day as people of a language write it in a sentence. */
export function writeDay(locale: string, day: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'long' }).format(new Date(day));
}

function placesIn(locale: string, countries: readonly string[]): string {
  const names = countries.map((country) => countryName(country, locale)).sort((one, other) => one.localeCompare(other, locale));
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(names);
}
