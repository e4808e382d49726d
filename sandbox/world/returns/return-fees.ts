import type { MoneyInput } from '../money-input.ts';
import { mapBag, parseMoney, portion, subtractBags } from '../money.ts';
import { discountedTotal, shareOf } from '../order-totals.ts';
import { inBothCurrencies } from '../other-currency.ts';
import type { LineItemRecord, MoneyBag, OrderRecord, ReturnLineRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';

/** `ReturnShippingFeeInput`. */
export interface ShippingFeeInput {
  amount: MoneyInput;
}

/** A percentage of what the first `quantity` units of a line cost after all discounts; fees are not taxed. */
export function restockingFee(line: LineItemRecord, quantity: number, percentage: number): MoneyBag {
  return mapBag(shareOf(line, discountedTotal(line), quantity), (minor) => portion(minor, Math.round(percentage * 10_000), 1_000_000));
}

/** The part of a line's restocking fee that falls on its next units to be processed. */
export function restockingFeeFor(line: Pick<ReturnLineRecord, 'processedQuantity' | 'quantity'>, fee: MoneyBag, quantity: number): MoneyBag {
  const upTo = (units: number) => mapBag(fee, (minor) => portion(minor, units, line.quantity));
  return subtractBags(upTo(line.processedQuantity + quantity), upTo(line.processedQuantity));
}

/** The return shipping fee in both currencies; it is given in what the customer paid in. */
export function readShippingFee(order: OrderRecord, input: ShippingFeeInput, at: string[]): MoneyBag | UserError {
  const field = [...at, 'returnShippingFee', 'amount'];
  const amount = parseMoney(input.amount.amount, input.amount.currencyCode);
  if (input.amount.currencyCode !== order.presentmentCurrency) return userError([...field, 'currencyCode'], `Return shipping fee must be in ${order.presentmentCurrency}`, 'INVALID');
  if (!amount || amount.minor < 0) return userError(field, 'Return shipping fee must be greater than or equal to 0', 'GREATER_THAN_OR_EQUAL_TO');
  return inBothCurrencies(order, order.originalTotal, amount);
}
