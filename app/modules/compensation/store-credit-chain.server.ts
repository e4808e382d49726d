import { z } from 'zod';
import { gid } from '#app/kernel/ids.ts';
import { decimalString, parseMoney } from '#app/kernel/money.ts';
import { after, minute } from '#app/kernel/time.ts';
import { StoreCreditGiveDocument, StoreCreditOfCustomerDocument } from '#app/platform/shopify/operations.generated.ts';
import { defineChain, Unclear } from './chain/chain.ts';
import { currencyCode } from '#app/platform/shopify/currency-code.ts';
import { confirm } from './settle.server.ts';

const credit = z.object({ customerId: z.string(), currency: z.string(), amount: z.number().int().positive(), expiresAt: z.iso.datetime().nullable(), notify: z.boolean() });

/** Store credit that the shop adds of its own: a bonus, goodwill. Never a refund, which Shopify wants made as one. */
export type StoreCreditGift = z.infer<typeof credit>;

/** Shopify's clock and ours may differ. */
const clocksDiffer = minute;

/** Adds store credit by `storeCreditAccountCredit`. Shopify keeps no key or note with it, so it is known again by amount and moment. */
export const storeCreditChain = defineChain<StoreCreditGift>({
  kind: 'compensation.store_credit',
  input: credit,
  steps: [
    {
      name: 'credit',
      async act({ admin }, { input: { customerId, currency, amount, expiresAt, notify } }) {
        const creditAmount = { amount: decimalString({ minor: amount, currency }), currencyCode: currencyCode(currency) };
        const { storeCreditAccountCredit: given } = await admin.run(StoreCreditGiveDocument, { id: gid('Customer', customerId), credit: { creditAmount, expiresAt, notify } });
        if (!given?.storeCreditAccountTransaction) throw new Error('Shopify told of no credit.');
        return { creditId: given.storeCreditAccountTransaction.id };
      },
      async look({ admin, tx }, { input: { customerId, currency, amount }, sentAt }) {
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
      },
      confirm: (tx, { chainId }, { creditId }, at) => confirm(tx, chainId, { shopifyId: creditId ?? null, at }),
    },
  ],
});
