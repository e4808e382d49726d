/** An amount in minor units of its currency (cents, yen, fils). Never a float. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}

/** One amount as the shop books it and as the customer saw it. */
export interface MoneyPair {
  readonly shop: Money;
  readonly presentment: Money;
}

const knownDecimals = new Map<string, number>();

/** How many decimals a currency has (ISO 4217 through Intl): 2 for EUR, 0 for JPY, 3 for KWD. */
export function decimals(currency: string): number {
  const known = knownDecimals.get(currency);
  if (known !== undefined) return known;
  const places = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  knownDecimals.set(currency, places);
  return places;
}

/**
 * Reads a decimal string as Shopify writes it (`"12.50"`). Digits beyond the currency's own are rounded half away
 * from zero, as Shopify does when it shows the amount. Throws on anything that is not a decimal number.
 */
export function parseMoney(amount: string, currency: string): Money {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(amount.trim());
  if (!found) throw new Error(`Not an amount: ${amount}`);
  const [, sign = '', whole = '0', fraction = ''] = found;
  const places = decimals(currency);
  const kept = BigInt(whole + fraction.slice(0, places).padEnd(places, '0'));
  const rounded = kept + (Number(fraction[places] ?? '0') >= 5 ? 1n : 0n);
  const minor = Number(rounded);
  if (!Number.isSafeInteger(minor)) throw new Error(`Amount out of range: ${amount}`);
  return { minor: sign && minor !== 0 ? -minor : minor, currency };
}

/** The decimal string Shopify expects: `{ minor: 1250, currency: 'EUR' }` is `"12.50"`. */
export function decimalString(money: Money): string {
  const places = decimals(money.currency);
  const digits = String(Math.abs(money.minor)).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return money.minor < 0 ? `-${text}` : text;
}

/** The sum; refuses to add two currencies. */
export function add(left: Money, right: Money): Money {
  if (left.currency !== right.currency) throw new Error(`Cannot add ${right.currency} to ${left.currency}`);
  return { minor: left.minor + right.minor, currency: left.currency };
}

/** As people of that locale write it. */
export function formatMoney(money: Money, locale: string): string {
  const places = decimals(money.currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency: money.currency }).format(money.minor / 10 ** places);
}
