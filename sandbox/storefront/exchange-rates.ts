/** Units of each currency for one US dollar: the shop's own fixed rates, so that every run prices alike. */
const perDollar: Record<string, number> = {
  USD: 1,
  EUR: 0.92,
  GBP: 0.79,
  CAD: 1.38,
  AUD: 1.52,
  JPY: 151,
  CNY: 7.2,
  CHF: 0.88,
  SEK: 10.6,
};

/** The currencies the storefront can price in. */
export const knownCurrencies: readonly string[] = Object.keys(perDollar);

/** How many units of `to` one unit of `from` buys; an unknown currency throws. */
export function exchangeRate(from: string, to: string): number {
  const source = perDollar[from];
  const target = perDollar[to];
  if (source === undefined || target === undefined) throw new Error(`No exchange rate from ${from} to ${to}`);
  return target / source;
}
