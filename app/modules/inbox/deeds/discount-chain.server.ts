import { z } from 'zod';
import { gid } from '#app/kernel/ids.ts';
import { decimalString } from '#app/kernel/money.ts';
import { confirm, defineChain, ownCode, type Step } from '#app/modules/compensation/index.server.ts';
import { CreateDiscountCodeDocument, DiscountOfCodeDocument } from '#app/platform/shopify/operations.generated.ts';
import { toldInTicket } from './told-in-ticket.server.ts';

/** What a shop grants where its staff give discount codes; no other shop is asked for it. */
export const discountScope = 'write_discounts';

/** A discount that is for one customer, once: so many per cent, or an amount in the shop's currency. */
const discount = z.object({
  code: z.string(),
  customerId: z.string(),
  worth: z.discriminatedUnion('as', [z.object({ as: z.literal('percent'), percent: z.int().min(1).max(100) }), z.object({ as: z.literal('amount'), amount: z.int().positive(), currency: z.string() })]),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
});
export type Discount = z.infer<typeof discount>;

/** The form of a discount code, as it is kept with its chain. */
export const discountInput = z.object({ ticketId: z.int(), discount });
type DiscountInput = z.infer<typeof discountInput>;

const discountStep: Step<DiscountInput> = {
  name: 'discount',
  async act({ admin }, { input: { discount: { code, customerId, worth, startsAt, endsAt } } }) {
    const value = worth.as === 'percent' ? { percentage: worth.percent / 100 } : { discountAmount: { amount: decimalString({ minor: worth.amount, currency: worth.currency }), appliesOnEachItem: false } };
    const { discountCodeBasicCreate: made } = await admin.run(CreateDiscountCodeDocument, {
      input: { code, title: code, startsAt, endsAt, usageLimit: 1, appliesOncePerCustomer: true, context: { customers: { add: [gid('Customer', customerId)] } }, customerGets: { items: { all: true }, value } },
    });
    if (!made?.codeDiscountNode) throw new Error('Shopify told of no discount.');
    return { discountId: made.codeDiscountNode.id };
  },
  async look({ admin }, { input }) {
    const { codeDiscountNodeByCode: found } = await admin.run(DiscountOfCodeDocument, { code: input.discount.code });
    return found ? { discountId: found.id } : null;
  },
  async confirm(tx, { chainId }, { discountId }, at) {
    await confirm(tx, chainId, { shopifyId: discountId ?? null, at });
  },
};

/** A discount code that was given beside a ticket. Nobody else's code is called so: it is known again by that. */
export const ticketDiscountChain = defineChain({
  kind: `inbox${ownCode}`,
  input: discountInput,
  steps: [toldInTicket(discountStep, ({ ticketId, discount: { code, worth } }) => ({ ticketId, act: 'discount', ref: code, ...(worth.as === 'amount' ? { amount: { minor: worth.amount, currency: worth.currency } } : {}) }))],
});
