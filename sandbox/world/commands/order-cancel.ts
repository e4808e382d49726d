import type { Gid } from '#sandbox/contract.ts';
import { discountedShipping, orderTotals, refundableOf } from '../order-totals.ts';
import { subtractBags } from '../money.ts';
import { touchOrder } from '../place-order.ts';
import type { CancelReason, OrderRecord, TransactionRecord } from '../records.ts';
import { type NewRefund, recordRefund } from '../record-refund.ts';
import { takeUnfulfilled } from '../take-unfulfilled.ts';
import { type UserError, userError } from '../user-error.ts';
import { type Change, type Reading, stamp } from '../world.ts';

/** The arguments of `orderCancel`. */
export interface OrderCancelInput {
  orderId: Gid;
  reason: CancelReason;
  restock: boolean;
  refundMethod?: { originalPaymentMethodsRefund?: boolean | null; storeCreditRefund?: { expiresAt?: string | null } | null } | null;
  staffNote?: string | null;
}

/** What Shopify refuses before it starts the job. */
export function refuseCancel(world: Reading, input: OrderCancelInput): UserError[] {
  const order = world.orders.get(input.orderId);
  if (!order) return [userError(['orderId'], 'Order does not exist', 'NOT_FOUND')];
  if (order.cancelledAt) return [userError(['orderId'], 'Order has already been cancelled', 'INVALID')];
  if (order.transactions.some((row) => row.kind === 'AUTHORIZATION' && row.status === 'PENDING')) {
    return [userError(['orderId'], 'Cannot cancel an order with pending payment authorizations', 'INVALID')];
  }
  if (world.returns.where('order', order.id).some((row) => row.status === 'OPEN' || row.status === 'REQUESTED')) {
    return [userError(['orderId'], 'Cannot cancel an order with active returns', 'INVALID')];
  }
  if (world.fulfillments.where('order', order.id).some((row) => row.status === 'SUCCESS')) {
    return [userError(['orderId'], 'Cannot cancel an order with outstanding fulfillments', 'INVALID')];
  }
  if (input.refundMethod?.storeCreditRefund && order.customerId === null) return [userError(['refundMethod', 'storeCreditRefund'], 'Store credit can only be issued to an order with a customer', 'INVALID')];
  if ((input.staffNote?.length ?? 0) > 255) return [userError(['staffNote'], 'Staff note is too long (maximum is 255 characters)', 'INVALID')];
  return [];
}

/** The job behind `orderCancel`: holds released, money given back if asked for, goods restocked if asked for. */
export function orderCancel(change: Change, input: OrderCancelInput): { order: OrderRecord | null; userErrors: UserError[] } {
  const userErrors = refuseCancel(change, input);
  const before = change.orders.get(input.orderId);
  if (userErrors.length > 0 || !before) return { order: null, userErrors };
  const { originalPaymentMethodsRefund, storeCreditRefund } = input.refundMethod ?? {};
  if (originalPaymentMethodsRefund || storeCreditRefund) refundEverything(change, before, input.restock, storeCreditRefund ?? null);
  else for (const line of before.lineItems) takeUnfulfilled(change, before.id, line, line.currentQuantity, input.restock);
  const order = change.orders.get(before.id) ?? before;
  for (const record of change.fulfillmentOrders.where('order', order.id)) {
    change.put('fulfillmentOrders', { ...record, status: 'CLOSED', requestStatus: 'CLOSED', updatedAt: change.now });
  }
  const voids = order.transactions.filter((row) => row.kind === 'AUTHORIZATION' && row.status === 'SUCCESS' && !order.transactions.some((other) => other.parentId === row.id)).map((row) => release(change, row));
  const cancelled = touchOrder(change, order.id, {
    cancelledAt: change.now,
    closedAt: change.now,
    cancelReason: input.reason,
    cancelStaffNote: input.staffNote ?? null,
    transactions: [...order.transactions, ...voids],
    lineItems: order.lineItems.map((line) => ({ ...line, currentQuantity: 0 })),
  });
  change.emit('orders/cancelled', order.id);
  return { order: cancelled, userErrors: [] };
}

function refundEverything(change: Change, order: OrderRecord, restock: boolean, credit: { expiresAt?: string | null } | null): void {
  const [shipping] = order.shippingLines;
  const received = orderTotals(order, change.refunds.where('order', order.id)).netPayment;
  if (received.shop.minor <= 0) return;
  recordRefund(change, order, {
    note: null,
    lines: order.lineItems
      .filter((line) => line.currentQuantity > 0)
      .map((line) => ({ lineItemId: line.id, quantity: line.currentQuantity, restockType: restock ? 'CANCEL' : 'NO_RESTOCK', locationId: null })),
    shipping: shipping ? subtractBags(discountedShipping(shipping), shipping.refunded) : null,
    payments: credit ? [] : paymentsLeft(order),
    credits: credit ? [{ amount: received, credited: received.presentment, expiresAt: credit.expiresAt ? stamp(new Date(credit.expiresAt)) : null }] : [],
    duties: [],
    discrepancyReason: 'REFUND_DISCREPANCY',
    processedAt: change.now,
  });
}

function paymentsLeft(order: OrderRecord): NewRefund['payments'] {
  return order.transactions
    .filter((row) => row.status === 'SUCCESS' && (row.kind === 'SALE' || row.kind === 'CAPTURE'))
    .map((parent) => ({ parent, amount: refundableOf(order, parent) }))
    .filter((payment) => payment.amount.shop.minor > 0);
}

function release(change: Change, authorization: TransactionRecord): TransactionRecord {
  return { ...authorization, id: change.newId('OrderTransaction'), kind: 'VOID', parentId: authorization.id, authorizationCode: null, processedAt: change.now, createdAt: change.now };
}
