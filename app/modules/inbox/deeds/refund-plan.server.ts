import { notFound } from '#app/kernel/errors.ts';
import { gid, numericId } from '#app/kernel/ids.ts';
import type { Compensation, LineShare, OrderRefund } from '#app/modules/compensation/index.server.ts';
import { minorOf, readOrderMoney, shareOverPayments, type OrderMoney, type PaymentBack } from '#app/modules/returns/index.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { RefundSuggestedDocument } from '#app/platform/shopify/operations.generated.ts';

/** What somebody wants to give back of an order: units and shipping at their worth, or an amount that stands for no goods. */
export interface RefundChoice {
  orderId: string;
  units: readonly { id: string; quantity: number }[];
  shipping: boolean;
  /** Counts where neither units nor shipping are chosen. */
  amount: number | null;
  to: 'original' | 'store_credit';
}

/** What a choice comes to, as Shopify says just now. */
export interface RefundPlan {
  order: OrderMoney;
  amount: number;
  /** The most Shopify would give back. */
  most: number;
  lines: LineShare[];
  shipping: number;
  /** On which payments it goes back; nothing for store credit. */
  back: PaymentBack[];
}

/** Asks Shopify what a refund would come to. Moves nothing. */
export async function planRefund(admin: AdminClient, { orderId, units, shipping, amount, to }: RefundChoice): Promise<RefundPlan> {
  const { order: told } = await admin.run(RefundSuggestedDocument, { id: gid('Order', orderId), lines: units.map(({ id, quantity }) => ({ lineItemId: gid('LineItem', id), quantity })), shipping });
  if (!told?.suggestedRefund) throw notFound('order');
  const order = readOrderMoney(told);
  const { suggestedRefund: suggested } = told;
  const isOfGoods = units.length > 0 || shipping;
  const sum = isOfGoods ? minorOf(suggested.amountSet) : (amount ?? 0);
  return {
    order,
    amount: sum,
    most: minorOf(suggested.maximumRefundableSet),
    lines: suggested.refundLineItems.map(({ quantity, lineItem, subtotalSet, totalTaxSet }) => ({
      lineId: numericId('LineItem', lineItem.id),
      quantity,
      amount: minorOf(subtotalSet) + (order.taxesIncluded ? 0 : minorOf(totalTaxSet)),
    })),
    shipping: shipping ? (order.shipping?.left ?? 0) : 0,
    back: to === 'original' ? shareOverPayments(order.payments, sum) : [],
  };
}

/** Whether the payments can take it back whole. */
export function fits({ back, amount }: RefundPlan, to: RefundChoice['to']): boolean {
  return to === 'store_credit' || back.reduce((sum, part) => sum + part.amount, 0) === amount;
}

/** What Shopify is asked for, and how the ledger counts it. */
export function refundOf({ order, amount, lines, shipping, back }: RefundPlan, { to, notify }: { to: RefundChoice['to']; notify: boolean }): { refund: OrderRefund; wanted: Compensation[] } {
  return {
    refund: {
      currency: order.currency,
      lines: lines.map(({ lineId, quantity }) => ({ lineId, quantity, restockAt: null })),
      shipping,
      payments: back.map(({ paymentId, gateway, amount: part }) => ({ paymentId, gateway, amount: part })),
      storeCredit: to === 'store_credit' ? { amount, expiresAt: null } : null,
      notify,
    },
    wanted: [{ road: to === 'store_credit' ? 'store_credit' : 'refund', amount, lines }],
  };
}
