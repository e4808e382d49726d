import { lineTotal, type LineDiscount, type SoldLine } from './order-money.ts';
import { nextUnits, percentOf, portion, sumOf } from './portion.ts';

/** A restocking fee to be charged: a percentage of what comes back, or the amount that was fixed when the return was made. */
export type RestockingFee = { percentage: number } | { amount: number; units: number; processed: number };

/** Units of a line that come back. */
export interface ReturnUnits {
  lineId: string;
  quantity: number;
  fee: RestockingFee | null;
}

/** What units of a line are worth, step by step. */
export interface LineAmounts {
  lineId: string;
  quantity: number;
  price: number;
  /** What each discount took off these units. */
  discounts: LineDiscount[];
  /** After the line's own discounts, before those of the order. */
  beforeOrderDiscounts: number;
  /** After every discount; includes tax where prices do. */
  subtotal: number;
  tax: number;
  fee: number;
}

/** What the next units of a line are worth when `before` others of it go with them. */
export function lineAmounts(line: SoldLine, { quantity, fee }: ReturnUnits, before: number): LineAmounts {
  const place = { gone: line.gone + before, whole: line.quantity };
  const price = line.unitPrice * quantity;
  let whole = line.unitPrice * line.quantity;
  let left = price;
  const discounts = line.discounts.map((discount) => {
    whole -= discount.amount;
    const after = nextUnits(whole, quantity, place);
    const amount = left - after;
    left = after;
    return { ...discount, amount };
  });
  const own = discounts.filter(({ scope }) => scope === 'line');
  return {
    lineId: line.id,
    quantity,
    price,
    discounts,
    beforeOrderDiscounts: price - sumOf(own.map(({ amount }) => amount)),
    subtotal: left,
    tax: nextUnits(line.tax, quantity, place),
    fee: fee === null ? 0 : feeFor(line, quantity, fee),
  };
}

/** Fees are not taxed, and are counted as if the line's first units came back. */
function feeFor(line: SoldLine, quantity: number, fee: RestockingFee): number {
  if ('percentage' in fee) return percentOf(portion(lineTotal(line), quantity, line.quantity), fee.percentage);
  return nextUnits(fee.amount, quantity, { gone: fee.processed, whole: fee.units });
}
