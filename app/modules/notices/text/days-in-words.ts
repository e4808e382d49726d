import type { Day } from '#app/modules/promises/index.server.ts';
import { writeDays } from '#app/modules/tracking/index.server.ts';

/** Days for the end of a sentence: the dot that closes an abbreviated month is left to the sentence. */
export function daysInWords(locale: string, from: Day, to: Day = from): string {
  return writeDays(locale, from, to).replace(/\.$/, '');
}
