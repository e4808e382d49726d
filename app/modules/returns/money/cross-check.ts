import type { ReturnMoney } from './explain-return.ts';
import { sumOf } from './portion.ts';
import type { PaymentBack } from './share-over-payments.ts';

/** What Shopify says processing a return would mean, in what the customer paid in. */
export interface ShopifysOutcome {
  discountedSubtotal: number;
  cartDiscount: number;
  tax: number;
  duties: number;
  shipping: number;
  maximumRefundable: number;
  refund: number;
  owed: number;
  /** Money back on payments, none of nothing. */
  payments: { paymentId: string; amount: number }[];
  /** Money back as store credit. */
  credit: number;
}

/** What Shopify says a line of a return is worth, before the return exists. */
export interface ShopifysLine {
  lineId: string;
  beforeOrderDiscounts: number;
  subtotal: number;
  tax: number;
  fee: number;
}

/** What Shopify says exchange goods cost. */
export interface ShopifysExchange {
  subtotal: number;
  tax: number;
}

/** One amount on which we and Shopify do not agree. */
export interface Difference {
  of: string;
  ours: number;
  shopifys: number;
}

/** Equal to the minor unit in everything, or where not: then no money may move before a person has looked. */
export type CrossCheck = { is: 'equal' } | { is: 'different'; differences: Difference[] };

/** Compares our account of a return, and where its money goes, with Shopify's preview of it. */
export function crossCheck(ours: ReturnMoney, back: { payments: readonly PaymentBack[]; credit: number }, shopifys: ShopifysOutcome): CrossCheck {
  const sums = {
    discountedSubtotal: sumOf(ours.lines.map((line) => line.beforeOrderDiscounts)),
    cartDiscount: sumOf(ours.lines.map((line) => line.beforeOrderDiscounts - line.subtotal)),
    tax: sumOf([...ours.lines, ours.shipping].map(({ tax }) => tax)),
    duties: sumOf(ours.duties.map(({ amount }) => amount)),
    shipping: ours.shipping.amount,
    maximumRefundable: ours.maximumRefundable,
    refund: ours.refund,
    owed: ours.owed,
    credit: back.credit,
  };
  const payments = new Set([...back.payments, ...shopifys.payments].map(({ paymentId }) => paymentId));
  return verdict([
    ...compare('', sums, shopifys),
    ...[...payments].map((id): Difference => ({ of: `payment ${id}`, ours: onPayment(back.payments, id), shopifys: onPayment(shopifys.payments, id) })),
  ]);
}

/** Compares our account with what Shopify calculates before there is a return. */
export function crossCheckLines(ours: ReturnMoney, shopifys: { lines: readonly ShopifysLine[]; exchanges: readonly ShopifysExchange[]; returnShippingFee: number }): CrossCheck {
  const fee = -sumOf(ours.rows.filter(({ kind }) => kind === 'return_shipping_fee').map(({ amount }) => amount));
  return verdict([
    { of: 'lines', ours: ours.lines.length, shopifys: shopifys.lines.length },
    { of: 'exchanges', ours: ours.exchanges.length, shopifys: shopifys.exchanges.length },
    { of: 'returnShippingFee', ours: fee, shopifys: shopifys.returnShippingFee },
    ...shopifys.lines.flatMap(({ lineId, ...amounts }, at) => compare(`line ${lineId} `, ours.lines[at]?.lineId === lineId ? ours.lines[at] : {}, amounts)),
    ...shopifys.exchanges.flatMap((amounts, at) => compare(`exchange ${at} `, ours.exchanges[at] ?? {}, amounts)),
  ]);
}

/** Every amount of Shopify's beside ours of the same name; one we do not know differs. */
function compare(what: string, ours: object, shopifys: object): Difference[] {
  const known = new Map<string, unknown>(Object.entries(ours));
  return Object.entries(shopifys).flatMap(([name, amount]: [string, unknown]) => {
    const own = known.get(name);
    return typeof amount === 'number' ? [{ of: `${what}${name}`, ours: typeof own === 'number' ? own : Number.NaN, shopifys: amount }] : [];
  });
}

function onPayment(payments: readonly { paymentId: string; amount: number }[], id: string): number {
  return sumOf(payments.filter(({ paymentId }) => paymentId === id).map(({ amount }) => amount));
}

function verdict(all: readonly Difference[]): CrossCheck {
  const differences = all.filter(({ ours, shopifys }) => ours !== shopifys);
  return differences.length === 0 ? { is: 'equal' } : { is: 'different', differences };
}
