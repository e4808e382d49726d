import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { gid } from '#app/kernel/ids.ts';
import { after, minute, second } from '#app/kernel/time.ts';
import { confirm, defineChain, Unclear, type Step, type StepAt } from '#app/modules/compensation/index.server.ts';
import { CancelledOrderDocument, CancelOrderDocument, TagOrderDocument, TagsOfOrderDocument, type CancelledOrderQuery } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { toldInTicket } from './told-in-ticket.server.ts';

const tagInput = z.object({ ticketId: z.int(), tag: z.string() });
type TagInput = z.infer<typeof tagInput>;

const tagStep: Step<TagInput> = {
  name: 'tag',
  async act({ admin }, { orderId, input: { tag } }) {
    await admin.run(TagOrderDocument, { id: gid('Order', orderId), tags: [tag] });
    return {};
  },
  async look({ admin }, { orderId, input: { tag } }) {
    const { order } = await admin.run(TagsOfOrderDocument, { id: gid('Order', orderId) });
    return order?.tags.some((one) => one.toLowerCase() === tag.toLowerCase()) ? {} : null;
  },
};

/** A tag that was put on an order beside a ticket. */
export const ticketTagChain = defineChain({ kind: 'inbox.tag', input: tagInput, steps: [toldInTicket(tagStep, ({ ticketId }) => ({ ticketId, act: 'tag' }))] });

export const cancelReasons = ['CUSTOMER', 'INVENTORY', 'FRAUD', 'DECLINED', 'OTHER'] as const;

const cancelInput = z.object({
  ticketId: z.int(),
  reason: z.enum(cancelReasons),
  to: z.enum(['original', 'store_credit', 'none']),
  restock: z.boolean(),
  notify: z.boolean(),
  amount: z.int().nonnegative(),
  currency: z.string(),
});
type CancelInput = z.infer<typeof cancelInput>;

/** Shopify cancels in a job of its own, which mostly takes no longer. */
const looks = 4;

/** Shopify's clock and ours may differ. */
const clocksDiffer = 5 * minute;

const cancelStep: Step<CancelInput> = {
  name: 'cancel',
  async act(ctx, at) {
    const { orderId, input: { reason, to, restock, notify } } = at;
    const refund = to === 'original' ? { originalPaymentMethodsRefund: true } : to === 'store_credit' ? { storeCreditRefund: {} } : { originalPaymentMethodsRefund: false };
    await ctx.admin.run(CancelOrderDocument, { id: gid('Order', orderId), reason, refund, restock, notify, note: null });
    for (let look = 1; look <= looks; look += 1) {
      const found = resultOf(await cancelled(ctx, orderId), at);
      if (found && 'done' in found) return found.done;
      await sleep(second / 2);
    }
    throw new Error(`Order ${orderId} is not cancelled yet.`);
  },
  async look(ctx, at) {
    const found = resultOf(await cancelled(ctx, at.orderId), at);
    if (found && !('done' in found)) throw new Unclear('The order is cancelled, and nothing was given back since that was asked for.');
    return found?.done ?? null;
  },
  async confirm(tx, { chainId, input: { to } }, { refundId }, at) {
    if (to !== 'none') await confirm(tx, chainId, { shopifyId: refundId ?? null, at });
  },
};

async function cancelled({ admin }: ShopContext, orderId: string): Promise<CancelledOrderQuery['order']> {
  const { order } = await admin.run(CancelledOrderDocument, { id: gid('Order', orderId) });
  if (!order) throw new Error(`Order ${orderId} cannot be read.`);
  return order;
}

/** What came of a cancelling: done, with its refund where one was wished; without it somebody else may have cancelled. The refund of a cancelled order is its last: nothing more is left to refund. */
function resultOf(order: CancelledOrderQuery['order'], { input: { to, amount }, sentAt }: StepAt<CancelInput>): { done: Record<string, string> } | { refund: 'missing' } | null {
  if (!order?.cancelledAt) return null;
  if (to === 'none' || amount === 0) return { done: {} };
  const refund = order.refunds.findLast(({ createdAt }) => createdAt !== null && new Date(createdAt) >= after(sentAt, -clocksDiffer));
  return refund ? { done: { refundId: refund.id } } : { refund: 'missing' };
}

/** An order that was cancelled beside a ticket, with its money given back where that was wished. */
export const ticketCancelChain = defineChain({
  kind: 'inbox.cancel',
  input: cancelInput,
  steps: [toldInTicket(cancelStep, ({ ticketId, amount, currency, to }) => ({ ticketId, act: 'cancel', ...(to !== 'none' && amount > 0 ? { amount: { minor: amount, currency } } : {}) }))],
});
