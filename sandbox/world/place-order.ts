import { randomBytes } from 'node:crypto';
import type { Gid } from '#sandbox/contract.ts';
import { mapBag, subtractBags, taxOf, zeroBag } from './money.ts';
import type { NewLine, NewOrder, NewTax } from './new-order.ts';
import { allocateDiscounts } from './order-discounts.ts';
import { financialStatus } from './order-status.ts';
import { orderTotals } from './order-totals.ts';
import { openFulfillmentOrders } from './open-fulfillment-orders.ts';
import type { DiscountAllocationRecord, LineItemRecord, MoneyBag, OrderRecord, TaxLineRecord, TransactionRecord } from './records.ts';
import type { Change } from './world.ts';

/** Places a checked order: totals, number, payment, fulfillment orders, stock, and the events `orders/create` and `orders/paid`. */
export function placeOrder(change: Change, input: NewOrder): OrderRecord {
  const zero = zeroBag(input.currency, input.presentmentCurrency);
  const linePrices = input.lines.map((line) => mapBag(line.unitPrice, (minor) => minor * line.quantity));
  const discounts = allocateDiscounts(
    input.discounts,
    linePrices,
    input.shipping.map((line) => line.price),
  );
  const number = change.shop.nextOrderNumber;
  const orderId = change.newId('Order');
  const { lines, shipping, discounts: _, payInFull, stock, tip, transactions, name, ...rest } = input;
  const unpaid: OrderRecord = {
    ...rest,
    id: orderId,
    number,
    name: name ?? `${change.shop.orderNumberFormatPrefix}${number}${change.shop.orderNumberFormatSuffix}`,
    confirmationNumber: confirmationNumber(),
    token: randomBytes(16).toString('hex'),
    dutiesIncluded: false,
    checkoutToken: input.sourceName === 'web' ? randomBytes(16).toString('hex') : null,
    lineItems: lines.map((line, index) => lineItem(change, orderId, line, linePrices[index] ?? zero, discounts.lines[index] ?? [], input.taxesIncluded)),
    shippingLines: shipping.map((line, index) => {
      const allocations = discounts.shipping[index] ?? [];
      return {
        id: change.newId('ShippingLine'),
        orderId,
        title: line.title,
        code: line.code,
        source: line.source,
        price: line.price,
        discountAllocations: allocations,
        taxLines: taxLines(line.taxes, after(line.price, allocations), input.taxesIncluded),
        refunded: zero,
      };
    }),
    discountApplications: discounts.applications,
    tip: tip ?? zero,
    returnFees: [],
    transactions: transactions.map((row) => transaction(change, orderId, input, row)),
    originalTotal: zero,
    edited: false,
    cancelReason: null,
    cancelStaffNote: null,
    cancelledAt: null,
    createdAt: change.now,
    updatedAt: change.now,
  };
  const total = orderTotals(unpaid, []).total;
  const payment = payInFull && total.shop.minor > 0 ? [transaction(change, orderId, input, { ...payInFull, status: 'SUCCESS', amount: total })] : [];
  const order: OrderRecord = { ...unpaid, originalTotal: total, transactions: [...unpaid.transactions, ...payment] };

  change.put('shops', { ...change.shop, nextOrderNumber: number + 1 });
  change.put('orders', order);
  openFulfillmentOrders(change, order, order.lineItems, { commitStock: stock === 'DECREMENT' });
  change.emit('orders/create', order.id);
  for (const row of order.transactions) change.emit('order_transactions/create', row.id);
  if (financialStatus(order, []) === 'PAID') change.emit('orders/paid', order.id);
  return order;
}

/** A line record from a new line; `price` is its whole price before discounts. */
export function lineItem(change: Change, orderId: Gid, line: NewLine, price: MoneyBag, allocations: DiscountAllocationRecord[], taxesIncluded: boolean): LineItemRecord {
  const { taxes, duty, ...sold } = line;
  return {
    ...sold,
    id: change.newId('LineItem'),
    orderId,
    currentQuantity: line.quantity,
    refundedQuantity: 0,
    discountAllocations: allocations,
    taxLines: line.taxable ? taxLines(taxes, after(price, allocations), taxesIncluded) : [],
    duties: duty ? [{ id: change.newId('Duty'), taxLines: [], ...duty }] : [],
  };
}

/** What is left of a price after its discounts. */
function after(price: MoneyBag, allocations: readonly DiscountAllocationRecord[]): MoneyBag {
  return allocations.reduce((left, share) => subtractBags(left, share.amount), price);
}

function taxLines(taxes: readonly NewTax[], price: MoneyBag, included: boolean): TaxLineRecord[] {
  return taxes.map((tax) => ({ title: tax.title, rate: tax.rate, price: tax.price ?? taxOf(price, tax.rate, included), channelLiable: tax.channelLiable ?? false }));
}

function transaction(change: Change, orderId: Gid, order: NewOrder, row: NewOrder['transactions'][number]): TransactionRecord {
  return {
    id: change.newId('OrderTransaction'),
    orderId,
    kind: row.kind,
    status: row.status,
    gateway: row.gateway,
    amount: row.amount,
    parentId: null,
    authorizationCode: row.authorizationCode ?? null,
    test: order.test,
    processedAt: row.processedAt ?? order.processedAt,
    createdAt: change.now,
  };
}

/** Nine letters and digits that cannot be mistaken for each other, as Shopify prints on the thank-you page. */
function confirmationNumber(): string {
  const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ123456789';
  return [...randomBytes(9)].map((byte) => alphabet[byte % alphabet.length]).join('');
}

/** Marks an order as changed now and reports `orders/updated`. */
export function touchOrder(change: Change, orderId: Gid, changes: Partial<OrderRecord> = {}): OrderRecord {
  const order = change.orders.get(orderId);
  if (!order) throw new Error(`no order ${orderId}`);
  const updated = { ...order, ...changes, updatedAt: change.now };
  change.put('orders', updated);
  change.emit('orders/updated', orderId);
  return updated;
}
