import type { Day } from '#app/modules/promises/index.server.ts';
import { writeDays } from '#app/modules/tracking/index.server.ts';

/** Days for the end of a sentence: the dot that closes an abbreviated month is left to the sentence. */
export function daysInWords(locale: string, from: Day, to: Day = from): string {
  return writeDays(locale, from, to).replace(/\.$/, '');
}

/** Days in a text message: without the day of the week, which costs signs that many phones charge twice. */
export function shortDays(locale: string, from: Day, to: Day): string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short' });
  return (from === to ? format.format(new Date(to)) : format.formatRange(new Date(from), new Date(to))).replace(/\.$/, '');
}
