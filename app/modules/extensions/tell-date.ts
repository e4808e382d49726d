import { dayIn } from '#app/kernel/time.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { customerZone, expectationOf, writeDays, type TrackingWords } from '#app/modules/tracking/index.server.ts';
import { dateFormat } from '#app/platform/i18n/date-format.ts';

/** What a telling depends on beside the parcel: its language, the shop's clock, the moment. */
export interface Telling {
  words: TrackingWords;
  zone: string;
  now: Date;
}

interface ToldDate {
  date: string | null;
  why: string | null;
  /** A promised day passed without delivery. */
  isMissed: boolean;
}

/** When a parcel comes, came or should have come, why, and who says so. A day that was missed stays visible beside the new one. */
export function tellDate({ words: { t, locale }, zone: shop, now }: Telling, story: ParcelStory): ToldDate {
  const zone = customerZone(story, shop);
  const expectation = expectationOf(story, dayIn(zone, now));
  const days = (from: string, to = from) => writeDays(locale, from, to);
  const moment = (at: Date) => dateFormat(locale, zone).day(at);
  const sentences = (...told: (string | null)[]) => told.filter(Boolean).join(' ') || null;
  if (expectation === null) return { date: null, why: null, isMissed: false };

  if (expectation.kind === 'since') return { date: t('when.since', { date: moment(expectation.at) }), why: expectation.missed && t('when.promised', { promised: days(expectation.missed) }), isMissed: false };
  if (expectation.kind === 'arrived') {
    const date = t(story.method === 'pickup' ? 'when.pickedUpOn' : 'when.deliveredOn', { date: moment(expectation.at) });
    return { date, why: expectation.late && t('when.deliveredLate', { promised: days(expectation.late) }), isMissed: false };
  }
  const { promise } = expectation;
  const reason = expectation.reason && t('when.reason', { reason: t(expectation.reason) });
  const source = promise && sourceOf(promise.source, story.carrierName, t);
  const date = promise && days(promise.from, promise.to);
  if (expectation.kind === 'expected') {
    const first = expectation.first && t('when.first', { date: days(expectation.first) });
    return { date: date && t('when.expected', { date }), why: sentences(first, reason, source), isMissed: false };
  }
  const promised = days(expectation.promised);
  return {
    date: date ? t('when.missedNow', { promised, date }) : t('when.missed', { promised }),
    why: sentences(reason, source ?? t('when.missedText')),
    isMissed: true,
  };
}

function sourceOf(source: NonNullable<ParcelStory['promise']>['source'], carrier: string | null, t: TrackingWords['t']): string {
  if (source !== 'carrier') return t(`source.${source}`);
  return carrier ? t('source.carrier', { carrier }) : t('source.carrierPlain');
}
