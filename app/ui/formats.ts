import { formatMoney, type Money } from '#app/kernel/money.ts';

/** How moments, days and money are written for one reader: in their language, in the shop's time zone. */
export interface Formats {
  money(money: Money): string;
  number(value: number): string;
  /** `High, Urgent`, with the sign the language has between them. */
  list(words: readonly string[]): string;
  /** `21 Nov 2026, 14:05` */
  moment(at: Date): string;
  /** `21 Nov, 14:05`; with the year where it is not this one. For lists. */
  shortMoment(at: Date): string;
  /** True for what lies before the reader's present. */
  isPast(at: Date): boolean;
  /** Whole and part hours from then until the reader's present. */
  hoursSince(at: Date): number;
  /** `14:05` */
  time(at: Date): string;
  /** `Today`, `Yesterday`, or the date; the year only where it is not this one. */
  day(at: Date): string;
  /** The same for a calendar day, `2026-11-21`, that belongs to no zone. */
  calendarDay(day: string): string;
  /** Both as a sentence has them in its middle: `promised by today`. */
  inSentence: Pick<Formats, 'day' | 'calendarDay'>;
  /** The calendar day in the shop's zone as `2026-11-21`: for grouping, never shown. */
  dayKey(at: Date): string;
}

/** Formats for a locale and zone; `now` decides what today is. */
export function createFormats({ locale, zone, now }: { locale: string; zone: string; now: Date }): Formats {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone });
  const short = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZone: zone });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: zone });
  const thisYear = new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric', timeZone: zone });
  const otherYear = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone });
  const key = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: zone });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction', style: 'narrow' });
  const dayKey = (at: Date) => key.format(at);
  const today = dayKey(now);
  const plainThisYear = new Intl.DateTimeFormat(locale, { weekday: 'short', month: 'short', day: 'numeric', timeZone: 'UTC' });
  const plainOtherYear = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dayAway = (own: string) => Math.round((Date.parse(own) - Date.parse(today)) / 86_400_000);
  const nearDay = (away: number) => (Math.abs(away) <= 1 ? relative.format(away, 'day') : null);
  const isThisYear = (own: string) => own.slice(0, 4) === today.slice(0, 4);
  const inSentence = {
    day(at: Date) {
      const own = dayKey(at);
      return nearDay(dayAway(own)) ?? (isThisYear(own) ? thisYear : otherYear).format(at);
    },
    calendarDay: (own: string) => nearDay(dayAway(own)) ?? (isThisYear(own) ? plainThisYear : plainOtherYear).format(new Date(own)),
  };
  return {
    inSentence,
    money: (money) => formatMoney(money, locale),
    number: (value) => number.format(value),
    list: (words) => list.format(words),
    moment: (at) => moment.format(at),
    shortMoment: (at) => (isThisYear(dayKey(at)) ? short : moment).format(at),
    isPast: (at) => at < now,
    hoursSince: (at) => (now.getTime() - at.getTime()) / 3_600_000,
    time: (at) => time.format(at),
    dayKey,
    day: (at) => capital(inSentence.day(at), locale),
    calendarDay: (own) => capital(inSentence.calendarDay(own), locale),
  };
}

/** With the first letter as it stands at the beginning. */
export function capital(text: string, locale: string): string {
  return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);
}
