import { exchangeAmounts, type ExchangeAmounts, type ExchangeUnits } from './exchange-amounts.ts';
import { lineAmounts, type LineAmounts, type ReturnUnits } from './line-amounts.ts';
import type { LineDuty, OrderMoney, SoldLine } from './order-money.ts';
import { nextUnits, portion, sumOf } from './portion.ts';
import { rowsOf, type AmountRow } from './amount-rows.ts';

/** What is to be sent back, exchanged and given back with it. */
export interface WantedReturn {
  units: ReturnUnits[];
  exchanges: ExchangeUnits[];
  /** Null where there is none, or it was charged before. */
  returnShippingFee: number | null;
  /** What of the order's own shipping is given back: all that is left, an amount, or nothing. */
  shipping: 'all' | number | null;
  duties: { id: string; part: 'all' | 'proportional' }[];
}

/** What a return means in money. */
export interface ReturnMoney {
  currency: string;
  /** They add up to `balance`. */
  rows: AmountRow[];
  lines: LineAmounts[];
  exchanges: ExchangeAmounts[];
  shipping: { amount: number; tax: number };
  duties: { id: string; amount: number }[];
  /** Tax that is part of the rows' prices, of what comes back and goes out. */
  taxIncluded: number;
  /** What the customer is owed afterwards; negative where they owe. */
  balance: number;
  /** What is given back: the balance, but never more than was paid. */
  refund: number;
  owed: number;
  maximumRefundable: number;
}

/** Explains what processing some of a return means on the order as it stands. Throws where it names what the order does not have. */
export function explainReturn(order: OrderMoney, wanted: WantedReturn): ReturnMoney {
  const before = new Map<string, number>();
  const lines = wanted.units.map((units) => {
    const earlier = before.get(units.lineId) ?? 0;
    before.set(units.lineId, earlier + units.quantity);
    return lineAmounts(lineOf(order, units.lineId), units, earlier);
  });
  const taxed = order.lines.find(({ taxRates }) => taxRates.length > 0);
  const exchanges = wanted.exchanges.map((line) => exchangeAmounts({ taxesIncluded: order.taxesIncluded, taxRates: taxed?.taxRates ?? [] }, line));
  const shipping = shippingBack(order, wanted.shipping);
  const duties = wanted.duties.map(({ id, part }) => dutyBack(order, id, part, before));
  const parts = { lines, exchanges, shipping, duties, returnShippingFee: wanted.returnShippingFee ?? 0, outstanding: order.outstanding };
  const rows = rowsOf(parts, order.taxesIncluded);
  const balance = sumOf(rows.map(({ amount }) => amount));
  const maximumRefundable = Math.max(0, order.netPayment);
  const taxes = sumOf([...lines, shipping].map(({ tax }) => tax)) - sumOf(exchanges.map(({ tax }) => tax));
  return {
    currency: order.currency,
    rows,
    lines,
    exchanges,
    shipping,
    duties,
    taxIncluded: order.taxesIncluded ? taxes : 0,
    balance,
    refund: Math.max(0, Math.min(balance, maximumRefundable)),
    owed: Math.max(0, -balance),
    maximumRefundable,
  };
}

function lineOf(order: OrderMoney, id: string): SoldLine {
  const line = order.lines.find((candidate) => candidate.id === id);
  if (!line) throw new Error(`The order has no line ${id}.`);
  return line;
}

function shippingBack({ shipping }: OrderMoney, wanted: WantedReturn['shipping']): { amount: number; tax: number } {
  if (!shipping || wanted === null) return { amount: 0, tax: 0 };
  const amount = wanted === 'all' ? shipping.left : wanted;
  return { amount, tax: portion(shipping.tax, amount, shipping.price) };
}

function dutyBack(order: OrderMoney, id: string, part: 'all' | 'proportional', units: ReadonlyMap<string, number>): { id: string; amount: number } {
  const line = order.lines.find(({ duties }) => duties.some((duty) => duty.id === id));
  const duty = line?.duties.find((candidate) => candidate.id === id);
  if (!line || !duty) throw new Error(`The order has no duty ${id}.`);
  const left = leftOf(duty);
  if (part === 'all') return { id, amount: left };
  const share = nextUnits(duty.amount, units.get(line.id) ?? 0, { gone: line.gone, whole: line.quantity });
  return { id, amount: Math.min(left, share) };
}

function leftOf({ amount, refunded }: LineDuty): number {
  return amount - refunded;
}
