import type { Gid } from '#sandbox/contract.ts';
import { dutyRefunds, type RefundDutyInput } from '../duty-refund.ts';
import type { MoneyInput } from '../money-input.ts';
import { money, parseMoney, subtractBags, zeroBag } from '../money.ts';
import { discountedShipping } from '../order-totals.ts';
import { inBothCurrencies } from '../other-currency.ts';
import type { ExchangeLineRecord, MoneyBag, OrderRecord, RefundRecord, ReturnLineRecord, ReturnRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Reading } from '../world.ts';
import type { Processing } from './return-outcome.ts';
import { unitsWithCustomer } from './returnable.ts';

/** `RefundShippingInput`. */
export interface RefundShippingInput {
  fullRefund?: boolean | null;
  shippingRefundAmount?: MoneyInput | null;
}

/** Which units of a return are meant. */
export interface ProcessingInput {
  returnLineItems?: readonly { id: Gid; quantity: number }[] | null;
  exchangeLineItems?: readonly { id: Gid; quantity: number }[] | null;
  refundShipping?: RefundShippingInput | null;
  refundDuties?: readonly RefundDutyInput[] | null;
}

/** Reads which units of a return are to be processed, or looked at as if they were. */
export function readProcessing(world: Reading, order: OrderRecord, refunds: readonly RefundRecord[], record: ReturnRecord, input: ProcessingInput, at: string[]): { processing: Processing; userErrors: UserError[] } {
  const userErrors: UserError[] = [];
  const lines = readUnits(record.lineItems, input.returnLineItems ?? [], [...at, 'returnLineItems'], 'Return line item', userErrors);
  const exchanges = readUnits(record.exchangeLineItems, input.exchangeLineItems ?? [], [...at, 'exchangeLineItems'], 'Exchange line item', userErrors);
  const units = new Map<Gid, number>();
  for (const { line, quantity } of lines) units.set(line.lineItemId, (units.get(line.lineItemId) ?? 0) + quantity);
  for (const sold of order.lineItems) {
    if ((units.get(sold.id) ?? 0) <= unitsWithCustomer(world, sold)) continue;
    const index = lines.findIndex(({ line }) => line.lineItemId === sold.id);
    userErrors.push(userError([...at, 'returnLineItems', String(index), 'quantity'], 'Return line item has an invalid quantity.', 'INVALID'));
  }
  const shipping = readShipping(order, input.refundShipping, at, userErrors);
  const duties = userErrors.length === 0 ? dutyRefunds(order, refunds, input.refundDuties ?? [], units) : [];
  if (typeof duties === 'number') userErrors.push(userError([...at, 'refundDuties', String(duties), 'dutyId'], 'Duty was not found.', 'NOT_FOUND'));
  return { processing: { lines, exchanges, shipping, duties: typeof duties === 'number' ? [] : duties }, userErrors };
}

function readUnits<T extends ExchangeLineRecord | ReturnLineRecord>(all: readonly T[], rows: readonly { id: Gid; quantity: number }[], at: string[], word: string, userErrors: UserError[]): { line: T; quantity: number }[] {
  const seen = new Set<Gid>();
  return rows.flatMap((row, index) => {
    const field = (name: string) => [...at, String(index), name];
    const line = all.find((candidate) => candidate.id === row.id);
    const wrong = !line
      ? userError(field('id'), `${word} was not found.`, 'NOT_FOUND')
      : row.quantity < 1
        ? userError(field('quantity'), 'Quantity must be greater than 0', 'GREATER_THAN')
        : row.quantity > line.quantity - line.processedQuantity || seen.has(row.id)
          ? userError(field('quantity'), `${word} has an invalid quantity.`, 'INVALID')
          : null;
    seen.add(row.id);
    if (wrong) userErrors.push(wrong);
    return line && !wrong ? [{ line, quantity: row.quantity }] : [];
  });
}

function readShipping(order: OrderRecord, input: RefundShippingInput | null | undefined, at: string[], userErrors: UserError[]): MoneyBag | null {
  const left = shippingLeft(order);
  const given = input?.shippingRefundAmount;
  if (!given) return input?.fullRefund ? left : null;
  const field = [...at, 'refundShipping', 'shippingRefundAmount'];
  if (given.currencyCode !== order.presentmentCurrency) userErrors.push(userError([...field, 'currencyCode'], `Shipping refund must be in ${order.presentmentCurrency}`, 'INVALID'));
  const amount = inBothCurrencies(order, left, parseMoney(given.amount, order.presentmentCurrency) ?? money(0, order.presentmentCurrency));
  if (amount.presentment.minor < 0 || amount.presentment.minor > left.presentment.minor) userErrors.push(userError([...field, 'amount'], 'Shipping amount cannot exceed the refundable shipping amount', 'INVALID'));
  return amount;
}

/** What of the order's shipping could still be given back. */
export function shippingLeft(order: OrderRecord): MoneyBag {
  const [line] = order.shippingLines;
  return line ? subtractBags(discountedShipping(line), line.refunded) : zeroBag(order.currency, order.presentmentCurrency);
}
