import { placeName } from '#app/kernel/place.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { eventWord, parcelFace, scanClock, troubleWord, type TrackedParcel } from '#app/modules/tracking/index.server.ts';
import { dateFormat } from '#app/platform/i18n/date-format.ts';
import type { ToldParcel, ToldScan } from './answers.ts';
import { tellDate, type Telling } from './tell-date.ts';

/** One parcel in its customer's words. */
export function tellParcel(telling: Telling, story: ParcelStory, lines: TrackedParcel['lines'], place: { at: number; of: number }): ToldParcel {
  const { t, locale } = telling.words;
  const { headline, advice, tone } = parcelFace(story);
  const trouble = troubleWord(story);
  const { date, why, isMissed } = tellDate(telling, story);
  const told = [advice, trouble].filter((key) => key !== null).map((key) => t(key));
  const scans = story.scans.flatMap((scan): ToldScan[] => {
    const key = eventWord(scan, story);
    if (key === null) return [];
    const when = dateFormat(locale, scanClock(scan, telling.zone)).moment(scan.happenedAt);
    return [{ text: t(key), message: scan.message, when, at: scan.happenedAt.toISOString(), place: placeName(scan.place, locale) }];
  });
  return {
    id: story.shipmentId,
    heading: place.of === 1 ? t('parcel.heading') : t('parcel.headingOf', { number: place.at, total: place.of }),
    status: t(headline),
    tone: isMissed ? 'attention' : tone,
    date,
    why,
    advice: told.length > 0 ? told.join(' ') : null,
    carrier: story.carrierName,
    number: story.number,
    follow: story.url === null ? null : { url: story.url, text: story.carrierName ? t('parcel.follow', { carrier: story.carrierName }) : t('parcel.followPlain') },
    contents: lines.map(({ title, variantTitle, imageUrl, quantity }) => ({ title: named(title, variantTitle), imageUrl, quantity })),
    scans: scans.reverse(),
  };
}

/** `Mug` or `Mug, blue`. */
export function named(title: string, variantTitle: string | null): string {
  return variantTitle === null || variantTitle === '' || variantTitle === 'Default Title' ? title : `${title}, ${variantTitle}`;
}
