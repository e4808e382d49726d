import { formatMoney } from '#app/kernel/money.ts';
import { give } from '#app/modules/compensation/index.server.ts';
import { worthOf } from '#app/modules/returns/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { askedOrNull } from './asked-or-null.ts';
import { carryOut } from './carry-out.server.ts';
import { deedOfRequest } from './deed-of-request.server.ts';
import { ticketGiftChain } from './money-chains.server.ts';
import { holdOrder, moneyRights } from './money-rights.server.ts';
import { planRefund } from './refund-plan.server.ts';
import { deedSentences, localeOf } from './sentences.server.ts';

/** Store credit of the shop's own as somebody clicked it. */
export interface CreditClicked {
  ticketId: number;
  orderId: string;
  key: string;
  amount: number;
  /** Whether Shopify writes to the customer as well. */
  notify: boolean;
  by: string;
}

/** Gives an order's customer store credit beyond what they paid, within what the shop allows for goodwill. */
export async function giveCredit(ctx: ShopContext, { ticketId, orderId, key, amount, notify, by }: CreditClicked): Promise<DeedAnswer> {
  if (!Number.isSafeInteger(amount) || amount <= 0) return { is: 'invalid', fields: ['amount'] };
  const known = await ctx.tx((tx) => deedOfRequest(tx, key, { kind: ticketGiftChain.kind, orderId }));
  const plan = known === null ? await askedOrNull(planRefund(ctx.admin, { orderId, units: [], shipping: false, amount: null, to: 'store_credit' })) : null;
  if (known === null && !plan) return { is: 'moved' };
  const begun = plan
    ? await ctx.tx(async (tx) => {
        if (!(await holdOrder(tx, orderId))) return { is: 'moved' as const };
        const rights = await moneyRights(tx, { orderId, staffId: by });
        if (!rights.may) return { is: 'forbidden' as const };
        if (amount > rights.giftLeft) return { is: 'over_limit' as const };
        const order = await tx.orders.findFirst({ where: { id: orderId }, select: { customer_id: true } });
        if (!order?.customer_id) return { is: 'invalid' as const, fields: ['order'] };
        const gift = { customerId: order.customer_id, currency: plan.order.currency, amount, expiresAt: null, notify };
        const wanted = [{ road: 'goodwill' as const, amount, lines: [] }];
        return give(tx, ticketGiftChain, { worth: worthOf(plan.order), wanted, goodwillLimit: rights.goodwill, input: { ticketId, gift }, requestKey: key, subject: `order:${orderId}`, source: 'staff', actor: by, at: ctx.clock.now() });
      })
    : { state: 'begun' as const, chainId: known ?? '' };
  if ('is' in begun) return begun;
  if (begun.state === 'busy') return { is: 'busy' };
  if (begun.state === 'refused') return { is: 'too_much', refusal: begun.refusal };
  return carryOut(ctx, ticketGiftChain, { chainId: begun.chainId, orderId }, () => creditSentence(ctx, { ticketId, orderId, amount }));
}

/** What the customer is told of store credit that was given to them. */
export function creditSentence(ctx: ShopContext, { ticketId, orderId, amount }: Pick<CreditClicked, 'amount' | 'orderId' | 'ticketId'>): Promise<string> {
  return ctx.tx(async (tx) => {
    const { t, locale } = deedSentences(await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }));
    const order = await tx.orders.findFirstOrThrow({ where: { id: orderId }, select: { presentment_currency: true } });
    return t('gift', { amount: formatMoney({ minor: amount, currency: order.presentment_currency }, locale) });
  });
}
