import { money, portion } from './money.ts';
import type { Money, MoneyBag } from './records.ts';

interface Currencies {
  currency: string;
  presentmentCurrency: string;
}

/** An amount of one of an order's currencies in both, at the rate of the sum it is taken from; all of one is all of the other. */
export function inBothCurrencies(order: Currencies, from: MoneyBag, amount: Money): MoneyBag {
  if (order.currency === order.presentmentCurrency) return { shop: amount, presentment: amount };
  if (amount.currency === order.currency) return { shop: amount, presentment: money(portion(from.presentment.minor, amount.minor, from.shop.minor), order.presentmentCurrency) };
  return { shop: money(portion(from.shop.minor, amount.minor, from.presentment.minor), order.currency), presentment: amount };
}

/** Whether an order counts in a currency at all. */
export function countsIn(order: Currencies, currency: string): boolean {
  return currency === order.currency || currency === order.presentmentCurrency;
}
