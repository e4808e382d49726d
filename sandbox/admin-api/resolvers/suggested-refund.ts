import type { Gid } from '#sandbox/contract.ts';
import { dutyRefunds, type RefundDutyInput } from '#sandbox/world/duty-refund.ts';
import { parseMoney, sumBags, zeroBag } from '#sandbox/world/money.ts';
import { orderTotals } from '#sandbox/world/order-totals.ts';
import { inBothCurrencies } from '#sandbox/world/other-currency.ts';
import type { MoneyBag, OrderRecord, RefundLineRecord, RestockType } from '#sandbox/world/records.ts';
import { moneyOf, refundValue, shippingValue, unitsFrom, worthless } from '#sandbox/world/refund-value.ts';
import { shippingLeft } from '#sandbox/world/returns/read-processing.ts';
import { afterOwnDiscounts, cartDiscount, type ReturnedUnits } from '#sandbox/world/returns/return-outcome.ts';
import { mostRefundable, smaller } from '#sandbox/world/returns/suggest-transactions.ts';
import { badRequest } from '../errors.ts';
import { honours, type Resolver } from '../resolver.ts';
import { allocate, refundDuties, shippingRefund } from './suggested-outcome.ts';
import { moneyBag } from './wire.ts';

interface Args {
  refundLineItems?: { lineItemId: Gid; quantity: number; restockType?: RestockType | null; locationId?: Gid | null }[] | null;
  refundDuties?: RefundDutyInput[] | null;
  refundShipping?: boolean | null;
  shippingAmount?: string | null;
  suggestFullRefund?: boolean | null;
  refundMethodAllocation?: 'ORIGINAL_PAYMENT_METHODS' | 'STORE_CREDIT' | null;
}

/** `Order.suggestedRefund`: what units of an order are worth outside a return; `shippingAmount` is in what the customer paid in. */
export const suggestedRefund: Resolver = honours(
  ['refundLineItems', 'refundDuties', 'refundShipping', 'shippingAmount', 'suggestFullRefund', 'refundMethodAllocation'],
  (order: OrderRecord, args: Args, { world }) => {
    const zero = zeroBag(order.currency, order.presentmentCurrency);
    const refunds = world.refunds.where('order', order.id);
    const lines = args.suggestFullRefund ? order.lineItems.filter((line) => line.currentQuantity > 0).map((line) => ({ lineItemId: line.id, quantity: line.currentQuantity })) : (args.refundLineItems ?? []);
    const units = lines.map((wanted) => unitsOf(order, wanted));
    const wanted = args.shippingAmount == null ? null : parseMoney(args.shippingAmount, order.presentmentCurrency);
    const left = shippingLeft(order);
    const amount = wanted ? inBothCurrencies(order, left, wanted) : args.refundShipping || args.suggestFullRefund ? left : zero;
    const [shippingLine] = order.shippingLines;
    const shipping = shippingLine ? shippingValue(shippingLine, smaller(amount, left)) : worthless(order);
    const duties = dutyRefunds(order, refunds, args.refundDuties ?? [], new Map(units.map((row) => [row.line.id, row.quantity])));
    if (typeof duties === 'number') throw badRequest('Duty does not exist');
    const worth = sumBags([...units.map((row) => moneyOf(row, order.taxesIncluded)), moneyOf(shipping, order.taxesIncluded), ...duties.map((duty) => duty.amount)], zero);
    const most = mostRefundable(order, orderTotals(order, refunds).netPayment);
    const suggested = smaller(worth, most);
    const sum = (bags: MoneyBag[]) => moneyBag(sumBags(bags, zero));
    return {
      amountSet: moneyBag(suggested),
      maximumRefundableSet: moneyBag(most),
      subtotalSet: sum(units.map((row) => row.subtotal)),
      discountedSubtotalSet: sum(units.map((row) => row.beforeOrderDiscounts)),
      totalCartDiscountAmountSet: moneyBag(cartDiscount({ returned: units }, zero)),
      totalTaxSet: sum([...units, shipping].map((value) => value.tax)),
      totalDutiesSet: sum(duties.map((duty) => duty.amount)),
      refundDuties: refundDuties(order, duties),
      shipping: shippingRefund(order, shipping),
      refundLineItems: units.map((row, index) => suggestedLine(order, row, lines[index])),
      ...allocate(order, suggested, most, args.refundMethodAllocation ?? 'ORIGINAL_PAYMENT_METHODS'),
    };
  },
);

function unitsOf(order: OrderRecord, wanted: { lineItemId: Gid; quantity: number }): ReturnedUnits {
  const line = order.lineItems.find((candidate) => candidate.id === wanted.lineItemId);
  if (!line) throw badRequest('Line item does not exist');
  if (wanted.quantity < 1 || wanted.quantity > line.currentQuantity) throw badRequest('Quantity cannot refund more items than were purchased');
  return { line, quantity: wanted.quantity, ...refundValue(line, wanted.quantity), beforeOrderDiscounts: unitsFrom(line, wanted.quantity)(afterOwnDiscounts(order, line)) };
}

/** A refund line that does not exist yet, so without an id. */
function suggestedLine(order: OrderRecord, units: ReturnedUnits, wanted: NonNullable<Args['refundLineItems']>[number] | undefined): Omit<RefundLineRecord, 'id'> & { id: null; orderId: Gid } {
  const restockType = wanted?.restockType ?? 'NO_RESTOCK';
  return {
    id: null,
    orderId: order.id,
    lineItemId: units.line.id,
    quantity: units.quantity,
    restockType,
    restocked: restockType !== 'NO_RESTOCK',
    locationId: wanted?.locationId ?? null,
    price: units.line.unitPrice,
    subtotal: units.subtotal,
    totalTax: units.tax,
  };
}
