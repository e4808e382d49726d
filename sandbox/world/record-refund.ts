import type { Gid } from '#sandbox/contract.ts';
import { sumBags, zeroBag } from './money.ts';
import type { MoneyBag, OrderAdjustmentRecord, OrderRecord, RefundLineRecord, RefundRecord, RestockType } from './records.ts';
import { moneyOf, refundValue, shippingValue } from './refund-value.ts';
import { moveStock } from './stock.ts';
import { takeUnfulfilled } from './take-unfulfilled.ts';
import type { Change } from './world.ts';
import { type RefundMoney, writeRefund } from './write-refund.ts';

/** What is given back, already checked. */
export interface NewRefund extends RefundMoney {
  note: string | null;
  lines: { lineItemId: Gid; quantity: number; restockType: RestockType; locationId: Gid | null }[];
  /** What of the first shipping line is given back; null for nothing. */
  shipping: MoneyBag | null;
  duties: RefundRecord['duties'];
  discrepancyReason: OrderAdjustmentRecord['reason'];
  processedAt: string;
}

/** Refunds an order: money back, units off the lines and off what is still to ship, stock where it was asked for. */
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
  const [shippingLine] = order.shippingLines;
  const shipping = shippingLine && input.shipping ? shippingValue(shippingLine, input.shipping) : null;
  const worth = sumBags(
    [
      ...lines.map((line) => moneyOf({ subtotal: line.subtotal, tax: line.totalTax }, order.taxesIncluded)),
      ...(shipping ? [moneyOf(shipping, order.taxesIncluded)] : []),
      ...input.duties.map((duty) => duty.amount),
    ],
    zero,
  );
  return writeRefund(change, order, {
    ...input,
    returnId: null,
    lines,
    shipping,
    worth,
    order: { lineItems: withoutUnits(order, new Map(input.lines.map((line) => [line.lineItemId, line.quantity]))) },
  });
}

/** The lines of an order after units were taken back. */
export function withoutUnits(order: OrderRecord, quantities: ReadonlyMap<Gid, number>): OrderRecord['lineItems'] {
  return order.lineItems.map((line) => {
    const quantity = quantities.get(line.id) ?? 0;
    return quantity === 0 ? line : { ...line, currentQuantity: line.currentQuantity - quantity, refundedQuantity: line.refundedQuantity + quantity };
  });
}
