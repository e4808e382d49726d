import { addBags, mapBag, portion, subtractBags, sumBags, zeroBag } from './money.ts';
import { discountedShipping, discountedTotal, shareOf } from './order-totals.ts';
import type { LineItemRecord, MoneyBag, ShippingLineRecord } from './records.ts';

/** What units of a line are worth; `subtotal` includes tax when the order's prices do. */
export interface RefundValue {
  subtotal: MoneyBag;
  tax: MoneyBag;
}

/**
 * What the next `quantity` units of a line are worth when `before` others have just gone: the line's total for the units gone
 * by then less its total for those gone until then, each rounded half up, so that unit by unit sums to the whole line.
 */
export function refundValue(line: LineItemRecord, quantity: number, before = 0): RefundValue {
  const next = unitsFrom(line, quantity, before);
  const zero = mapBag(line.unitPrice, () => 0);
  const tax = sumBags(
    line.taxLines.map((row) => row.price),
    zero,
  );
  return { subtotal: next(discountedTotal(line)), tax: next(tax) };
}

/** The share of any amount of a line that falls on its next units. */
export function unitsFrom(line: LineItemRecord, quantity: number, before = 0): (amount: MoneyBag) => MoneyBag {
  const gone = line.quantity - line.currentQuantity + before;
  return (amount) => subtractBags(shareOf(line, amount, gone + quantity), shareOf(line, amount, gone));
}

/** What giving back `amount` of a shipping charge means for its tax. */
export function shippingValue(line: ShippingLineRecord, amount: MoneyBag): RefundValue {
  const whole = discountedShipping(line);
  const tax = sumBags(
    line.taxLines.map((row) => row.price),
    mapBag(amount, () => 0),
  );
  const share = (side: 'presentment' | 'shop') => ({ minor: portion(tax[side].minor, amount[side].minor, whole[side].minor), currency: tax[side].currency });
  return { subtotal: amount, tax: { shop: share('shop'), presentment: share('presentment') } };
}

/** A value as money moves: taxes come on top unless prices include them. */
export function moneyOf(value: RefundValue, taxesIncluded: boolean): MoneyBag {
  return taxesIncluded ? value.subtotal : addBags(value.subtotal, value.tax);
}

/** No value in the currencies of an order. */
export function worthless(order: { currency: string; presentmentCurrency: string }): RefundValue {
  const zero = zeroBag(order.currency, order.presentmentCurrency);
  return { subtotal: zero, tax: zero };
}
