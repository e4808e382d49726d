import { z } from 'zod';
import { gid } from '#app/kernel/ids.ts';
import { decimalString, parseMoney } from '#app/kernel/money.ts';
import { after, minute } from '#app/kernel/time.ts';
import { currencyCode } from '#app/platform/shopify/currency-code.ts';
import { StoreCreditGiveDocument, StoreCreditOfCustomerDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { defineChain, Unclear, type Step, type StepResult } from './chain/chain.ts';
import { confirm } from './settle.server.ts';

/** The form of a gift of store credit, as it is kept with a chain. */
export const storeCreditGift = z.object({ customerId: z.string(), currency: z.string(), amount: z.number().int().positive(), expiresAt: z.iso.datetime().nullable(), notify: z.boolean() });

/** Store credit that the shop adds of its own: a bonus, goodwill. Never a refund, which Shopify wants made as one. */
export type StoreCreditGift = z.infer<typeof storeCreditGift>;

/** Shopify's clock and ours may differ. */
const clocksDiffer = minute;

/** A step that adds store credit by `storeCreditAccountCredit`, where its chain wants any. Shopify keeps no key or note with it: it is known again by amount and moment. */
export function creditStep<Input>(giftOf: (input: Input) => StoreCreditGift | null): Step<Input> {
  return {
    name: 'credit',
    async act({ admin }, { input }): Promise<StepResult> {
      const gift = giftOf(input);
      if (!gift) return {};
      const creditAmount = { amount: decimalString({ minor: gift.amount, currency: gift.currency }), currencyCode: currencyCode(gift.currency) };
      const { storeCreditAccountCredit: given } = await admin.run(StoreCreditGiveDocument, { id: gid('Customer', gift.customerId), credit: { creditAmount, expiresAt: gift.expiresAt, notify: gift.notify } });
      if (!given?.storeCreditAccountTransaction) throw new Error('Shopify told of no credit.');
      return { creditId: given.storeCreditAccountTransaction.id };
    },
    look(ctx, { input, sentAt }) {
      const gift = giftOf(input);
      return gift ? lookForCredit(ctx, gift, sentAt) : Promise.resolve({});
    },
    async confirm(tx, { chainId, input }, { creditId }, at) {
      if (giftOf(input)) await confirm(tx, chainId, { shopifyId: creditId ?? null, at, roads: ['goodwill'] });
    },
  };
}

async function lookForCredit({ admin, tx }: ShopContext, { customerId, currency, amount }: StoreCreditGift, sentAt: Date): Promise<StepResult | null> {
  const { customer } = await admin.run(StoreCreditOfCustomerDocument, { id: gid('Customer', customerId) });
  if (!customer) throw new Error(`Customer ${customerId} cannot be read.`);
  const like = customer.storeCreditAccounts.nodes
    .flatMap(({ transactions }) => transactions.nodes)
    .filter((row) => row.event === 'ADJUSTMENT' && new Date(row.createdAt) >= after(sentAt, -clocksDiffer))
    .filter((row) => row.amount.currencyCode === currency && parseMoney(row.amount.amount, currency).minor === amount)
    .flatMap((row) => ('id' in row ? row.id : []));
  const known = await tx((shop) => shop.compensations.findMany({ where: { shopify_id: { in: like } }, select: { shopify_id: true } }));
  const [found, ...others] = like.filter((id) => !known.some((row) => row.shopify_id === id));
  if (others.length > 0) throw new Unclear('More than one credit of this amount was given since.');
  return found ? { creditId: found } : null;
}

/** How the kinds of chains end that give what nobody promised, wherever they are begun: together they stay within the limit for it. */
export const ownGift = '.store_credit';
export const ownCode = '.discount';
export const ownAgain = '.reship';

/** The kinds of all of them, as a query asks for them. */
export const ownGifts = { OR: [ownGift, ownCode, ownAgain].map((end) => ({ kind: { endsWith: end } })) };

/** Store credit of the shop's own, and nothing else. */
export const storeCreditChain = defineChain<StoreCreditGift>({ kind: `compensation${ownGift}`, input: storeCreditGift, steps: [creditStep((gift) => gift)] });
