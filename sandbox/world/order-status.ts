import { orderTotals } from './order-totals.ts';
import type { FinancialStatus, FulfillmentOrderRecord, FulfillmentRecord, OrderRecord, RefundRecord, ReturnRecord } from './records.ts';

/** What `displayFulfillmentStatus` can say here. */
export type OrderFulfillmentStatus = 'FULFILLED' | 'FULFILLMENT_NOT_REQUIRED' | 'IN_PROGRESS' | 'ON_HOLD' | 'PARTIALLY_FULFILLED' | 'SCHEDULED' | 'UNFULFILLED';

/** Where the money of an order stands, read from its transactions. */
export function financialStatus(order: OrderRecord, refunds: readonly RefundRecord[]): FinancialStatus {
  if (order.statedFinancialStatus) return order.statedFinancialStatus;
  const totals = orderTotals(order, refunds);
  const received = totals.received.shop.minor;
  const refunded = totals.refunded.shop.minor;
  if (order.transactions.some((row) => row.kind === 'VOID' && row.status === 'SUCCESS') && received === 0) return 'VOIDED';
  if (received > 0) {
    if (refunded >= received) return 'REFUNDED';
    if (refunded > 0) return 'PARTIALLY_REFUNDED';
    return totals.outstanding.presentment.minor > 0 ? 'PARTIALLY_PAID' : 'PAID';
  }
  if (order.cancelledAt) return 'VOIDED';
  if (totals.capturable.shop.minor > 0) return 'AUTHORIZED';
  return totals.currentTotal.shop.minor === 0 ? 'PAID' : 'PENDING';
}

/** How much of an order has left, read from its fulfillment orders and fulfillments. */
export function fulfillmentStatus(
  order: OrderRecord,
  fulfillmentOrders: readonly FulfillmentOrderRecord[],
  fulfillments: readonly FulfillmentRecord[],
): OrderFulfillmentStatus {
  const remaining = fulfillmentOrders.flatMap((record) => record.lineItems).reduce((sum, line) => sum + line.remainingQuantity, 0);
  const shipped = fulfillments.some((record) => record.status === 'SUCCESS');
  if (shipped) return remaining === 0 ? 'FULFILLED' : 'PARTIALLY_FULFILLED';
  if (order.lineItems.length === 0) return 'FULFILLMENT_NOT_REQUIRED';
  const open = fulfillmentOrders.filter((record) => record.status !== 'CANCELLED' && record.status !== 'CLOSED');
  if (open.some((record) => record.status === 'ON_HOLD')) return 'ON_HOLD';
  if (open.some((record) => record.status === 'IN_PROGRESS')) return 'IN_PROGRESS';
  if (open.length > 0 && open.every((record) => record.status === 'SCHEDULED')) return 'SCHEDULED';
  return 'UNFULFILLED';
}

/** The state of an order's returns taken together: the most open one wins. */
export function returnStatus(returns: readonly ReturnRecord[]): 'IN_PROGRESS' | 'NO_RETURN' | 'RETURNED' | 'RETURN_REQUESTED' {
  if (returns.some((record) => record.status === 'REQUESTED')) return 'RETURN_REQUESTED';
  if (returns.some((record) => record.status === 'OPEN')) return 'IN_PROGRESS';
  return returns.some((record) => record.status === 'CLOSED') ? 'RETURNED' : 'NO_RETURN';
}
