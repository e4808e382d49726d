import { numericId } from '../../world/gid.ts';
import { sumBags, toDecimal, zeroBag } from '../../world/money.ts';
import type { FulfillmentOrderRecord, OrderRecord, RefundRecord, TransactionRecord } from '../../world/records.ts';
import { fulfillableQuantities, linePayload } from './lines.ts';
import { ids, moneySet, numberOf, type Payload, priced, type Times } from './write.ts';

/** A movement of money. */
function transactionPayload(transaction: TransactionRecord, order: OrderRecord, times: Times): Payload {
  return {
    ...ids(transaction.id),
    amount: toDecimal(transaction.amount.presentment),
    authorization: transaction.authorizationCode,
    created_at: times.at(transaction.createdAt),
    currency: transaction.amount.presentment.currency,
    device_id: null,
    error_code: null,
    gateway: transaction.gateway,
    kind: transaction.kind.toLowerCase(),
    location_id: null,
    message: null,
    order_id: numericId(order.id),
    parent_id: numberOf(transaction.parentId),
    processed_at: times.at(transaction.processedAt),
    receipt: {},
    source_name: order.sourceName,
    status: transaction.status.toLowerCase(),
    test: transaction.test,
    user_id: null,
  };
}

/** Money and goods given back, as `refunds/create` and the order's own list carry it. */
export function refundPayload(refund: RefundRecord, order: OrderRecord, fulfillmentOrders: FulfillmentOrderRecord[], times: Times): Payload {
  const fulfillable = fulfillableQuantities(fulfillmentOrders);
  const duties = sumBags(refund.duties.map(({ amount }) => amount), zeroBag(order.currency, order.presentmentCurrency));
  return {
    ...ids(refund.id),
    created_at: times.at(refund.createdAt),
    duties: refund.duties.map(({ dutyId, amount }) => ({ duty_id: numericId(dutyId), amount_set: moneySet(amount) })),
    note: refund.note,
    order_id: numericId(order.id),
    processed_at: times.at(refund.processedAt),
    restock: refund.lineItems.some(({ restocked }) => restocked),
    total_duties_set: moneySet(duties),
    user_id: null,
    return: refund.returnId === null ? null : ids(refund.returnId),
    order_adjustments: refund.adjustments.map((one) => ({
      id: numericId(one.id),
      ...priced('amount', one.amount),
      kind: 'refund_discrepancy',
      order_id: numericId(order.id),
      reason: one.reason,
      refund_id: numericId(refund.id),
      ...priced('tax_amount', one.taxAmount),
    })),
    transactions: order.transactions
      .filter(({ id }) => refund.transactionIds.includes(id))
      .map((transaction) => transactionPayload(transaction, order, times)),
    refund_line_items: refund.lineItems.map((one) => {
      const line = order.lineItems.find(({ id }) => id === one.lineItemId);
      return {
        id: numericId(one.id),
        line_item_id: numericId(one.lineItemId),
        location_id: numberOf(one.locationId),
        quantity: one.quantity,
        restock_type: one.restockType.toLowerCase(),
        ...priced('subtotal', one.subtotal),
        ...priced('total_tax', one.totalTax),
        line_item: line ? linePayload(line, order, fulfillable.get(line.id) ?? 0) : null,
      };
    }),
    refund_shipping_lines: refund.shipping.map((one) => ({
      id: numericId(one.id),
      shipping_line_id: numericId(one.shippingLineId),
      subtotal_amount_set: moneySet(one.subtotal),
      tax_amount_set: moneySet(one.tax),
    })),
  };
}
