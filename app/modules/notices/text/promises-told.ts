import { thriftySigns } from '#app/kernel/sms-parts.ts';
import { dayIn } from '#app/kernel/time.ts';
import type { ShownPromise } from '#app/modules/journal/index.server.ts';
import { writeDays } from '#app/modules/tracking/index.server.ts';
import { daysInWords, shortDays } from './days-in-words.ts';
import type { Telling } from './telling.ts';

/** The promise that a notice names to its reader, in whosever words: none where the words leave the day out. */
export function promisesTold(locale: string, { order, parcels: [parcel], now }: Telling, said: string): ShownPromise[] {
  const today = dayIn(order.zone, now);
  if (!parcel?.promise || parcel.promise.to < today) return [];
  const { shipmentId, slips, promise } = parcel;
  const from = promise.from < today ? promise.to : promise.from;
  const words = plain(said);
  const isNamed = [writeDays, daysInWords, shortDays].some((write) => words.includes(plain(write(locale, from, promise.to))));
  return isNamed ? [{ shipmentId, ...promise, slips }] : [];
}

/** As it reads, whatever signs and spaces the way takes. */
function plain(text: string): string {
  return thriftySigns(text).replace(/[–—]/g, '-').replace(/\s+/g, ' ');
}
