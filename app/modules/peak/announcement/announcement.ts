import { Temporal } from 'temporal-polyfill';
import { dayIn } from '#app/kernel/time.ts';
import { preferencesPlaceholder } from '#app/modules/outbox/index.server.ts';
import { writeDay } from '../banner/banner-of.ts';
import { spanOf } from '../in-force.ts';
import type { PeakProfile } from '../profile.ts';
import { peakWords } from '../words.ts';

/** The hour, on the shop's clock, at which it leaves. */
const hourOfDay = 10;

export type Announced = Pick<PeakProfile, 'name' | 'from' | 'to' | 'endedAt' | 'arriveBy' | 'lastOrders' | 'announcement'>;

/** When a profile is announced; null where it is not. */
export function announcedAt({ announcement: { on, day } }: Pick<PeakProfile, 'announcement'>, zone: string): Date | null {
  if (!on || day === '') return null;
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone, plainTime: { hour: hourOfDay } }).epochMilliseconds);
}

/** Somebody it goes to. */
export interface Addressee {
  locale: string | null;
  /** Where they had something sent last. */
  country: string | null;
}

interface Around {
  shop: { name: string; primaryUrl: string; locales: readonly string[]; ianaTimezone: string };
  now: Date;
}

/** What is announced to somebody, in their language, with the last day to order for their country where that is still to come. */
export function writeAnnouncement({ name, from, to, endedAt, arriveBy, lastOrders, announcement }: Announced, { locale: wish, country }: Addressee, { shop, now }: Around) {
  const { t, locale } = peakWords([wish, ...shop.locales]);
  const { ianaTimezone: zone } = shop;
  const last = lastOrders.find((one) => one.country === country && one.day >= dayIn(zone, now));
  const days = last && { last: writeDay(locale, last.day), day: writeDay(locale, arriveBy) };
  const own = announcement.text[locale] ?? '';
  const expiresAt = spanOf(last ? { from: last.day, to: last.day, endedAt: null } : { from, to, endedAt }, zone).until;
  return {
    locale,
    expiresAt,
    values: { shop_name: shop.name, shop_url: shop.primaryUrl, announcement: own || t('announcement.text'), last_order_day: days?.last ?? '', arrive_by: days?.day ?? '' },
    plain: {
      subject: days ? t('announcement.subjectLast', { shop: shop.name, ...days }) : t('announcement.subject', { shop: shop.name }),
      heading: t('announcement.heading'),
      paragraphs: [own || t('announcement.text'), ...(days ? [t('orderBy', days)] : [])],
    },
    reason: peakWords(shop.locales).t('announcement.reason', { name }),
    around: {
      locale,
      action: { label: t('announcement.action'), url: shop.primaryUrl },
      sentBecause: t('announcement.because', { shop: shop.name }),
      preferences: { label: t('announcement.preferences'), url: preferencesPlaceholder },
    },
  };
}
