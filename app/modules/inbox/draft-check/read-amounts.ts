import { decimals } from '#app/kernel/money.ts';

/** An amount that somebody wrote. */
export interface WrittenAmount {
  from: number;
  to: number;
  minor: number;
  currency: string;
}

/** Signs that say a currency by themselves; one that several share means the order's own where that is among them. */
const signs: readonly (readonly [sign: string, currencies: readonly string[]])[] = [
  ['US$', ['USD']],
  ['CA$', ['CAD']],
  ['A$', ['AUD']],
  ['€', ['EUR']],
  ['£', ['GBP']],
  ['¥', ['JPY', 'CNY']],
  ['\uffe5', ['JPY', 'CNY']],
  ['円', ['JPY']],
  ['元', ['CNY']],
  ['$', ['USD', 'CAD', 'AUD', 'NZD', 'SGD', 'HKD', 'MXN']],
  ['zł', ['PLN']],
  ['CHF', ['CHF']],
];
const number = String.raw`(?<!\d)(?:\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3}){0,4}(?!\d)(?:[.,]\d{1,3})?|\d{1,12}(?!\d)(?:[.,]\d{1,3})?)`;
const names = [...signs.map(([sign]) => sign.replaceAll('$', String.raw`\$`)), String.raw`\b(?:EUR|USD|GBP|JPY|CNY|CHF|CAD|AUD|PLN|SEK|DKK|NOK|KWD|BRL|MXN)\b`, 'Euro', 'euros?'].join('|');
const written = new RegExp(String.raw`(?:(${names})[\s\u00a0]?(${number}))|(?:(${number})[\s\u00a0]?(${names}))`, 'gi');

/** Every amount of money in a text; which currency a sign means is the order's own where it can be. */
export function readAmounts(text: string, orderCurrency: string): WrittenAmount[] {
  return [...text.matchAll(written)].flatMap((match) => {
    const [whole, before, after, digits, name] = match;
    const currency = currencyOf(before ?? name ?? '', orderCurrency);
    const minor = currency === null ? null : minorOf(after ?? digits ?? '', currency);
    return currency === null || minor === null ? [] : [{ from: match.index, to: match.index + whole.length, minor, currency }];
  });
}

function currencyOf(name: string, orderCurrency: string): string | null {
  if (/^euros?$/i.test(name)) return 'EUR';
  if (/^[a-z]{3}$/i.test(name)) return name.toUpperCase();
  const means = signs.find(([sign]) => sign === name)?.[1] ?? [];
  return means.includes(orderCurrency) ? orderCurrency : (means[0] ?? null);
}

/** `1.234,50`, `1,234.50`, `1 234,5`: the last point or comma with no more digits behind it than the currency has is the decimal one. */
function minorOf(digits: string, currency: string): number | null {
  const places = decimals(currency);
  const found = /[.,](\d{1,3})$/.exec(digits);
  const fraction = found && places > 0 && (found[1]?.length ?? 0) <= places ? (found[1] ?? '') : '';
  const whole = (fraction === '' ? digits : digits.slice(0, -fraction.length - 1)).replace(/\D/g, '');
  const minor = Number(whole + fraction.padEnd(places, '0'));
  return Number.isSafeInteger(minor) ? minor : null;
}
