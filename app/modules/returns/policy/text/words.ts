import { bestLocale, customerLocales, type CustomerLocale } from '#app/kernel/locales.ts';
import { formatMoney } from '#app/kernel/money.ts';
import { createTranslator, type MessageKey, type Translator } from '#app/platform/i18n/translator.ts';
import de from './i18n/de.json' with { type: 'json' };
import en from './i18n/en.json' with { type: 'json' };
import es from './i18n/es.json' with { type: 'json' };
import fr from './i18n/fr.json' with { type: 'json' };
import ja from './i18n/ja.json' with { type: 'json' };
import ptPT from './i18n/pt-PT.json' with { type: 'json' };
import zhCN from './i18n/zh-CN.json' with { type: 'json' };

const resources = { en, 'zh-CN': zhCN, de, fr, es, ja, 'pt-PT': ptPT };

/** What a policy is told with: the words of a language, and how it writes amounts, shares, days and lists. */
export interface PolicyWords extends Translator<MessageKey<typeof en>, CustomerLocale> {
  /** Minor units of the shop's currency. */
  money(minor: number): string;
  percent(percent: number): string;
  number(count: number): string;
  /** A day of the calendar. */
  day(isoDay: string): string;
  country(code: string): string;
  /** The last of them joined by the language's word for `or`, or `and`. */
  anyOf(values: readonly string[]): string;
  allOf(values: readonly string[]): string;
}

/** The words of the best language for the wishes in order, for a shop of that currency. */
export function policyWords(wishes: readonly (string | null)[], currency: string): PolicyWords {
  const locale = bestLocale(wishes, customerLocales);
  const formats = formatsOf(locale);
  return {
    ...createTranslator(locale, resources),
    money: (minor) => formatMoney({ minor, currency }, locale),
    percent: (percent) => formats.percent.format(percent / 100),
    number: (count) => formats.number.format(count),
    day: (isoDay) => formats.day.format(new Date(`${isoDay}T00:00:00Z`)),
    country: (code) => formats.country.of(code) ?? code,
    anyOf: (values) => formats.anyOf.format(values),
    allOf: (values) => formats.allOf.format(values),
  };
}

type Formats = ReturnType<typeof makeFormats>;
const made = new Map<CustomerLocale, Formats>();

function formatsOf(locale: CustomerLocale): Formats {
  const formats = made.get(locale) ?? makeFormats(locale);
  made.set(locale, formats);
  return formats;
}

const makeFormats = (locale: CustomerLocale) => ({
  percent: new Intl.NumberFormat(locale, { style: 'percent' }),
  number: new Intl.NumberFormat(locale),
  day: new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }),
  country: new Intl.DisplayNames(locale, { type: 'region' }),
  anyOf: new Intl.ListFormat(locale, { type: 'disjunction' }),
  allOf: new Intl.ListFormat(locale, { type: 'conjunction' }),
});
