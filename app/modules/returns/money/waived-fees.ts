import type { OrderRefund } from '#app/modules/compensation/index.server.ts';
import type { ReturnMoney } from './explain-return.ts';
import type { Payment } from './order-money.ts';
import { sumOf } from './portion.ts';
import { shareOverPayments } from './share-over-payments.ts';

/** What the fees of a return take off, of its lines and for its way back. */
export function feesOf({ rows }: Pick<ReturnMoney, 'rows'>): number {
  return -sumOf(rows.filter(({ kind }) => kind === 'restocking_fee' || kind === 'return_shipping_fee').map(({ amount }) => amount));
}

/** The fees of each line, once for each. */
export function lineFees({ lines }: Pick<ReturnMoney, 'lines'>): { lineId: string; amount: number }[] {
  const fees = new Map<string, number>();
  for (const { lineId, fee } of lines) fees.set(lineId, (fees.get(lineId) ?? 0) + fee);
  return [...fees].map(([lineId, amount]) => ({ lineId, amount }));
}

/** Gives waived fees back on the payments that are left after the refund itself. */
export function refundOfFees(payments: readonly Payment[], { refund, fees, currency }: { refund: number; fees: number; currency: string }): OrderRefund {
  const before = shareOverPayments(payments, refund);
  const rows = shareOverPayments(payments, refund + fees).map((row) => ({ ...row, amount: row.amount - (before.find(({ paymentId }) => paymentId === row.paymentId)?.amount ?? 0) }));
  return {
    currency,
    lines: [],
    shipping: 0,
    payments: rows.filter(({ amount }) => amount > 0).map(({ paymentId, gateway, amount }) => ({ paymentId, gateway, amount })),
    storeCredit: null,
    notify: false,
  };
}
