import { hour } from '#app/kernel/time.ts';
import type { Scan } from './parcel-status.ts';

/** Two sources that pass on one carrier's scan round and shift its time; further apart it is another scan. */
const sameMoment = 1.5 * hour;

/** What of a scan tells it from others. */
export type ScanMark = Pick<Scan, 'source' | 'status' | 'cause' | 'happenedAt'> & { place: { city: string | null } };

/** True where two sources tell of one scan of a parcel. What one source tells twice are two: its keys keep repeats out already. */
export function isSameScan(left: ScanMark, right: ScanMark): boolean {
  if (left.source === right.source || left.status === null || left.status !== right.status) return false;
  if (left.cause !== null && right.cause !== null && left.cause !== right.cause) return false;
  if (Math.abs(left.happenedAt.getTime() - right.happenedAt.getTime()) > sameMoment) return false;
  const [here, there] = [left.place.city, right.place.city];
  return here === null || there === null || here.toLowerCase() === there.toLowerCase();
}

/** Which of two tellings of one scan to keep: the one that knows the place, then the cause, then the one from nearer to the carrier. */
export function scanRichness({ cause, place, source }: ScanMark): number {
  return (place.city === null ? 0 : 4) + (cause === null ? 0 : 2) + (source === 'shopify' ? 0 : 1);
}
