import type { Gid } from '#sandbox/contract.ts';
import { mapBag, subtractBags, sumBags } from './money.ts';
import type { MoneyBag, OrderRecord, RefundRecord } from './records.ts';
import { unitsFrom } from './refund-value.ts';

/** `RefundDutyInput`. */
export interface RefundDutyInput {
  dutyId: Gid;
  refundType?: 'FULL' | 'PROPORTIONAL' | null;
}

/** What of the named duties is given back with some units of their lines; a number is the place of one the order does not have. */
export function dutyRefunds(order: OrderRecord, refunds: readonly RefundRecord[], inputs: readonly RefundDutyInput[], units: ReadonlyMap<Gid, number>): { dutyId: Gid; amount: MoneyBag }[] | number {
  const amounts: { dutyId: Gid; amount: MoneyBag }[] = [];
  for (const [index, input] of inputs.entries()) {
    const line = order.lineItems.find((candidate) => candidate.duties.some((duty) => duty.id === input.dutyId));
    const duty = line?.duties.find((candidate) => candidate.id === input.dutyId);
    if (!line || !duty) return index;
    const back = refunds.flatMap((refund) => refund.duties.filter((part) => part.dutyId === duty.id).map((part) => part.amount));
    const left = subtractBags(
      duty.price,
      sumBags(
        back,
        mapBag(duty.price, () => 0),
      ),
    );
    const wanted = input.refundType === 'PROPORTIONAL' ? unitsFrom(line, units.get(line.id) ?? 0)(duty.price) : left;
    amounts.push({ dutyId: duty.id, amount: wanted.shop.minor > left.shop.minor ? left : wanted });
  }
  return amounts;
}
