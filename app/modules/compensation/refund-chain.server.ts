import { z } from 'zod';
import { gid } from '#app/kernel/ids.ts';
import { decimalString } from '#app/kernel/money.ts';
import { refundMark } from '#app/kernel/refund-mark.ts';
import { currencyCode } from '#app/platform/shopify/currency-code.ts';
import { RefundCreateDocument, RefundsOfOrderDocument, type RefundInput } from '#app/platform/shopify/operations.generated.ts';
import { defineChain, type Step, type StepAt, type StepResult } from './chain/chain.ts';
import { confirm } from './settle.server.ts';

/** The form of a refund, as it is kept with a chain. */
export const orderRefund = z.object({
  currency: z.string(),
  lines: z.array(z.object({ lineId: z.string(), quantity: z.number().int().positive(), restockAt: z.string().nullable() })),
  shipping: z.number().int().nonnegative(),
  /** Back on the payments it came from, in Shopify's ids of them. */
  payments: z.array(z.object({ paymentId: z.string(), gateway: z.string(), amount: z.number().int().positive() })),
  storeCredit: z.object({ amount: z.number().int().positive(), expiresAt: z.iso.datetime().nullable() }).nullable(),
  notify: z.boolean(),
});

/** A refund of an order as Shopify is asked for it; amounts in what the customer paid in. */
export type OrderRefund = z.infer<typeof orderRefund>;

/** A step that gives money back by `refundCreate`, once, where its chain wants any: Shopify answers the same key with the same refund, and its note says whose it is. */
export function refundStep<Input>(refundOf: (input: Input) => OrderRefund | null): Step<Input> {
  return {
    name: 'refund',
    async act({ admin }, at): Promise<StepResult> {
      const refund = refundOf(at.input);
      if (!refund) return {};
      const { refundCreate } = await admin.run(RefundCreateDocument, { input: inputOf({ ...at, input: refund }), key: at.key });
      if (!refundCreate?.refund) throw new Error('Shopify told of no refund.');
      return { refundId: refundCreate.refund.id };
    },
    async look({ admin }, { chainId, orderId, input }): Promise<StepResult | null> {
      if (!refundOf(input)) return {};
      const { order } = await admin.run(RefundsOfOrderDocument, { id: gid('Order', orderId) });
      if (!order) throw new Error(`Order ${orderId} cannot be read.`);
      const found = order.refunds.find(({ note }) => note?.includes(refundMark(chainId)));
      return found ? { refundId: found.id } : null;
    },
    async confirm(tx, { chainId, input }, { refundId }, at) {
      if (refundOf(input)) await confirm(tx, chainId, { shopifyId: refundId ?? null, at });
    },
  };
}

/** A refund of an order, and nothing else. */
export const refundChain = defineChain<OrderRefund>({ kind: 'compensation.refund', input: orderRefund, steps: [refundStep((refund) => refund)] });

function inputOf({ chainId, orderId, input }: StepAt<OrderRefund>): RefundInput {
  const { currency, lines, shipping, payments, storeCredit, notify } = input;
  const decimal = (minor: number) => decimalString({ minor, currency });
  const order = gid('Order', orderId);
  return {
    orderId: order,
    currency: currencyCode(currency),
    note: refundMark(chainId),
    notify,
    refundLineItems: lines.map(({ lineId, quantity, restockAt }) => ({ lineItemId: gid('LineItem', lineId), quantity, restockType: restockAt ? 'RETURN' : 'NO_RESTOCK', locationId: restockAt })),
    shipping: shipping > 0 ? { amount: decimal(shipping) } : null,
    transactions: payments.map(({ paymentId, gateway, amount }) => ({ orderId: order, parentId: paymentId, gateway, kind: 'REFUND', amount: decimal(amount) })),
    refundMethods: storeCredit ? [{ storeCreditRefund: { amount: { amount: decimal(storeCredit.amount), currencyCode: currencyCode(currency) }, expiresAt: storeCredit.expiresAt } }] : [],
  };
}
