import type { Gid } from '#sandbox/contract.ts';
import { subtractBags, sumBags, zeroBag } from '../money.ts';
import { orderTotals, originalTotal } from '../order-totals.ts';
import type { ExchangeLineRecord, LineItemRecord, MoneyBag, OrderRecord, RefundRecord, ReturnLineRecord, ReturnRecord } from '../records.ts';
import { moneyOf, type RefundValue, refundValue, shippingValue, unitsFrom, worthless } from '../refund-value.ts';
import { type ExchangeAmounts, exchangeAmounts } from './exchange-amounts.ts';
import { restockingFeeFor } from './return-fees.ts';
import { mostRefundable, negative } from './suggest-transactions.ts';

/** What is to be processed, already checked. */
export interface Processing {
  lines: { line: ReturnLineRecord; quantity: number }[];
  exchanges: { line: ExchangeLineRecord; quantity: number }[];
  /** What of the order's shipping is given back with it. */
  shipping: MoneyBag | null;
  duties: RefundRecord['duties'];
}

/** Units of one order line that come back, over all return lines. */
export interface ReturnedUnits extends RefundValue {
  line: LineItemRecord;
  quantity: number;
  /** After discounts of the line itself, before those of the whole order. */
  beforeOrderDiscounts: MoneyBag;
}

/** What processing means in money. */
export interface ReturnOutcome {
  returned: ReturnedUnits[];
  restockingFees: { returnLineId: Gid; feeId: Gid; amount: MoneyBag }[];
  /** Null when it was charged before, or there is none. */
  shippingFee: MoneyBag | null;
  exchanges: { line: ExchangeLineRecord; quantity: number; amounts: ExchangeAmounts }[];
  shipping: RefundValue;
  duties: RefundRecord['duties'];
  /** What is owed to the customer afterwards; negative when the customer owes. */
  balance: MoneyBag;
  maximumRefundable: MoneyBag;
}

/** Works out what processing some of a return would mean, on the order as it stands. */
export function returnOutcome(order: OrderRecord, refunds: readonly RefundRecord[], record: Pick<ReturnRecord, 'shippingFee'>, wanted: Processing): ReturnOutcome {
  const returned = returnedUnits(order, wanted.lines);
  const restockingFees = wanted.lines.flatMap(({ line, quantity }) =>
    line.restockingFee ? [{ returnLineId: line.id, feeId: line.restockingFee.id, amount: restockingFeeFor(line, line.restockingFee.amount, quantity) }] : [],
  );
  const anything = wanted.lines.length > 0 || wanted.exchanges.length > 0;
  const shippingFee = record.shippingFee && !record.shippingFee.charged && anything ? record.shippingFee.amount : null;
  const exchanges = wanted.exchanges.map(({ line, quantity }) => ({ line, quantity, amounts: exchangeAmounts(order, line, quantity) }));
  const [shippingLine] = order.shippingLines;
  const shipping = shippingLine && wanted.shipping ? shippingValue(shippingLine, wanted.shipping) : worthless(order);
  const { outstanding, netPayment } = orderTotals(order, refunds);
  const money = (value: RefundValue) => moneyOf(value, order.taxesIncluded);
  const balance = sumBags(
    [
      ...returned.map(money),
      money(shipping),
      ...wanted.duties.map((duty) => duty.amount),
      ...restockingFees.map((fee) => negative(fee.amount)),
      ...(shippingFee ? [negative(shippingFee)] : []),
      ...exchanges.map(({ amounts }) => negative(money(amounts))),
      negative(outstanding),
    ],
    zeroBag(order.currency, order.presentmentCurrency),
  );
  return { returned, restockingFees, shippingFee, exchanges, shipping, duties: wanted.duties, balance, maximumRefundable: mostRefundable(order, netPayment) };
}

/** Return lines of the same order line are counted one after the other, so that together they are worth what they are worth at once. */
function returnedUnits(order: OrderRecord, lines: Processing['lines']): ReturnedUnits[] {
  const units = new Map<Gid, number>();
  for (const { line, quantity } of lines) units.set(line.lineItemId, (units.get(line.lineItemId) ?? 0) + quantity);
  return [...units].flatMap(([lineItemId, quantity]): ReturnedUnits[] => {
    const line = order.lineItems.find((candidate) => candidate.id === lineItemId);
    return line ? [{ line, quantity, ...refundValue(line, quantity), beforeOrderDiscounts: unitsFrom(line, quantity)(afterOwnDiscounts(order, line)) }] : [];
  });
}

/** A line's total after its own discounts; those spread over the whole order do not count. */
export function afterOwnDiscounts(order: OrderRecord, line: LineItemRecord): MoneyBag {
  const own = line.discountAllocations.filter((share) => order.discountApplications[share.applicationIndex]?.targetSelection === 'EXPLICIT');
  return own.reduce((left, share) => subtractBags(left, share.amount), originalTotal(line));
}

/** What the discounts of the whole order take off the units that come back. */
export function cartDiscount({ returned }: Pick<ReturnOutcome, 'returned'>, zero: MoneyBag): MoneyBag {
  return sumBags(
    returned.map((units) => subtractBags(units.beforeOrderDiscounts, units.subtotal)),
    zero,
  );
}
