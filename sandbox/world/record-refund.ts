import type { Gid } from '#sandbox/contract.ts';
import { portion, subtractBags, sumBags, zeroBag } from './money.ts';
import { discountedShipping, discountedTotal, shareOf } from './order-totals.ts';
import { touchOrder } from './place-order.ts';
import type { LineItemRecord, MoneyBag, OrderRecord, RefundLineRecord, RefundRecord, RestockType, TransactionRecord } from './records.ts';
import { moveStock } from './stock.ts';
import type { Change } from './world.ts';

/** What is given back, already checked. */
export interface NewRefund {
  note: string | null;
  lines: { lineItemId: Gid; quantity: number; restockType: RestockType; locationId: Gid | null }[];
  /** What of the first shipping line is given back; null for nothing. */
  shipping: MoneyBag | null;
  payments: { parent: TransactionRecord; amount: MoneyBag }[];
}

/** What the next `quantity` units of a line are worth, so that refunding unit by unit sums to the whole line. */
export function refundValue(line: LineItemRecord, quantity: number): { subtotal: MoneyBag; tax: MoneyBag } {
  const gone = line.quantity - line.currentQuantity;
  const next = (amount: MoneyBag) => subtractBags(shareOf(line, amount, gone + quantity), shareOf(line, amount, gone));
  const zero = zeroBag(line.unitPrice.shop.currency, line.unitPrice.presentment.currency);
  return {
    subtotal: next(discountedTotal(line)),
    tax: next(
      sumBags(
        line.taxLines.map((tax) => tax.price),
        zero,
      ),
    ),
  };
}

/** Writes a refund: money back on the payments, units off the lines and off what is still to ship, stock where it was asked for. */
export function recordRefund(change: Change, order: OrderRecord, input: NewRefund): RefundRecord {
  const zero = zeroBag(order.currency, order.presentmentCurrency);
  const lines = input.lines.map((wanted): RefundLineRecord => {
    const line = order.lineItems.find((candidate) => candidate.id === wanted.lineItemId);
    if (!line) throw new Error(`no line ${wanted.lineItemId}`);
    const { subtotal, tax } = refundValue(line, wanted.quantity);
    const restocked = wanted.restockType !== 'NO_RESTOCK';
    const taken = takeUnfulfilled(change, order.id, line, wanted.restockType === 'RETURN' ? 0 : wanted.quantity, restocked);
    const back = wanted.quantity - taken;
    if (restocked && back > 0 && wanted.locationId) moveStock(change, line.variantId, wanted.locationId, { available: back, committed: 0 });
    return { id: change.newId('RefundLineItem'), ...wanted, restocked, price: line.unitPrice, subtotal, totalTax: tax };
  });
  const payments = input.payments.map(({ parent, amount }): TransactionRecord => ({
    id: change.newId('OrderTransaction'),
    orderId: order.id,
    kind: 'REFUND',
    status: 'SUCCESS',
    gateway: parent.gateway,
    amount,
    parentId: parent.id,
    authorizationCode: null,
    test: order.test,
    processedAt: change.now,
    createdAt: change.now,
  }));
  const [shippingLine] = order.shippingLines;
  const shipping = shippingLine && input.shipping ? [{ id: change.newId('RefundShippingLine'), shippingLineId: shippingLine.id, ...shippingShare(shippingLine, input.shipping, zero) }] : [];
  const worth = sumBags([...lines.flatMap((line) => [line.subtotal, order.taxesIncluded ? zero : line.totalTax]), ...shipping.flatMap((part) => [part.subtotal, order.taxesIncluded ? zero : part.tax])], zero);
  const paid = sumBags(
    payments.map((row) => row.amount),
    zero,
  );
  const difference = subtractBags(worth, paid);
  const refund: RefundRecord = {
    id: change.newId('Refund'),
    orderId: order.id,
    returnId: null,
    note: input.note,
    lineItems: lines,
    shipping,
    duties: [],
    adjustments: difference.shop.minor === 0 ? [] : [{ id: change.newId('OrderAdjustment'), reason: 'REFUND_DISCREPANCY', amount: difference, taxAmount: zero }],
    transactionIds: payments.map((row) => row.id),
    processedAt: change.now,
    createdAt: change.now,
    updatedAt: change.now,
  };
  change.put('refunds', refund);
  const quantities = new Map(input.lines.map((line) => [line.lineItemId, line.quantity]));
  change.emit('refunds/create', refund.id);
  for (const row of payments) change.emit('order_transactions/create', row.id);
  touchOrder(change, order.id, {
    statedFinancialStatus: null,
    transactions: [...order.transactions, ...payments],
    shippingLines: order.shippingLines.map((line) => ({ ...line, refunded: sumBags(shipping.filter((part) => part.shippingLineId === line.id).map((part) => part.subtotal), line.refunded) })),
    lineItems: order.lineItems.map((line) => {
      const quantity = quantities.get(line.id) ?? 0;
      return quantity === 0 ? line : { ...line, currentQuantity: line.currentQuantity - quantity, refundedQuantity: line.refundedQuantity + quantity };
    }),
  });
  return refund;
}

/** Takes units of a line out of what is still to ship; answers how many. */
export function takeUnfulfilled(change: Change, orderId: Gid, line: LineItemRecord, quantity: number, restock: boolean): number {
  let left = quantity;
  for (const record of change.fulfillmentOrders.where('order', orderId)) {
    if (left === 0 || record.status === 'CLOSED' || record.status === 'CANCELLED') continue;
    const lineItems = record.lineItems.map((row) => {
      const take = row.lineItemId === line.id ? Math.min(left, row.remainingQuantity) : 0;
      if (take === 0) return row;
      left -= take;
      moveStock(change, line.variantId, record.locationId, { available: restock ? take : 0, committed: -take });
      return { ...row, totalQuantity: row.totalQuantity - take, remainingQuantity: row.remainingQuantity - take };
    });
    const open = lineItems.some((row) => row.remainingQuantity > 0);
    change.put('fulfillmentOrders', { ...record, lineItems, status: open ? record.status : 'CLOSED', requestStatus: open ? record.requestStatus : 'CLOSED', updatedAt: change.now });
  }
  return quantity - left;
}

function shippingShare(line: OrderRecord['shippingLines'][number], amount: MoneyBag, zero: MoneyBag): { subtotal: MoneyBag; tax: MoneyBag } {
  const whole = discountedShipping(line);
  const tax = sumBags(
    line.taxLines.map((row) => row.price),
    zero,
  );
  const full = whole.shop.minor === amount.shop.minor;
  return { subtotal: amount, tax: full ? tax : { shop: share(tax.shop, amount.shop, whole.shop), presentment: share(tax.presentment, amount.presentment, whole.presentment) } };
}

function share(tax: MoneyBag['shop'], part: MoneyBag['shop'], whole: MoneyBag['shop']): MoneyBag['shop'] {
  return { minor: portion(tax.minor, part.minor, whole.minor), currency: tax.currency };
}
