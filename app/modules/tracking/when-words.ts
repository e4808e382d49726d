import { dayIn } from '#app/kernel/time.ts';
import { dateFormat } from '#app/platform/i18n/date-format.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { customerZone } from './customer-zone.ts';
import { expectationOf } from './expectation.ts';
import type { TrackedOrder } from './tracked-order.ts';
import type { Visit } from './ui/visit.ts';
import type { TrackingWords } from './words.ts';
import { writeDays } from './write-days.ts';

/** When a parcel comes in sentences: the day, what is to be said about it, and whether a day was missed. */
export interface WhenWords {
  main: string | null;
  notes: string[];
  isMissed: boolean;
}

/** When a parcel comes, came, or should have come: the day and who says so, and why it changed. */
export function whenWords({ words, shop, now }: Pick<Visit, 'words' | 'shop' | 'now'>, story: ParcelStory): WhenWords {
  const { t, locale } = words;
  const zone = customerZone(story, shop.ianaTimezone);
  const dates = dateFormat(locale, zone);
  const expectation = expectationOf(story, dayIn(zone, now));
  switch (expectation?.kind) {
    case 'arrived': {
      const main = t(story.method === 'pickup' ? 'when.pickedUpOn' : 'when.deliveredOn', { date: dates.day(expectation.at) });
      return { main, notes: expectation.late ? [t('when.deliveredLate', { promised: writeDays(locale, expectation.late) })] : [], isMissed: false };
    }
    case 'since':
      return { main: t('when.since', { date: dates.day(expectation.at) }), notes: expectation.missed ? [t('when.promised', { promised: writeDays(locale, expectation.missed) })] : [], isMissed: false };
    case 'expected': {
      const { promise, first, reason } = expectation;
      const notes = [...(first ? [t('when.first', { date: writeDays(locale, first) })] : []), ...(reason ? [t('when.reason', { reason: t(reason) })] : []), sourceWord(words, promise.source, story)];
      return { main: t('when.expected', { date: writeDays(locale, promise.from, promise.to) }), notes, isMissed: false };
    }
    case 'missed': {
      const { promise, reason } = expectation;
      const promised = writeDays(locale, expectation.promised);
      const why = reason ? [t('when.reason', { reason: t(reason) })] : [];
      if (!promise) return { main: t('when.missed', { promised }), notes: [t('when.sorry'), ...why, t('when.missedText')], isMissed: true };
      return { main: t('when.missedNow', { promised, date: writeDays(locale, promise.from, promise.to) }), notes: [t('when.sorry'), ...why, sourceWord(words, promise.source, story)], isMissed: true };
    }
    default:
      return { main: null, notes: story.scans.length === 0 && story.number && story.method === 'carrier' ? [t('parcel.noScans')] : [], isMissed: false };
  }
}

/** When what has not left comes: the day, and beside one that passed the new one and why. */
export function unsentWords(words: TrackingWords, { coming, missed }: Pick<TrackedOrder, 'coming' | 'missed'>): WhenWords {
  const { t, locale } = words;
  const date = coming && writeDays(locale, coming.from, coming.to);
  const source = coming ? [sourceWord(words, coming.source, { carrierName: null })] : [];
  if (missed === null) return { main: date && t('when.unsent', { date }), notes: source, isMissed: false };
  const promised = writeDays(locale, missed);
  const why = [t('when.sorry'), t('when.notLeft')];
  return { main: date ? t('when.missedNow', { promised, date }) : t('when.missed', { promised }), notes: [...why, ...(date ? source : [t('when.missedText')])], isMissed: true };
}

function sourceWord({ t }: TrackingWords, source: NonNullable<ParcelStory['promise']>['source'], { carrierName }: Pick<ParcelStory, 'carrierName'>): string {
  if (source !== 'carrier') return t(`source.${source}`);
  return carrierName ? t('source.carrier', { carrier: carrierName }) : t('source.carrierPlain');
}
