import { numericId } from '#app/kernel/ids.ts';
import { give, sentAgainFor, type Begun } from '#app/modules/compensation/index.server.ts';
import { worthOf } from '#app/modules/returns/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { carryOut, readAnew } from './carry-out.server.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { deedOfRequest } from './deed-of-request.server.ts';
import { holdOrder, moneyRights } from './money-rights.server.ts';
import type { ReshipReason, Units } from './order-to-reship.server.ts';
import { ticketReshipChain } from './reship-chain.server.ts';
import { findToReship, planReship, reshipObstacle, type FoundToReship } from './reship-plan.server.ts';
import { reshipSentence } from './reship-sentence.server.ts';
import type { OrderClick } from './tag-order.server.ts';

/** Goods to be sent again, as somebody clicked it. */
export interface ReshipClicked extends OrderClick {
  units: readonly Units[];
  reason: ReshipReason;
  /** Whether Shopify mails its confirmation of the new order as well. */
  receipt: boolean;
  /** What was shown: anything else is not what they meant. */
  shown: string;
}

/** Sends goods of an order again for nothing, as an order of their own, and takes it as far as it goes at once. */
export async function reshipOrder(ctx: ShopContext, clicked: ReshipClicked): Promise<DeedAnswer> {
  const { ticketId, orderId, key, by, units, reason, receipt, shown } = clicked;
  if (units.length === 0) return { is: 'invalid', fields: ['units'] };
  const known = await ctx.tx((tx) => deedOfRequest(tx, key, { kind: ticketReshipChain.kind, orderId }));
  const found = known === null ? await findToReship(ctx, orderId) : null;
  if (known === null && (!found || reshipObstacle(found) !== null)) return { is: 'moved' };
  const begun = found ? await ctx.tx((tx) => begin(tx, found)) : { state: 'begun' as const, chainId: known ?? '' };
  if ('is' in begun) return begun;
  if (begun.state === 'busy') return { is: 'busy' };
  if (begun.state === 'refused') return { is: 'too_much', refusal: begun.refusal };
  return carryOut(ctx, ticketReshipChain, { chainId: begun.chainId, orderId }, () => said(begun.chainId));

  async function begin(tx: ShopTx, order: FoundToReship): Promise<Begun | DeedAnswer> {
    if (!(await holdOrder(tx, orderId)) || (await sentAgainFor(tx, [orderId])).size > 0) return { is: 'moved' };
    const rights = await moneyRights(tx, { orderId, staffId: by });
    if (!rights.may) return { is: 'forbidden' };
    const plan = await planReship(tx, order, units, rights);
    if (!plan || plan.shown !== shown) return { is: 'moved' };
    if ((rights.refundLeft !== null && plan.amount - plan.beyond > rights.refundLeft) || plan.beyond > rights.giftLeft) return { is: 'over_limit' };
    return give(tx, ticketReshipChain, {
      worth: worthOf(order.money), wanted: plan.wanted, goodwillLimit: rights.goodwill, input: { ticketId, units: [...units], reason, receipt }, requestKey: key, subject: `order:${orderId}`, source: 'staff', actor: by, at: ctx.clock.now(),
    });
  }

  /** The new order is read at once, so that it stands beside the ticket. */
  async function said(chainId: string): Promise<string> {
    const given = await ctx.tx((tx) => tx.compensations.findFirst({ where: { chain_id: chainId, road: 'reship' }, select: { shopify_id: true } }));
    if (given?.shopify_id) await readAnew(ctx, numericId('Order', given.shopify_id));
    return reshipSentence(ctx, { ticketId, orderId, units });
  }
}
