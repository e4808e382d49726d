import { exchangeRate } from './exchange-rates.ts';

/** Hundredths of a currency unit, the way Shopify's Liquid counts money, for currencies without decimals too. */
export type Cents = number;

const decimals = new Map<string, number>();

function decimalsOf(currency: string): number {
  const known = decimals.get(currency);
  if (known !== undefined) return known;
  const asked = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  decimals.set(currency, asked);
  return asked;
}

/** Reads Shopify's decimal string; anything else throws. */
export function toCents(amount: string): Cents {
  if (!/^-?\d+(\.\d+)?$/.test(amount)) throw new Error(`Not an amount: ${amount}`);
  return Math.round(Number(amount) * 100);
}

/** Writes the decimal string Shopify takes, with the decimals the currency has. */
export function fromCents(cents: Cents, currency: string): string {
  return (cents / 100).toFixed(decimalsOf(currency));
}

/** Rounds to the smallest amount the currency can pay. */
export function roundToCurrency(cents: Cents, currency: string): Cents {
  const step = 10 ** (2 - decimalsOf(currency));
  return Math.round(cents / step) * step;
}

/** Turns shop money into presentment money at the shop's rate. */
export function convertCents(cents: Cents, from: string, to: string): Cents {
  return from === to ? cents : roundToCurrency(cents * exchangeRate(from, to), to);
}

/** Shows money in the reader's language, with the currency code where the sign alone is ambiguous. */
export function formatCents(cents: Cents, currency: string, locale: string, display: 'sign' | 'code' = 'sign'): string {
  const sign = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).format(cents / 100);
  return display === 'sign' ? sign : `${sign} ${currency}`;
}
