import type { Money, MoneyBag } from './records.ts';

const NO_DECIMALS = new Set(['BIF', 'CLP', 'DJF', 'GNF', 'ISK', 'JPY', 'KMF', 'KRW', 'PYG', 'RWF', 'UGX', 'VND', 'VUV', 'XAF', 'XOF', 'XPF']);
const THREE_DECIMALS = new Set(['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND']);

function decimalsOf(currency: string): number {
  if (NO_DECIMALS.has(currency)) return 0;
  return THREE_DECIMALS.has(currency) ? 3 : 2;
}

/** Reads a decimal such as `10.005`, rounding halves away from zero; null when it is no number. */
export function parseMoney(amount: string | number, currency: string): Money | null {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(String(amount).trim());
  if (!match) return null;
  const decimals = decimalsOf(currency);
  const digits = `${match[2]}${(match[3] ?? '').padEnd(decimals + 1, '0').slice(0, decimals + 1)}`;
  const minor = Math.floor((Number(digits) + 5) / 10);
  return money(match[1] === '-' ? -minor : minor, currency);
}

/** An amount of minor units; minus zero becomes zero. */
export function money(minor: number, currency: string): Money {
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** `12.50`, with the decimals of the currency: how REST payloads and the `Money` scalar write it. */
export function toDecimal(value: Money): string {
  const decimals = decimalsOf(value.currency);
  const sign = value.minor < 0 ? '-' : '';
  const digits = String(Math.abs(value.minor)).padStart(decimals + 1, '0');
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** `12.5` or `12.0`: how the `Decimal` in a `MoneyV2` writes it. */
export function toShortDecimal(value: Money): string {
  const long = toDecimal(value);
  if (!long.includes('.')) return `${long}.0`;
  return long.replace(/0+$/, '').replace(/\.$/, '.0');
}

/** `part / whole` of an amount, rounding halves away from zero; exact for every amount a shop can hold. */
export function portion(minor: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  const product = BigInt(Math.abs(minor)) * BigInt(part) * 2n + BigInt(whole);
  const rounded = Number(product / (BigInt(whole) * 2n));
  return minor < 0 ? -rounded : rounded;
}

/** Splits an amount in proportion to weights: the parts sum to the amount exactly, the largest remainders get the last units. */
export function allocate(minor: number, weights: readonly number[]): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return weights.map(() => 0);
  const exact = weights.map((weight) => {
    const product = BigInt(minor) * BigInt(weight);
    return { floor: Number(product / BigInt(total)), rest: Number(product % BigInt(total)) };
  });
  let left = minor - exact.reduce((sum, part) => sum + part.floor, 0);
  const parts = exact.map((part) => part.floor);
  const order = exact.map((part, index) => ({ rest: part.rest, index })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order) {
    if (left <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}

/** Nothing, in both currencies. */
export function zeroBag(currency: string, presentmentCurrency: string): MoneyBag {
  return { shop: money(0, currency), presentment: money(0, presentmentCurrency) };
}

/** Changes both amounts the same way. */
export function mapBag(bag: MoneyBag, change: (minor: number) => number): MoneyBag {
  return { shop: money(change(bag.shop.minor), bag.shop.currency), presentment: money(change(bag.presentment.minor), bag.presentment.currency) };
}

/** The sum of two bags in the same currencies. */
export function addBags(a: MoneyBag, b: MoneyBag): MoneyBag {
  return { shop: money(a.shop.minor + b.shop.minor, a.shop.currency), presentment: money(a.presentment.minor + b.presentment.minor, a.presentment.currency) };
}

/** `a` less `b`. */
export function subtractBags(a: MoneyBag, b: MoneyBag): MoneyBag {
  return addBags(
    a,
    mapBag(b, (minor) => -minor),
  );
}

/** The sum of bags; `zero` names the currencies when there are none. */
export function sumBags(bags: Iterable<MoneyBag>, zero: MoneyBag): MoneyBag {
  let sum = zero;
  for (const bag of bags) sum = addBags(sum, bag);
  return sum;
}

/** Tax in a price (`included`) or on top of it. `rate` is a fraction. */
export function taxOf(price: MoneyBag, rate: number, included: boolean): MoneyBag {
  const millionths = Math.round(rate * 1_000_000);
  return mapBag(price, (minor) => portion(minor, millionths, included ? 1_000_000 + millionths : 1_000_000));
}
