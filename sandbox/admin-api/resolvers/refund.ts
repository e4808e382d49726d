import { sumBags, zeroBag } from '#sandbox/world/money.ts';
import type { OrderAdjustmentRecord, OrderRecord, RefundLineRecord, RefundRecord, TransactionRecord } from '#sandbox/world/records.ts';
import type { Resolver } from '../resolver.ts';
import { lineOf } from './fulfillment.ts';
import { orderOf } from './order-access.ts';
import { legacyResourceId, moneyBag } from './wire.ts';

type BackLine = RefundLineRecord & { orderId: string };
type BackShipping = RefundRecord['shipping'][number] & { orderId: string };

/** `Refund`. */
export const refundFields: Record<string, Resolver> = {
  legacyResourceId,
  order: (refund: RefundRecord, _args, context) => orderOf(refund, context),
  return: (refund: RefundRecord, _args, { world }) => (refund.returnId === null ? null : world.returns.get(refund.returnId)),
  totalRefundedSet: (refund: RefundRecord, _args, context) => {
    const order = orderOf(refund, context);
    const paid = transactionsOf(refund, order).filter((row) => row.status === 'SUCCESS');
    return moneyBag(
      sumBags(
        paid.map((row) => row.amount),
        zeroBag(order.currency, order.presentmentCurrency),
      ),
    );
  },
  transactions: (refund: RefundRecord, _args, context) => transactionsOf(refund, orderOf(refund, context)),
  refundLineItems: (refund: RefundRecord): BackLine[] => refund.lineItems.map((line) => ({ ...line, orderId: refund.orderId })),
  refundShippingLines: (refund: RefundRecord): BackShipping[] => refund.shipping.map((part) => ({ ...part, orderId: refund.orderId })),
  orderAdjustments: (refund: RefundRecord) => refund.adjustments,
  duties: (refund: RefundRecord, _args, context) =>
    refund.duties.map((part) => ({
      amountSet: moneyBag(part.amount),
      originalDuty: orderOf(refund, context)
        .lineItems.flatMap((line) => line.duties)
        .find((duty) => duty.id === part.dutyId),
    })),
};

/** `RefundLineItem`; handed on with the order it belongs to. */
export const refundLineItemFields: Record<string, Resolver> = {
  lineItem: (line: BackLine, _args, context) => lineOf(orderOf(line, context), line.lineItemId),
  location: (line: BackLine, _args, { world }) => (line.locationId === null ? null : world.locations.get(line.locationId)),
  priceSet: (line: BackLine) => moneyBag(line.price),
  subtotalSet: (line: BackLine) => moneyBag(line.subtotal),
  totalTaxSet: (line: BackLine) => moneyBag(line.totalTax),
};

/** `RefundShippingLine`; handed on with the order it belongs to. */
export const refundShippingLineFields: Record<string, Resolver> = {
  shippingLine: (part: BackShipping, _args, context) => orderOf(part, context).shippingLines.find((line) => line.id === part.shippingLineId),
  subtotalAmountSet: (part: BackShipping) => moneyBag(part.subtotal),
  taxAmountSet: (part: BackShipping) => moneyBag(part.tax),
};

/** `OrderAdjustment`. */
export const orderAdjustmentFields: Record<string, Resolver> = {
  amountSet: (part: OrderAdjustmentRecord) => moneyBag(part.amount),
  taxAmountSet: (part: OrderAdjustmentRecord) => moneyBag(part.taxAmount),
};

function transactionsOf(refund: RefundRecord, order: OrderRecord): TransactionRecord[] {
  return order.transactions.filter((row) => refund.transactionIds.includes(row.id));
}
