import { mapBag, money, subtractBags, zeroBag } from '../money.ts';
import { refundableOf } from '../order-totals.ts';
import { inBothCurrencies } from '../other-currency.ts';
import type { MoneyBag, OrderRecord, TransactionRecord } from '../records.ts';

/** Money to give back on one payment. */
export interface SuggestedTransaction {
  parent: TransactionRecord;
  amount: MoneyBag;
  /** What is left on the payment. */
  maximum: MoneyBag;
}

/** Shares an amount over the payments it can go back to, oldest first and gift cards last; every payment with something left is named. */
export function suggestTransactions(order: OrderRecord, amount: MoneyBag): SuggestedTransaction[] {
  const payments = order.transactions.filter((row) => row.status === 'SUCCESS' && (row.kind === 'SALE' || row.kind === 'CAPTURE'));
  const ordered = [...payments.filter((row) => row.gateway !== 'gift_card'), ...payments.filter((row) => row.gateway === 'gift_card')];
  let missing = amount.presentment.minor;
  return ordered.flatMap((parent) => {
    const maximum = refundableOf(order, parent);
    if (maximum.presentment.minor <= 0) return [];
    const part = Math.min(missing, maximum.presentment.minor);
    missing -= part;
    return [{ parent, maximum, amount: inBothCurrencies(order, maximum, money(part, order.presentmentCurrency)) }];
  });
}

/** The most that can be given back at all: what was paid and not given back yet. */
export function mostRefundable(order: OrderRecord, netPayment: MoneyBag): MoneyBag {
  const zero = zeroBag(order.currency, order.presentmentCurrency);
  return netPayment.presentment.minor > 0 ? netPayment : zero;
}

/** The smaller of two amounts, by what the customer sees. */
export function smaller(a: MoneyBag, b: MoneyBag): MoneyBag {
  return a.presentment.minor <= b.presentment.minor ? a : b;
}

/** The other sign. */
export function negative(bag: MoneyBag): MoneyBag {
  return subtractBags(
    mapBag(bag, () => 0),
    bag,
  );
}
