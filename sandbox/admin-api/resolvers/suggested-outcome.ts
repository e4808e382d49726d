import { mapBag, sumBags, zeroBag } from '#sandbox/world/money.ts';
import type { MoneyBag, OrderRecord, RefundRecord, ReturnRecord } from '#sandbox/world/records.ts';
import { type ProcessingInput, readProcessing, shippingLeft } from '#sandbox/world/returns/read-processing.ts';
import { cartDiscount, type ReturnOutcome, returnOutcome } from '#sandbox/world/returns/return-outcome.ts';
import { negative, smaller, type SuggestedTransaction, suggestTransactions } from '#sandbox/world/returns/suggest-transactions.ts';
import { badRequest } from '../errors.ts';
import { honours, type Resolver } from '../resolver.ts';
import { orderOf } from './order-access.ts';
import { moneyBag, typed } from './wire.ts';

interface OutcomeArgs extends ProcessingInput {
  refundMethodAllocation?: 'ORIGINAL_PAYMENT_METHODS' | 'STORE_CREDIT' | null;
}

/** `Return.suggestedFinancialOutcome`: what processing these units now would mean. A quantity that cannot be processed is an error of the field. */
export const suggestedFinancialOutcome: Resolver = honours(
  ['returnLineItems', 'exchangeLineItems', 'refundShipping', 'refundDuties', 'refundMethodAllocation'],
  (record: ReturnRecord, args: OutcomeArgs, context) => {
    const order = orderOf(record, context);
    const refunds = context.world.refunds.where('order', order.id);
    const { processing, userErrors } = readProcessing(context.world, order, refunds, record, args, []);
    const [wrong] = userErrors;
    if (wrong) throw badRequest(wrong.message);
    const outcome = returnOutcome(order, refunds, record, processing);
    const zero = zeroBag(order.currency, order.presentmentCurrency);
    return {
      discountedSubtotal: moneyBag(
        sumBags(
          outcome.returned.map((units) => units.beforeOrderDiscounts),
          zero,
        ),
      ),
      totalCartDiscountAmount: moneyBag(cartDiscount(outcome, zero)),
      totalTax: moneyBag(
        sumBags(
          [...outcome.returned, outcome.shipping].map((value) => value.tax),
          zero,
        ),
      ),
      totalDuties: moneyBag(
        sumBags(
          outcome.duties.map((duty) => duty.amount),
          zero,
        ),
      ),
      totalAdditionalFees: moneyBag(zero),
      maximumRefundable: moneyBag(outcome.maximumRefundable),
      refundDuties: refundDuties(order, outcome.duties),
      shipping: shippingRefund(order, outcome.shipping),
      financialTransfer: transferOf(order, outcome, args.refundMethodAllocation ?? 'ORIGINAL_PAYMENT_METHODS', context.world.shop.returnSwitches?.previewOff ?? 0),
    };
  },
);

/** Null when nobody owes anything; `off` makes the refund another than it should be. */
function transferOf(order: OrderRecord, outcome: ReturnOutcome, allocation: NonNullable<OutcomeArgs['refundMethodAllocation']>, off: number) {
  const { balance, maximumRefundable } = outcome;
  if (balance.presentment.minor === 0) return null;
  if (balance.presentment.minor < 0) return typed('InvoiceReturnOutcome', { amount: moneyBag(negative(balance)) });
  const amount = mapBag(smaller(balance, maximumRefundable), (minor) => Math.max(0, minor + off));
  return typed('RefundReturnOutcome', { amount: moneyBag(amount), ...allocate(order, amount, maximumRefundable, allocation) });
}

/** An amount on the original payments, or all of it as store credit. */
export function allocate(order: OrderRecord, amount: MoneyBag, most: MoneyBag, allocation: NonNullable<OutcomeArgs['refundMethodAllocation']>) {
  const toCredit = allocation === 'STORE_CREDIT';
  const suggested = suggestTransactions(order, toCredit ? zeroBag(order.currency, order.presentmentCurrency) : amount);
  return {
    suggestedTransactions: suggested.map(suggestedTransaction),
    suggestedRefundMethods: toCredit ? [typed('SuggestedStoreCreditRefund', { amount: moneyBag(amount), maximumRefundable: moneyBag(most), expiresAt: null })] : [],
  };
}

function suggestedTransaction({ parent, amount, maximum }: SuggestedTransaction) {
  const name = parent.gateway;
  return {
    accountNumber: null,
    amountSet: moneyBag(amount),
    formattedGateway: name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' '),
    gateway: name,
    kind: 'SUGGESTED_REFUND',
    maximumRefundableSet: moneyBag(maximum),
    parentTransaction: parent,
    paymentDetails: null,
  };
}

/** `RefundDuty` for each. */
export function refundDuties(order: OrderRecord, duties: RefundRecord['duties']) {
  return duties.map((part) => ({ amountSet: moneyBag(part.amount), originalDuty: order.lineItems.flatMap((line) => line.duties).find((duty) => duty.id === part.dutyId) }));
}

/** `ShippingRefund`. */
export function shippingRefund(order: OrderRecord, shipping: ReturnOutcome['shipping']) {
  return { amountSet: moneyBag(shipping.subtotal), taxSet: moneyBag(shipping.tax), maximumRefundableSet: moneyBag(shippingLeft(order)) };
}
