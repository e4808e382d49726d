import type { Gid } from '#sandbox/contract.ts';
import { money, parseMoney, portion, subtractBags, sumBags, zeroBag } from '../money.ts';
import { discountedShipping, orderTotals, refundableOf } from '../order-totals.ts';
import type { Money, MoneyBag, OrderRecord, RefundRecord, RestockType } from '../records.ts';
import { type NewRefund, recordRefund } from '../record-refund.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `RefundInput`, as far as the sandbox honours it. */
export interface RefundCreateInput {
  orderId: Gid;
  currency?: string | null;
  note?: string | null;
  notify?: boolean | null;
  allowOverRefunding?: boolean | null;
  refundLineItems?: { lineItemId: Gid; quantity: number; restockType?: RestockType | null; locationId?: Gid | null }[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?: { orderId: Gid; parentId?: Gid | null; amount: string; gateway: string; kind: string }[] | null;
}

interface Answer {
  refund: RefundRecord | null;
  order: OrderRecord | null;
  userErrors: UserError[];
}

/** `refundCreate`: amounts are in `currency` (the shop's by default); never more than the payment they go back to. */
export function refundCreate(change: Change, input: RefundCreateInput): Answer {
  const order = change.orders.get(input.orderId);
  if (!order) return { refund: null, order: null, userErrors: [userError(['orderId'], 'Order does not exist')] };
  const currency = input.currency ?? order.currency;
  if (currency !== order.currency && currency !== order.presentmentCurrency) {
    return refused(userError(['currency'], 'Currency must be the currency or the presentment currency of the order'));
  }
  const userErrors: UserError[] = [];
  const lines = readLines(change, order, input, userErrors);
  const shipping = readShipping(order, input, currency, userErrors);
  const payments = readPayments(change, order, input, currency, userErrors);
  if (lines.length === 0 && shipping === null && payments.length === 0 && userErrors.length === 0) {
    userErrors.push(userError(null, 'Refund must have at least one line item, shipping or transaction'));
  }
  if (userErrors.length > 0) return { refund: null, order: null, userErrors };
  const refund = recordRefund(change, order, { note: input.note ?? null, lines, shipping, payments });
  return { refund, order: change.orders.get(order.id), userErrors: [] };
}

function readLines(change: Change, order: OrderRecord, input: RefundCreateInput, userErrors: UserError[]): NewRefund['lines'] {
  const wanted = input.refundLineItems ?? [];
  if (new Set(wanted.map((line) => line.lineItemId)).size < wanted.length) {
    userErrors.push(userError(['refundLineItems'], 'Refund line items must not name a line item twice'));
  }
  return wanted.map((row, index) => {
    const field = (name: string) => ['refundLineItems', String(index), name];
    const line = order.lineItems.find((candidate) => candidate.id === row.lineItemId);
    const restockType = row.restockType ?? 'NO_RESTOCK';
    const locationId = row.locationId ?? order.locationId ?? [...change.locations.all()].find((location) => location.isPrimary)?.id ?? null;
    if (!line) userErrors.push(userError(field('lineItemId'), 'Line item does not exist'));
    else if (row.quantity < 1) userErrors.push(userError(field('quantity'), 'Quantity must be greater than 0'));
    else if (row.quantity > line.currentQuantity) userErrors.push(userError(field('quantity'), 'Quantity cannot refund more items than were purchased'));
    if (row.locationId && !change.locations.get(row.locationId)) userErrors.push(userError(field('locationId'), 'Location does not exist'));
    return { lineItemId: row.lineItemId, quantity: row.quantity, restockType, locationId: restockType === 'NO_RESTOCK' ? null : locationId };
  });
}

function readShipping(order: OrderRecord, input: RefundCreateInput, currency: string, userErrors: UserError[]): MoneyBag | null {
  const [line] = order.shippingLines;
  if (!input.shipping || (!input.shipping.fullRefund && input.shipping.amount == null)) return null;
  const left = line ? subtractBags(discountedShipping(line), line.refunded) : zeroBag(order.currency, order.presentmentCurrency);
  if (input.shipping.fullRefund) return left;
  const amount = bagOf(order, left, parseMoney(input.shipping.amount ?? '0', currency) ?? money(0, currency));
  if (amount.shop.minor > left.shop.minor) userErrors.push(userError(['shipping', 'amount'], 'Shipping amount cannot exceed the refundable shipping amount'));
  return amount;
}

function readPayments(change: Change, order: OrderRecord, input: RefundCreateInput, currency: string, userErrors: UserError[]): NewRefund['payments'] {
  const payments: NewRefund['payments'] = [];
  (input.transactions ?? []).forEach((row, index) => {
    const field = (name: string) => ['transactions', String(index), name];
    const parent = order.transactions.find((candidate) => candidate.id === row.parentId);
    const amount = parseMoney(row.amount, currency);
    if (row.kind !== 'REFUND') return void userErrors.push(userError(field('kind'), 'Kind must be refund'));
    if (!parent || (parent.kind !== 'SALE' && parent.kind !== 'CAPTURE')) return void userErrors.push(userError(field('parentId'), 'Parent transaction is not a payment of this order'));
    if (!amount || amount.minor <= 0) return void userErrors.push(userError(field('amount'), 'Amount must be greater than 0'));
    const earlier = payments.filter((payment) => payment.parent.id === parent.id).map((payment) => payment.amount);
    const left = subtractBags(refundableOf(order, parent), sumBags(earlier, zeroBag(order.currency, order.presentmentCurrency)));
    const bag = bagOf(order, left, amount);
    if (bag.shop.minor > left.shop.minor || bag.presentment.minor > left.presentment.minor) {
      return void userErrors.push(userError(field('amount'), 'Refund amount cannot be greater than the amount still refundable on the parent transaction'));
    }
    payments.push({ parent, amount: bag });
  });
  const net = orderTotals(order, change.refunds.where('order', order.id)).netPayment;
  const sum = sumBags(
    payments.map((payment) => payment.amount),
    zeroBag(order.currency, order.presentmentCurrency),
  );
  if (sum.shop.minor > net.shop.minor && !input.allowOverRefunding) userErrors.push(userError(['transactions'], 'Refund amount cannot exceed the net payment received'));
  return payments;
}

/** The other currency of an amount, at the rate of the sum it is taken from; all of one is all of the other. */
function bagOf(order: OrderRecord, from: MoneyBag, amount: Money): MoneyBag {
  if (order.currency === order.presentmentCurrency) return { shop: amount, presentment: amount };
  if (amount.currency === order.currency) return { shop: amount, presentment: money(portion(from.presentment.minor, amount.minor, from.shop.minor), order.presentmentCurrency) };
  return { shop: money(portion(from.shop.minor, amount.minor, from.presentment.minor), order.currency), presentment: amount };
}

function refused(error: UserError): Answer {
  return { refund: null, order: null, userErrors: [error] };
}
