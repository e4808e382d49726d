import { remembered } from '#app/kernel/remembered.ts';
import type { Day } from '#app/modules/promises/index.server.ts';

const made = new Map<string, { one: Intl.DateTimeFormat; range: Intl.DateTimeFormat }>();

/** Writing a range is slow, and few are asked for on one day. */
const written = remembered<string>(5_000);

/** A day, `Tuesday, November 24`, or a range of days, `Thu, Nov 26 – Fri, Nov 27`, the way people of a language write it. */
export function writeDays(locale: string, from: Day, to: Day = from): string {
  const key = `${locale} ${from} ${to}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  const { one, range } = formatsOf(locale);
  const [first, last] = [new Date(from), new Date(to)];
  const words = from === to ? one.format(last) : range.formatRange(first, last);
  written.set(key, words);
  return words;
}

function formatsOf(locale: string) {
  const known = made.get(locale);
  if (known) return known;
  const formats = {
    one: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' }),
    range: new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: 'numeric', month: 'short' }),
  };
  made.set(locale, formats);
  return formats;
}
