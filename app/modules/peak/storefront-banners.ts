import { customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { writeDay } from './banner/banner-of.ts';
import { spanOf } from './in-force.ts';
import type { PeakProfile } from './profile.ts';
import { peakWords } from './words.ts';

type Texts = Record<string, string>;

/** What the blocks in a shop's theme show, and from when to when: moments are seconds, so that Liquid can tell by its own clock. */
export interface StorefrontBanners {
  profiles: { from: number; until: number; label: Texts; text: Texts; days: { until: number; countries: string[]; text: Texts }[] }[];
}

/** The banners that are still to be shown; the theme switches them by itself. */
export function storefrontBanners(profiles: readonly PeakProfile[], zone: string, now: Date): StorefrontBanners {
  const coming = profiles.filter((profile) => profile.banner.on && spanOf(profile, zone).until > now);
  return { profiles: coming.map((profile) => toBanner(profile, zone)) };
}

function toBanner(profile: PeakProfile, zone: string): StorefrontBanners['profiles'][number] {
  const { from, until } = spanOf(profile, zone);
  const byDay = [...Map.groupBy(profile.lastOrders, ({ day }) => day)];
  return {
    from: seconds(from),
    until: seconds(until),
    label: inEvery(({ t }) => t('label')),
    text: inEvery(({ t, locale }) => profile.banner.text[locale] || t('text')),
    days: byDay.map(([last, ofDay]) => ({
      until: seconds(spanOf({ from: last, to: last, endedAt: null }, zone).until),
      countries: ofDay.map(({ country }) => country),
      text: inEvery(({ t, locale }) => t('orderBy', { last: writeDay(locale, last), day: writeDay(locale, profile.arriveBy) })),
    })),
  };
}

/** A text in each language, under its full and its short name: a theme may speak `pt-BR` or `zh-TW`. */
function inEvery(write: (words: ReturnType<typeof peakWords>) => string): Texts {
  const texts = customerLocales.map((locale: CustomerLocale) => [locale, write(peakWords([locale]))] as const);
  return Object.fromEntries(texts.flatMap(([locale, text]) => [[locale.slice(0, 2), text], [locale, text]]));
}

function seconds(at: Date): number {
  return Math.ceil(at.getTime() / 1_000);
}
