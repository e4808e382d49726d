import type { ExchangeAmounts } from './exchange-amounts.ts';
import type { LineAmounts } from './line-amounts.ts';

/** One amount of a return and what it is for; positive goes to the customer. */
export type AmountRow =
  | { kind: 'price'; lineId: string; quantity: number; amount: number }
  | { kind: 'discount'; lineId: string; title: string; scope: 'line' | 'order'; isCode: boolean; amount: number }
  | { kind: 'tax'; lineId: string; amount: number }
  | { kind: 'restocking_fee'; lineId: string; amount: number }
  | { kind: 'return_shipping_fee' | 'shipping' | 'shipping_tax' | 'earlier_balance'; amount: number }
  | { kind: 'duty'; dutyId: string; amount: number }
  | { kind: 'exchange' | 'exchange_discount' | 'exchange_tax'; exchangeId: string; title: string; quantity: number; amount: number };

interface Parts {
  lines: readonly LineAmounts[];
  exchanges: readonly ExchangeAmounts[];
  shipping: { amount: number; tax: number };
  duties: readonly { id: string; amount: number }[];
  returnShippingFee: number;
  outstanding: number;
}

/** The parts of a return as rows that add up; what is nothing has no row, but for the price of what comes back or goes out. */
export function rowsOf({ lines, exchanges, shipping, duties, returnShippingFee, outstanding }: Parts, taxesIncluded: boolean): AmountRow[] {
  const onTop = (tax: number) => (taxesIncluded ? 0 : tax);
  const rows: AmountRow[] = [
    ...lines.flatMap(({ lineId, quantity, price, discounts, tax, fee }): AmountRow[] => [
      { kind: 'price', lineId, quantity, amount: price },
      ...discounts.map(({ title, scope, isCode, amount }): AmountRow => ({ kind: 'discount', lineId, title, scope, isCode, amount: -amount })),
      { kind: 'tax', lineId, amount: onTop(tax) },
      { kind: 'restocking_fee', lineId, amount: -fee },
    ]),
    { kind: 'shipping', amount: shipping.amount },
    { kind: 'shipping_tax', amount: onTop(shipping.tax) },
    ...duties.map(({ id, amount }): AmountRow => ({ kind: 'duty', dutyId: id, amount })),
    { kind: 'return_shipping_fee', amount: -returnShippingFee },
    ...exchanges.flatMap(({ id: exchangeId, title, quantity, price, discount, tax }): AmountRow[] => [
      { kind: 'exchange', exchangeId, title, quantity, amount: -price },
      { kind: 'exchange_discount', exchangeId, title, quantity, amount: discount },
      { kind: 'exchange_tax', exchangeId, title, quantity, amount: -onTop(tax) },
    ]),
    { kind: 'earlier_balance', amount: -outstanding },
  ];
  return rows.filter((row) => row.kind === 'price' || row.kind === 'exchange' || row.amount !== 0);
}
