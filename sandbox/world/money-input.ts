import { money, parseMoney } from './money.ts';
import type { Money, MoneyBag } from './records.ts';

/** `MoneyInput`. */
export interface MoneyInput {
  amount: string | number;
  currencyCode: string;
}

/** `MoneyBagInput`. */
export interface MoneyBagInput {
  shopMoney: MoneyInput;
  presentmentMoney?: MoneyInput | null;
}

/** Reads a bag in the given currencies; a sentence says what is wrong with it. */
export function readBag(input: MoneyBagInput, currency: string, presentmentCurrency: string): MoneyBag | string {
  const shop = readMoney(input.shopMoney);
  const shown = input.presentmentMoney ? readMoney(input.presentmentMoney) : shop;
  if (shop.currency !== currency) return `shop money must be in ${currency}`;
  if (shown.currency !== presentmentCurrency) return `presentment money must be in ${presentmentCurrency}`;
  return { shop, presentment: shown };
}

function readMoney(input: MoneyInput): Money {
  return parseMoney(input.amount, input.currencyCode) ?? money(0, input.currencyCode);
}
