import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { Day } from '#app/modules/promises/index.server.ts';
import { claimWords } from './claim-words.ts';

/** A day that somebody wrote: every day it can mean. */
export interface WrittenDay {
  from: number;
  to: number;
  means: readonly Day[];
}

const months = new Map<string, ReadonlyMap<string, number>>();
const weekdays = new Map<string, ReadonlyMap<string, number>>();

/** Every day in a sentence, as the language writes them: by number, by month, by day of the week, by tomorrow. `today` fills in what is not written. */
export function readDays(sentence: string, locale: CustomerLocale, today: Day): WrittenDay[] {
  const found: WrittenDay[] = [];
  const add = (match: RegExpExecArray, means: (Day | null)[]) => {
    const days = [...new Set(means.filter((day) => day !== null))];
    const [from, to] = [match.index, match.index + match[0].length];
    if (days.length > 0 && !found.some((other) => from < other.to && other.from < to)) found.push({ from, to, means: days });
  };
  const each = (pattern: RegExp, read: (match: RegExpExecArray) => (Day | null)[]) => {
    for (const match of sentence.matchAll(pattern)) add(match, read(match));
  };
  const near = (month: number, day: number) => nearest(today, month, day);

  each(/\b(\d{4})-(\d{2})-(\d{2})\b/g, ([, year, month, day]) => [dayOf(Number(year), Number(month), Number(day))]);
  each(/(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]/g, ([, year, month, day]) => [year ? dayOf(Number(year), Number(month), Number(day)) : near(Number(month), Number(day))]);
  each(/(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.(\d{4}|\d{2})?(?!\d)/g, ([, one, two, year]) => eitherWay(Number(one), Number(two), year, near));
  each(/(?<![\d/])(?!24\/7)(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?(?![\d/])/g, ([, one, two, year]) => eitherWay(Number(one), Number(two), year, near));
  const names = monthNames(locale);
  const pattern = [...names.keys()].sort((a, b) => b.length - a.length).join('|').replaceAll('.', String.raw`\.`);
  const month = (name = '') => names.get(name.toLowerCase()) ?? 0;
  if (pattern !== '') {
    each(new RegExp(String.raw`(?<![\p{L}\d])(\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s+|of\s+)?(${pattern})(?![\p{L}])(?:\s+(?:de\s+)?(\d{4}))?`, 'giu'), ([, day, name, year]) => [
      year ? dayOf(Number(year), month(name), Number(day)) : near(month(name), Number(day)),
    ]);
    each(new RegExp(String.raw`(?<![\p{L}])(${pattern})\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,?\s+(\d{4}))?`, 'giu'), ([, name, day, year]) => [
      year ? dayOf(Number(year), month(name), Number(day)) : near(month(name), Number(day)),
    ]);
  }
  for (const [word, days] of claimWords[locale].relative) each(new RegExp(word.source, 'giu'), () => [shifted(today, days)]);
  for (const [name, weekday] of weekdayNames(locale)) {
    // A day of the week beside a date is part of it.
    if (found.length > 0) break;
    each(new RegExp(String.raw`(?<![\p{L}])${name}(?![\p{L}])`, 'giu'), () => around(today, weekday));
  }
  return found;
}

/** So many days later. */
export function shifted(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

function dayOf(year: number, month: number, day: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : null;
}

/** A day without its year is the one nearest to today. */
function nearest(today: Day, month: number, day: number): Day | null {
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1].map((one) => dayOf(one, month, day)).filter((one) => one !== null);
  return days.sort((left, right) => Math.abs(Date.parse(left) - Date.parse(today)) - Math.abs(Date.parse(right) - Date.parse(today)))[0] ?? null;
}

/** `11/12` may be either; whoever wrote it knows which. */
function eitherWay(one: number, two: number, year: string | undefined, near: (month: number, day: number) => Day | null): (Day | null)[] {
  const full = year === undefined ? null : Number(year.length === 2 ? `20${year}` : year);
  const read = (month: number, day: number) => (month < 1 || month > 12 ? null : full === null ? near(month, day) : dayOf(full, month, day));
  return [read(two, one), read(one, two)];
}

/** The days of that name in the week before and after. */
function around(today: Day, weekday: number): Day[] {
  return Array.from({ length: 15 }, (_, at) => shifted(today, at - 7)).filter((day) => new Date(day).getUTCDay() === weekday);
}

function monthNames(locale: CustomerLocale): ReadonlyMap<string, number> {
  const known = months.get(locale);
  if (known) return known;
  const names = new Map<string, number>();
  if (locale !== 'ja' && locale !== 'zh-CN') {
    for (let month = 1; month <= 12; month += 1) {
      for (const style of ['long', 'short'] as const) {
        const name = new Intl.DateTimeFormat(locale, { month: style, day: 'numeric', timeZone: 'UTC' }).formatToParts(Date.UTC(2026, month - 1, 15)).find(({ type }) => type === 'month')?.value.toLowerCase() ?? '';
        const bare = name.replace(/\.$/, '');
        // "mar" and "may" are words too; where a day stands beside them they are months.
        if (/\p{L}/u.test(bare)) for (const one of [name, bare]) names.set(one, month);
      }
    }
  }
  months.set(locale, names);
  return names;
}

function weekdayNames(locale: CustomerLocale): ReadonlyMap<string, number> {
  const known = weekdays.get(locale);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
  // 4 January 2026 is a Sunday.
  const names = new Map(Array.from({ length: 7 }, (_, at) => [format.format(Date.UTC(2026, 0, 4 + at)).toLowerCase(), at] as const));
  weekdays.set(locale, names);
  return names;
}
