import { day as oneDay, minute } from '#app/kernel/time.ts';
import { dayNumberIn, localDays, type DayNumber } from './calendar-day.ts';

/**
 * The day that was told. Midnight in UTC is how a day without an hour is written, and means that day wherever the parcel goes; Shopify also tells
 * it as the first or last minute of the day on the shop's clock (`shop`).
 */
export function toldDay(at: Date, zone: string, shop: string | null = null): DayNumber {
  if (at.getTime() % oneDay === 0) return at.getTime() / oneDay;
  return dayNumberIn(shop !== null && isEdgeOfDay(at, shop) ? shop : zone, at);
}

function isEdgeOfDay(at: Date, zone: string): boolean {
  const local = localDays(zone, at) * oneDay;
  const sinceMidnight = Math.round(local - Math.floor(local / oneDay) * oneDay);
  return sinceMidnight === 0 || sinceMidnight >= oneDay - minute;
}
