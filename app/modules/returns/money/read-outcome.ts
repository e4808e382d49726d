import type { OutcomeFactsFragment } from '#app/platform/shopify/operations.generated.ts';
import type { ShopifysOutcome } from './cross-check.ts';
import { minorOf } from './read-order-money.ts';
import { sumOf } from './portion.ts';

/** Reads what Shopify says processing a return would mean. */
export function readOutcome(outcome: OutcomeFactsFragment): ShopifysOutcome {
  return {
    discountedSubtotal: minorOf(outcome.discountedSubtotal),
    cartDiscount: minorOf(outcome.totalCartDiscountAmount),
    tax: minorOf(outcome.totalTax),
    duties: minorOf(outcome.totalDuties),
    shipping: minorOf(outcome.shipping.amountSet),
    maximumRefundable: minorOf(outcome.maximumRefundable),
    ...transferOf(outcome.financialTransfer),
  };
}

function transferOf(transfer: OutcomeFactsFragment['financialTransfer']): Pick<ShopifysOutcome, 'credit' | 'owed' | 'payments' | 'refund'> {
  if (!transfer) return { refund: 0, owed: 0, payments: [], credit: 0 };
  if (transfer.__typename === 'InvoiceReturnOutcome') return { refund: 0, owed: minorOf(transfer.amount), payments: [], credit: 0 };
  return {
    refund: minorOf(transfer.amount),
    owed: 0,
    payments: transfer.suggestedTransactions
      .map(({ amountSet, parentTransaction }) => ({ paymentId: parentTransaction?.id ?? '', amount: minorOf(amountSet) }))
      .filter(({ amount }) => amount !== 0),
    credit: sumOf(transfer.suggestedRefundMethods.map(({ amount }) => minorOf(amount))),
  };
}
