import { give } from '#app/modules/compensation/index.server.ts';
import { worthOf } from '#app/modules/returns/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { askedOrNull } from './asked-or-null.ts';
import { carryOut } from './carry-out.server.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { deedOfRequest } from './deed-of-request.server.ts';
import { discountInput, discountScope, ticketDiscountChain } from './discount-chain.server.ts';
import { countedOf, discountOf, discountSentence, isWish, ordererOf, type DiscountWish } from './discount-wish.server.ts';
import { holdOrder, moneyRights } from './money-rights.server.ts';
import { planRefund } from './refund-plan.server.ts';
import type { OrderClick } from './tag-order.server.ts';

/** Gives an order's customer a code for their next one, within what the shop allows for goodwill. */
export async function giveDiscount(ctx: ShopContext, { ticketId, orderId, key, by, ...wish }: OrderClick & DiscountWish): Promise<DeedAnswer> {
  if (!isWish(wish)) return { is: 'invalid', fields: ['value'] };
  const known = await ctx.tx((tx) => deedOfRequest(tx, key, { kind: ticketDiscountChain.kind, orderId }));
  if (known === null && !ctx.shop.scopes.includes(discountScope)) return { is: 'not_allowed' };
  const plan = known === null ? await askedOrNull(planRefund(ctx.admin, { orderId, units: [], shipping: false, amount: null, to: 'store_credit' })) : null;
  if (known === null && !plan) return { is: 'moved' };
  const begun = plan ? await ctx.tx((tx) => begin(tx, worthOf(plan.order))) : { state: 'begun' as const, chainId: known ?? '' };
  if ('is' in begun) return begun;
  if (begun.state === 'busy') return { is: 'busy' };
  if (begun.state === 'refused') return { is: 'too_much', refusal: begun.refusal };
  return carryOut(ctx, ticketDiscountChain, { chainId: begun.chainId, orderId }, () => said(begun.chainId));

  async function begin(tx: ShopTx, worth: ReturnType<typeof worthOf>) {
    if (!(await holdOrder(tx, orderId))) return { is: 'moved' as const };
    const rights = await moneyRights(tx, { orderId, staffId: by });
    if (!rights.may) return { is: 'forbidden' as const };
    const orderer = await ordererOf(tx, orderId);
    if (!orderer?.customerId) return { is: 'invalid' as const, fields: ['order'] };
    const counted = countedOf(wish, orderer);
    if (counted === null) return { is: 'invalid' as const, fields: ['as'] };
    if (counted > rights.giftLeft) return { is: 'over_limit' as const };
    const discount = discountOf(ctx, { key, wish, customerId: orderer.customerId, now: ctx.clock.now() });
    const wanted = [{ road: 'goodwill' as const, amount: counted, lines: [] }];
    return give(tx, ticketDiscountChain, { worth, wanted, goodwillLimit: rights.goodwill, input: { ticketId, discount }, requestKey: key, subject: `order:${orderId}`, source: 'staff', actor: by, at: ctx.clock.now() });
  }

  /** A second click is answered with the code of the first, and with the day that was told then. */
  async function said(chainId: string): Promise<string> {
    const { input } = await ctx.tx((tx) => tx.chains.findFirstOrThrow({ where: { id: chainId }, select: { input: true } }));
    return discountSentence(ctx, { ticketId, orderId, discount: discountInput.parse(input).discount });
  }
}
