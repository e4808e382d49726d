import { parseMoney, subtractBags, sumBags, zeroBag } from './money.ts';
import type { MoneyInput } from './money-input.ts';
import { refundableOf } from './order-totals.ts';
import { countsIn, inBothCurrencies } from './other-currency.ts';
import type { Money, MoneyBag, OrderRecord, TransactionRecord } from './records.ts';
import type { RefundMoney } from './write-refund.ts';
import { stamp } from './world.ts';

/** `RefundMethodInput`. */
export interface RefundMethodInput {
  storeCreditRefund?: { amount: MoneyInput; expiresAt?: string | null } | null;
}

/** A payment of an order that money can go back to, or null. */
export function paymentOf(order: OrderRecord, id: string | null | undefined): TransactionRecord | null {
  return order.transactions.find((row) => row.id === id && row.status === 'SUCCESS' && (row.kind === 'SALE' || row.kind === 'CAPTURE')) ?? null;
}

/** An amount to give back on a payment, in both currencies; null when that much is not left on it after the other payments of the same refund. */
export function backOn(order: OrderRecord, parent: TransactionRecord, amount: Money, others: RefundMoney['payments']): MoneyBag | null {
  const earlier = others.filter((payment) => payment.parent.id === parent.id).map((payment) => payment.amount);
  const left = subtractBags(refundableOf(order, parent), sumBags(earlier, zeroBag(order.currency, order.presentmentCurrency)));
  const bag = inBothCurrencies(order, left, amount);
  return bag.shop.minor > left.shop.minor || bag.presentment.minor > left.presentment.minor ? null : bag;
}

/** What goes to store credit, or what is wrong with it. */
export function readCredits(order: OrderRecord, inputs: readonly RefundMethodInput[] | null | undefined, now: string): RefundMoney['credits'] | { field: string; message: string } {
  const credits: RefundMoney['credits'] = [];
  for (const { storeCreditRefund: input } of inputs ?? []) {
    if (!input) continue;
    const { currencyCode } = input.amount;
    const credited = parseMoney(input.amount.amount, currencyCode);
    if (order.customerId === null) return { field: 'storeCreditRefund', message: 'Store credit can only be issued to an order with a customer' };
    if (!credited || credited.minor <= 0) return { field: 'amount', message: 'Store credit amount must be greater than 0' };
    if (!countsIn(order, currencyCode)) return { field: 'amount', message: 'Store credit must be in the currency or the presentment currency of the order' };
    if (input.expiresAt && Date.parse(input.expiresAt) <= Date.parse(now)) return { field: 'expiresAt', message: 'Expiry date must be in the future' };
    credits.push({ amount: inBothCurrencies(order, order.originalTotal, credited), credited, expiresAt: input.expiresAt ? stamp(new Date(input.expiresAt)) : null });
  }
  return credits;
}
