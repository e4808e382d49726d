import { formatMoney } from '#app/kernel/money.ts';
import { give, type Begun } from '#app/modules/compensation/index.server.ts';
import { worthOf } from '#app/modules/returns/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { carryOut } from './carry-out.server.ts';
import { deedOfRequest } from './deed-of-request.server.ts';
import { ticketRefundChain } from './money-chains.server.ts';
import { holdOrder, moneyRights } from './money-rights.server.ts';
import { askedOrNull } from './asked-or-null.ts';
import { fits, planRefund, refundOf, type RefundChoice, type RefundPlan } from './refund-plan.server.ts';
import { deedSentences, localeOf } from './sentences.server.ts';

/** A refund as somebody clicked it. */
export interface RefundClicked extends RefundChoice {
  ticketId: number;
  key: string;
  notify: boolean;
  /** The amount that was shown: another one is not what they meant. */
  shown: number;
  by: string;
}

/** Refunds what was shown, and takes it as far as it goes at once. */
export async function refundOrder(ctx: ShopContext, clicked: RefundClicked): Promise<DeedAnswer> {
  const { ticketId, orderId, key, to, notify, shown, by } = clicked;
  const known = await ctx.tx((tx) => deedOfRequest(tx, key, { kind: ticketRefundChain.kind, orderId }));
  const plan = known === null ? await askedOrNull(planRefund(ctx.admin, clicked)) : null;
  if (known === null) {
    if (!plan || plan.amount !== shown || !fits(plan, to)) return { is: 'moved' };
    if (shown <= 0) return { is: 'invalid', fields: ['amount'] };
  }
  const begun = known === null && plan ? await ctx.tx((tx) => begin(tx, plan)) : { state: 'begun' as const, chainId: known ?? '' };
  if ('is' in begun) return begun;
  if (begun.state === 'busy') return { is: 'busy' };
  if (begun.state === 'refused') return { is: 'too_much', refusal: begun.refusal };
  return carryOut(ctx, ticketRefundChain, { chainId: begun.chainId, orderId }, () => refundSentence(ctx, { ticketId, orderId, to, amount: shown, back: plan?.back ?? [] }));

  async function begin(tx: ShopTx, found: RefundPlan): Promise<Begun | DeedAnswer> {
    if (!(await holdOrder(tx, orderId))) return { is: 'moved' };
    const rights = await moneyRights(tx, { orderId, staffId: by });
    if (!rights.may) return { is: 'forbidden' };
    if (rights.refundLeft !== null && found.amount > rights.refundLeft) return { is: 'over_limit' };
    if (to === 'store_credit' && (await tx.orders.count({ where: { id: orderId, customer_id: { not: null } } })) === 0) return { is: 'invalid', fields: ['to'] };
    const { refund, wanted } = refundOf(found, { to, notify });
    return give(tx, ticketRefundChain, {
      worth: worthOf(found.order), wanted, goodwillLimit: rights.goodwill, input: { ticketId, refund }, requestKey: key, subject: `order:${orderId}`, source: 'staff', actor: by, at: ctx.clock.now(),
    });
  }
}

interface Said extends Pick<RefundChoice, 'orderId' | 'to'> {
  ticketId: number;
  amount: number;
  back: RefundPlan['back'];
}

/** What the customer is told of a refund: how much, whereto, and when it is there. */
export function refundSentence(ctx: ShopContext, { ticketId, orderId, to, amount, back }: Said): Promise<string> {
  return ctx.tx(async (tx) => {
    const { t, locale } = deedSentences(await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }));
    const order = await tx.orders.findFirstOrThrow({ where: { id: orderId }, select: { name: true, presentment_currency: true } });
    const values = { amount: formatMoney({ minor: amount, currency: order.presentment_currency }, locale), order: order.name };
    if (to === 'store_credit') return t('refund.credit', values);
    const ways = new Set(back.map(({ arrival }) => arrival.is));
    return t(ways.has('by_the_shop') ? 'refund.by_the_shop' : ways.size === 1 && ways.has('at_once') ? 'refund.at_once' : 'refund.original', values);
  });
}
