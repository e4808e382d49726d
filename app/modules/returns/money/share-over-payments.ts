import type { Payment } from './order-money.ts';

/** When money is with the customer: at once, within working days, or whenever the shop hands it over itself. */
export type Arrival = { is: 'at_once' } | { is: 'working_days'; from: number; to: number } | { is: 'by_the_shop' };

/** A part of a refund and the payment it goes back to. */
export interface PaymentBack {
  paymentId: string;
  name: string;
  gateway: string;
  kind: Payment['kind'];
  amount: number;
  arrival: Arrival;
}

const arrivals: Record<Payment['kind'], Arrival> = {
  gateway: { is: 'working_days', from: 5, to: 10 },
  gift_card: { is: 'at_once' },
  store_credit: { is: 'at_once' },
  manual: { is: 'by_the_shop' },
};

/** Shares a refund over the payments it came from: oldest first, gift cards last, never more than is left on one. */
export function shareOverPayments(payments: readonly Payment[], amount: number): PaymentBack[] {
  let missing = amount;
  return [...payments.filter(({ kind }) => kind !== 'gift_card'), ...payments.filter(({ kind }) => kind === 'gift_card')].flatMap((payment) => {
    const part = Math.min(missing, payment.amount - payment.refunded);
    if (part <= 0) return [];
    missing -= part;
    return [{ paymentId: payment.id, name: payment.name, gateway: payment.gateway, kind: payment.kind, amount: part, arrival: arrivals[payment.kind] }];
  });
}
