import { placeName } from '#app/kernel/place.ts';
import type { OrderParcel } from '#app/modules/orders/index.server.ts';
import { expectationOf, parcelState, readStatus, type TrackingWords } from '#app/modules/tracking/index.server.ts';
import type { DateFormat } from '#app/platform/i18n/date-format.ts';
import type { ToldParcel, ToldScan } from './answers.ts';

/** What a telling depends on beside the order: its language, the shop's clock, the moment. */
export interface Telling {
  words: TrackingWords;
  dates: DateFormat;
  zone: string;
  now: Date;
}

/** One parcel in its customer's words. */
export function tellParcel({ words, dates, zone, now }: Telling, parcel: OrderParcel, place: { at: number; of: number }): ToldParcel {
  const { t } = words;
  const { status, tone } = parcelState(parcel);
  const expectation = expectationOf(parcel, zone, now);
  const date = expectation && dates.day(expectation.at);
  const missed = expectation?.kind === 'missed';
  const keys = { expected: 'parcel.expected', missed: 'parcel.missed', delivered: 'parcel.deliveredOn' } as const;
  return {
    id: parcel.id,
    heading: place.of === 1 ? t('parcel.heading') : t('parcel.headingOf', { number: place.at, total: place.of }),
    status: t(`status.${status}`),
    tone: missed ? 'attention' : tone,
    date: expectation && date && t(keys[expectation.kind], { date }),
    why: whyOf(expectation?.kind ?? null, parcel, words),
    carrier: parcel.carrier,
    number: parcel.number,
    follow: followOf(parcel, words),
    contents: parcel.lines.map(({ title, variantTitle, imageUrl, quantity }) => ({ title: named(title, variantTitle), imageUrl, quantity })),
    scans: parcel.checkpoints.map((scan): ToldScan => ({
      text: t(`event.${readStatus(scan.status)}`),
      message: scan.message,
      when: dates.moment(scan.happenedAt),
      at: scan.happenedAt.toISOString(),
      place: placeName(scan, words.locale) || null,
    })).reverse(),
  };
}

/** `Mug` or `Mug, blue`. */
export function named(title: string, variantTitle: string | null): string {
  return variantTitle === null || variantTitle === '' || variantTitle === 'Default Title' ? title : `${title}, ${variantTitle}`;
}

function whyOf(kind: 'expected' | 'missed' | 'delivered' | null, parcel: OrderParcel, { t }: TrackingWords): string | null {
  if (kind === 'missed') return t('parcel.missedText');
  if (kind === 'expected') return parcel.carrier ? t('parcel.source', { carrier: parcel.carrier }) : t('parcel.sourcePlain');
  return kind === null && parcel.checkpoints.length === 0 && parcel.number ? t('parcel.noScans') : null;
}

/** Only addresses of the web: what a merchant typed may be anything. */
function followOf({ url, carrier }: OrderParcel, { t }: TrackingWords): ToldParcel['follow'] {
  const parsed = URL.parse(url ?? '');
  if (parsed?.protocol !== 'https:' && parsed?.protocol !== 'http:') return null;
  return { url: parsed.href, text: carrier ? t('parcel.follow', { carrier }) : t('parcel.followPlain') };
}
