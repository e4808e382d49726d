import { addBags, mapBag, portion, subtractBags, sumBags, zeroBag } from './money.ts';
import type { LineItemRecord, MoneyBag, OrderRecord, RefundRecord, ShippingLineRecord, TaxLineRecord, TransactionRecord } from './records.ts';

/** The sums of an order. `current…` follow edits and refunds, the others stand as ordered and edited upwards. */
export interface OrderTotals {
  subtotal: MoneyBag;
  discounts: MoneyBag;
  shipping: MoneyBag;
  tax: MoneyBag;
  duties: MoneyBag;
  tip: MoneyBag;
  /** What processed returns charge; part of the current total. */
  returnFees: MoneyBag;
  total: MoneyBag;
  currentSubtotal: MoneyBag;
  currentDiscounts: MoneyBag;
  currentShipping: MoneyBag;
  currentTax: MoneyBag;
  currentDuties: MoneyBag;
  currentTotal: MoneyBag;
  received: MoneyBag;
  refunded: MoneyBag;
  refundedShipping: MoneyBag;
  refundDiscrepancy: MoneyBag;
  netPayment: MoneyBag;
  outstanding: MoneyBag;
  capturable: MoneyBag;
}

/** The sums of an order with its refunds. */
export function orderTotals(order: OrderRecord, refunds: readonly RefundRecord[]): OrderTotals {
  const zero = zeroBag(order.currency, order.presentmentCurrency);
  const sum = (bags: Iterable<MoneyBag>) => sumBags(bags, zero);
  const lines = order.lineItems;

  const subtotal = sum(lines.map(discountedTotal));
  const shipping = sum(order.shippingLines.map(discountedShipping));
  const tax = sum([...lines, ...order.shippingLines].flatMap((line) => line.taxLines.map((taxLine) => taxLine.price)));
  const duties = sum(lines.flatMap((line) => line.duties.map((duty) => duty.price)));
  const discounts = sum([...lines, ...order.shippingLines].flatMap((line) => line.discountAllocations.map((share) => share.amount)));
  const total = sum([subtotal, shipping, duties, order.tip, ...(order.taxesIncluded ? [] : [tax])]);

  const currentSubtotal = sum(lines.map((line) => currentShare(line, discountedTotal(line))));
  const currentDiscounts = sum([
    ...lines.map((line) => currentShare(line, sum(line.discountAllocations.map((share) => share.amount)))),
    ...order.shippingLines.flatMap((line) => line.discountAllocations.map((share) => share.amount)),
  ]);
  const refundedShipping = sum(refunds.flatMap((refund) => refund.shipping.map((part) => part.subtotal)));
  const refundedShippingTax = sum(refunds.flatMap((refund) => refund.shipping.map((part) => part.tax)));
  const refundedDuties = sum(refunds.flatMap((refund) => refund.duties.map((part) => part.amount)));
  const shippingTax = sum(order.shippingLines.flatMap((line) => line.taxLines.map((taxLine) => taxLine.price)));
  const currentShipping = subtractBags(shipping, refundedShipping);
  const currentDuties = subtractBags(duties, refundedDuties);
  const currentTax = addBags(
    sum(lines.map((line) => currentShare(line, sum(line.taxLines.map((taxLine) => taxLine.price))))),
    subtractBags(shippingTax, refundedShippingTax),
  );
  const returnFees = sum(order.returnFees.map((fee) => fee.amount));
  const currentTotal = sum([currentSubtotal, currentShipping, currentDuties, order.tip, returnFees, ...(order.taxesIncluded ? [] : [currentTax])]);

  const moved = (kinds: readonly string[]) =>
    sum(order.transactions.filter((row) => row.status === 'SUCCESS' && kinds.includes(row.kind)).map((row) => row.amount));
  const received = moved(['SALE', 'CAPTURE']);
  const refunded = moved(['REFUND']);
  const netPayment = subtractBags(received, refunded);
  const refundDiscrepancy = sum(refunds.flatMap((refund) => refund.adjustments.map((part) => part.amount)));
  const voided = order.transactions.some((row) => row.kind === 'VOID' && row.status === 'SUCCESS');
  const authorized = voided ? zero : moved(['AUTHORIZATION', 'EMV_AUTHORIZATION']);

  return {
    subtotal,
    discounts,
    shipping,
    tax,
    duties,
    tip: order.tip,
    returnFees,
    total,
    currentSubtotal,
    currentDiscounts,
    currentShipping,
    currentTax,
    currentDuties,
    currentTotal,
    received,
    refunded,
    refundedShipping,
    refundDiscrepancy,
    netPayment,
    outstanding: order.cancelledAt ? zero : addBags(subtractBags(currentTotal, netPayment), refundDiscrepancy),
    capturable: positive(subtractBags(authorized, moved(['CAPTURE']))),
  };
}

/** Unit price times quantity, before discounts. */
export function originalTotal(line: Pick<LineItemRecord, 'quantity' | 'unitPrice'>): MoneyBag {
  return mapBag(line.unitPrice, (minor) => minor * line.quantity);
}

/** What a line costs after every discount; includes tax when the order's prices do. */
export function discountedTotal(line: LineItemRecord): MoneyBag {
  return line.discountAllocations.reduce((left, share) => subtractBags(left, share.amount), originalTotal(line));
}

/** What shipping costs after discounts. */
export function discountedShipping(line: ShippingLineRecord): MoneyBag {
  return line.discountAllocations.reduce((left, share) => subtractBags(left, share.amount), line.price);
}

/** A line's amount for the first `quantity` of its units; differences of these sum to the whole. */
export function shareOf(line: LineItemRecord, amount: MoneyBag, quantity: number): MoneyBag {
  return mapBag(amount, (minor) => portion(minor, quantity, line.quantity));
}

/** What a payment still has to give back. */
export function refundableOf(order: OrderRecord, payment: TransactionRecord): MoneyBag {
  const back = order.transactions.filter((row) => row.parentId === payment.id && row.kind === 'REFUND' && row.status === 'SUCCESS');
  return back.reduce((left, row) => subtractBags(left, row.amount), payment.amount);
}

/** Taxes of the same title and rate taken together, as the order shows them. */
export function mergeTaxLines(order: OrderRecord): TaxLineRecord[] {
  const merged = new Map<string, TaxLineRecord>();
  for (const tax of [...order.lineItems, ...order.shippingLines].flatMap((line) => line.taxLines)) {
    const key = `${tax.title} ${tax.rate}`;
    const before = merged.get(key);
    merged.set(key, before ? { ...before, price: addBags(before.price, tax.price) } : tax);
  }
  return [...merged.values()];
}

function currentShare(line: LineItemRecord, amount: MoneyBag): MoneyBag {
  return subtractBags(amount, shareOf(line, amount, line.quantity - line.currentQuantity));
}

function positive(bag: MoneyBag): MoneyBag {
  return mapBag(bag, (minor) => Math.max(0, minor));
}
