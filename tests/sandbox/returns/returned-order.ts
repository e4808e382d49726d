import { returnProcess, type ReturnProcessInput } from '#sandbox/world/commands/return-process.ts';
import type { OrderCreateInput } from '#sandbox/world/commands/order-input.ts';
import { money } from '#sandbox/world/money.ts';
import { orderTotals, type OrderTotals } from '#sandbox/world/order-totals.ts';
import type { OrderRecord, ReturnRecord } from '#sandbox/world/records.ts';
import { type Processing, type ReturnOutcome, returnOutcome } from '#sandbox/world/returns/return-outcome.ts';
import { suggestTransactions } from '#sandbox/world/returns/suggest-transactions.ts';
import { toDecimal } from '#sandbox/world/money.ts';
import type { World } from '#sandbox/world/index.ts';
import { addOrder } from '../world/shop-in-memory.ts';

/** An order that was paid in full and has left. */
export function addDelivered(world: World, order: OrderCreateInput = {}): OrderRecord {
  return addOrder(world, { financialStatus: 'PAID', fulfillmentStatus: 'FULFILLED', ...order });
}

/** The sums of an order as it stands. */
export function totalsOf(world: World, orderId: string): OrderTotals {
  return orderTotals(current(world, orderId), world.refunds.where('order', orderId));
}

/** An order as it stands. */
export function current(world: World, orderId: string): OrderRecord {
  const order = world.orders.get(orderId);
  if (!order) throw new Error(`no order ${orderId}`);
  return order;
}

/** What processing everything that is left of a return would mean now. */
export function outcomeOf(world: World, record: ReturnRecord, wanted: Partial<Processing> = {}): ReturnOutcome {
  const order = current(world, record.orderId);
  return returnOutcome(order, world.refunds.where('order', order.id), record, {
    lines: record.lineItems.map((line) => ({ line, quantity: line.quantity - line.processedQuantity })).filter((row) => row.quantity > 0),
    exchanges: record.exchangeLineItems.map((line) => ({ line, quantity: line.quantity - line.processedQuantity })).filter((row) => row.quantity > 0),
    shipping: null,
    duties: [],
    ...wanted,
  });
}

/** Processes everything that is left of a return, giving back what Shopify suggests. */
export function processAll(world: World, record: ReturnRecord, input: Partial<ReturnProcessInput> = {}): ReturnRecord {
  const outcome = outcomeOf(world, record);
  const order = current(world, record.orderId);
  const owed = Math.min(outcome.balance.presentment.minor, outcome.maximumRefundable.presentment.minor);
  const bag = { shop: money(Math.min(outcome.balance.shop.minor, outcome.maximumRefundable.shop.minor), order.currency), presentment: money(Math.max(0, owed), order.presentmentCurrency) };
  const orderTransactions = suggestTransactions(order, bag)
    .filter((row) => row.amount.presentment.minor > 0)
    .map((row) => ({ parentId: row.parent.id, transactionAmount: { amount: toDecimal(row.amount.presentment), currencyCode: order.presentmentCurrency } }));
  const answer = world.change((change) =>
    returnProcess(change, {
      returnId: record.id,
      returnLineItems: record.lineItems.filter((line) => line.processedQuantity < line.quantity).map((line) => ({ id: line.id, quantity: line.quantity - line.processedQuantity })),
      exchangeLineItems: record.exchangeLineItems.filter((line) => line.processedQuantity < line.quantity).map((line) => ({ id: line.id, quantity: line.quantity - line.processedQuantity })),
      ...(orderTransactions.length > 0 ? { financialTransfer: { issueRefund: { orderTransactions } } } : {}),
      ...input,
    }),
  );
  if (!answer.return) throw new Error(JSON.stringify(answer.userErrors));
  return answer.return;
}
