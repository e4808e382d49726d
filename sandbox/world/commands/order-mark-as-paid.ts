import type { Gid } from '#sandbox/contract.ts';
import { financialStatus } from '../order-status.ts';
import { orderTotals } from '../order-totals.ts';
import { touchOrder } from '../place-order.ts';
import type { OrderRecord, TransactionRecord } from '../records.ts';
import { settleHolds } from '../settle-holds.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `orderMarkAsPaid`: records a manual payment of what is outstanding. */
export function orderMarkAsPaid(change: Change, input: { id: Gid }): { order: OrderRecord | null; userErrors: UserError[] } {
  const before = change.orders.get(input.id);
  if (!before) return { order: null, userErrors: [userError(['id'], 'Order does not exist')] };
  const refunds = change.refunds.where('order', before.id);
  const payable = before.cancelledAt === null && ['PENDING', 'PARTIALLY_PAID', 'AUTHORIZED'].includes(financialStatus(before, refunds));
  if (!payable) return { order: null, userErrors: [userError(['id'], 'Order cannot be marked as paid.')] };
  const authorization = before.transactions.find((row) => row.kind === 'AUTHORIZATION' && row.status === 'SUCCESS');
  const payment: TransactionRecord = {
    id: change.newId('OrderTransaction'),
    orderId: before.id,
    kind: authorization ? 'CAPTURE' : 'SALE',
    status: 'SUCCESS',
    gateway: authorization?.gateway ?? 'manual',
    amount: orderTotals({ ...before, statedFinancialStatus: null }, refunds).outstanding,
    parentId: authorization?.id ?? null,
    authorizationCode: null,
    test: before.test,
    processedAt: change.now,
    createdAt: change.now,
  };
  change.emit('order_transactions/create', payment.id);
  const order = touchOrder(change, before.id, { statedFinancialStatus: null, transactions: [...before.transactions, payment] });
  change.emit('orders/paid', order.id);
  settleHolds(change, order.id);
  return { order, userErrors: [] };
}
