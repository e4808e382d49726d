import { z } from 'zod';
import { creditStep, defineChain, orderRefund, ownGift, refundStep, storeCreditGift, type OrderRefund } from '#app/modules/compensation/index.server.ts';
import { toldInTicket } from './told-in-ticket.server.ts';

const refundInput = z.object({ ticketId: z.int(), refund: orderRefund });
const giftInput = z.object({ ticketId: z.int(), gift: storeCreditGift });

/** A refund that was made beside a ticket. */
export const ticketRefundChain = defineChain({
  kind: 'inbox.refund',
  input: refundInput,
  steps: [toldInTicket(refundStep<z.infer<typeof refundInput>>(({ refund }) => refund), ({ ticketId, refund }) => ({ ticketId, isInStory: true, act: refund.storeCredit ? 'refund_as_credit' : 'refund', amount: { minor: amountOf(refund), currency: refund.currency } }))],
});

/** Store credit of the shop's own that was given beside a ticket. */
export const ticketGiftChain = defineChain({
  kind: `inbox${ownGift}`,
  input: giftInput,
  steps: [toldInTicket(creditStep<z.infer<typeof giftInput>>(({ gift }) => gift), ({ ticketId, gift }) => ({ ticketId, isInStory: true, act: 'gift', amount: { minor: gift.amount, currency: gift.currency } }))],
});

function amountOf({ payments, storeCredit }: OrderRefund): number {
  return payments.reduce((sum, { amount }) => sum + amount, storeCredit?.amount ?? 0);
}
