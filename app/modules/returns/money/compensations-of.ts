import { numericId } from '#app/kernel/ids.ts';
import type { Compensation, LineShare } from '#app/modules/compensation/index.server.ts';
import type { ReturnMoney } from './explain-return.ts';
import { sumOf } from './portion.ts';

interface Given {
  taxesIncluded: boolean;
  to: 'original' | 'store_credit';
  /** What the shop adds of its own, with what of it are fees of lines that it waives. */
  bonus: number;
  waived?: readonly { lineId: string; amount: number }[];
}

/**
 * What a return gives, as the ledger counts it: lines first pay for the goods of an exchange, what is left of them is given back. The
 * units of a line are counted once.
 */
export function compensationsOf(ours: ReturnMoney, { taxesIncluded, to, bonus, waived = [] }: Given): Compensation[] {
  const priced = ({ subtotal, tax }: { subtotal: number; tax: number }) => subtotal + (taxesIncluded ? 0 : tax);
  const merged = new Map<string, { quantity: number; amount: number }>();
  for (const line of ours.lines) {
    const before = merged.get(line.lineId) ?? { quantity: 0, amount: 0 };
    merged.set(line.lineId, { quantity: before.quantity + line.quantity, amount: before.amount + Math.max(0, priced(line) - line.fee) });
  }
  let goods = sumOf(ours.exchanges.map(priced));
  const exchanged: LineShare[] = [];
  const back: LineShare[] = [];
  for (const [id, { quantity, amount }] of merged) {
    const lineId = numericId('LineItem', id);
    const share = Math.min(goods, amount);
    goods -= share;
    if (share > 0) exchanged.push({ lineId, quantity: share === amount ? quantity : 0, amount: share });
    if (share < amount || share === 0) back.push({ lineId, quantity, amount: amount - share });
  }
  return [
    ...(exchanged.length > 0 ? [{ road: 'exchange' as const, amount: sumOf(exchanged.map(({ amount }) => amount)), lines: exchanged }] : []),
    ...(back.length > 0 || ours.refund > 0 ? [{ road: to === 'original' ? ('refund' as const) : ('store_credit' as const), amount: ours.refund, lines: back }] : []),
    ...(bonus > 0 ? [{ road: 'goodwill' as const, amount: bonus, lines: waived.filter(({ amount }) => amount > 0).map(({ lineId, amount }) => ({ lineId: numericId('LineItem', lineId), quantity: 0, amount })) }] : []),
  ];
}
