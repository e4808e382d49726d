import type { Gid } from '#sandbox/contract.ts';
import { dutyRefunds, type RefundDutyInput } from '../duty-refund.ts';
import { money, parseMoney, subtractBags, zeroBag } from '../money.ts';
import { discountedShipping, orderTotals } from '../order-totals.ts';
import { countsIn, inBothCurrencies } from '../other-currency.ts';
import { backOn, paymentOf, readCredits, type RefundMethodInput } from '../read-refund-money.ts';
import { type NewRefund, recordRefund } from '../record-refund.ts';
import type { MoneyBag, OrderRecord, RefundRecord, RestockType } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import { type Change, stamp } from '../world.ts';
import { sumOfMoney } from '../write-refund.ts';

/** `RefundInput`. */
export interface RefundCreateInput {
  orderId: Gid;
  currency?: string | null;
  note?: string | null;
  notify?: boolean | null;
  allowOverRefunding?: boolean | null;
  discrepancyReason?: 'CUSTOMER' | 'DAMAGE' | 'OTHER' | 'RESTOCK' | null;
  processedAt?: string | null;
  refundLineItems?: { lineItemId: Gid; quantity: number; restockType?: RestockType | null; locationId?: Gid | null }[] | null;
  refundDuties?: RefundDutyInput[] | null;
  refundMethods?: RefundMethodInput[] | null;
  shipping?: { amount?: string | null; fullRefund?: boolean | null } | null;
  transactions?: { orderId: Gid; parentId?: Gid | null; amount: string; gateway: string; kind: string }[] | null;
}

interface Answer {
  refund: RefundRecord | null;
  order: OrderRecord | null;
  userErrors: UserError[];
}

/** `refundCreate`: amounts are in `currency` (the shop's by default); never more than the payment they go back to, nor than what was paid. */
export function refundCreate(change: Change, input: RefundCreateInput): Answer {
  const order = change.orders.get(input.orderId);
  if (!order) return { refund: null, order: null, userErrors: [userError(['orderId'], 'Order does not exist')] };
  const currency = input.currency ?? order.currency;
  const refused = (...userErrors: UserError[]): Answer => ({ refund: null, order, userErrors });
  if (!countsIn(order, currency)) return refused(userError(['currency'], 'Currency must be the currency or the presentment currency of the order'));
  const userErrors: UserError[] = [];
  const lines = readLines(change, order, input, userErrors);
  const shipping = readShipping(order, input, currency, userErrors);
  const payments = readPayments(order, input, currency, userErrors);
  const credits = readCredits(order, input.refundMethods, change.now);
  if (!Array.isArray(credits)) return refused(...userErrors, userError(['refundMethods'], credits.message));
  const refunds = change.refunds.where('order', order.id);
  const duties = dutyRefunds(order, refunds, input.refundDuties ?? [], new Map(lines.map((line) => [line.lineItemId, line.quantity])));
  if (typeof duties === 'number') return refused(...userErrors, userError(['refundDuties', String(duties), 'dutyId'], 'Duty does not exist'));
  if (lines.length === 0 && shipping === null && payments.length === 0 && credits.length === 0 && duties.length === 0 && userErrors.length === 0) {
    return refused(userError(null, 'Refund must have at least one line item, shipping or transaction'));
  }
  const { netPayment } = orderTotals(order, refunds);
  if (!input.allowOverRefunding && sumOfMoney({ payments, credits }, order).shop.minor > netPayment.shop.minor) {
    userErrors.push(userError(credits.length > 0 ? ['refundMethods'] : ['transactions'], 'Refund amount cannot exceed the net payment received'));
  }
  if (userErrors.length > 0) return refused(...userErrors);
  const reason = input.discrepancyReason ?? 'OTHER';
  const refund = recordRefund(change, order, {
    note: input.note ?? null,
    lines,
    shipping,
    duties,
    payments,
    credits,
    discrepancyReason: reason === 'OTHER' ? 'REFUND_DISCREPANCY' : reason,
    processedAt: input.processedAt ? stamp(new Date(input.processedAt)) : change.now,
  });
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
  const amount = inBothCurrencies(order, left, parseMoney(input.shipping.amount ?? '0', currency) ?? money(0, currency));
  if (amount.shop.minor > left.shop.minor) userErrors.push(userError(['shipping', 'amount'], 'Shipping amount cannot exceed the refundable shipping amount'));
  return amount;
}

/** The gateway that is given does not count: the money goes back the way it came. */
function readPayments(order: OrderRecord, input: RefundCreateInput, currency: string, userErrors: UserError[]): NewRefund['payments'] {
  const payments: NewRefund['payments'] = [];
  (input.transactions ?? []).forEach((row, index) => {
    const parent = paymentOf(order, row.parentId);
    const amount = parseMoney(row.amount, currency);
    const field = ['transactions', String(index), 'amount'];
    if (row.kind !== 'REFUND') return void userErrors.push(userError(null, `Kind ${row.kind.toLowerCase()} is not a valid transaction`));
    if (!parent) return void userErrors.push(userError(['transactions'], 'Transactions require a parent_id associated with the order'));
    if (!amount || amount.minor <= 0) return void userErrors.push(userError(field, 'Amount must be greater than 0'));
    const bag = backOn(order, parent, amount, payments);
    if (!bag) return void userErrors.push(userError(field, 'Refund amount cannot be greater than the amount still refundable on the parent transaction'));
    payments.push({ parent, amount: bag });
  });
  return payments;
}
