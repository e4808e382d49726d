import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import { eventWord } from '../parcel-face.ts';
import { scanClock } from '../scan-clock.ts';
import type { TimelineEvent } from './timeline.tsx';

/** How much of a scan is shown: towns to who knows the order, the carrier's own words to who proved to be its customer. */
export interface Detail {
  towns: boolean;
  words: boolean;
}

/** A parcel's scans as lines of its story, beginning with the shop's own part in it: that it was announced is told only where it came before the first scan. */
export function parcelEvents(story: ParcelStory, detail: Detail, zone: string): TimelineEvent[] {
  const scans = story.scans.flatMap((scan): TimelineEvent[] => {
    const key = eventWord(scan, story);
    if (key === null) return [];
    const { city, country } = scan.place;
    return [{ key, at: scan.happenedAt, zone: scanClock(scan, zone), city: detail.towns ? city : null, country, message: detail.words ? scan.message : null }];
  });
  const left: TimelineEvent = { key: story.number ? 'event.announced' : 'event.sent', at: story.shippedAt, zone, city: null, country: null, message: null };
  const wasFirst = scans.every(({ at }) => at >= left.at);
  return story.method === 'carrier' && wasFirst ? [left, ...scans] : scans;
}
