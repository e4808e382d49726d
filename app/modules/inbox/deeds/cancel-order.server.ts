import { randomUUID } from 'node:crypto';
import { notFound } from '#app/kernel/errors.ts';
import { numericId } from '#app/kernel/ids.ts';
import { formatMoney } from '#app/kernel/money.ts';
import { beginChain, give, type Compensation } from '#app/modules/compensation/index.server.ts';
import { worthOf, type OrderMoney } from '#app/modules/returns/index.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { askedOrNull } from './asked-or-null.ts';
import { carryOut } from './carry-out.server.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { deedOfRequest } from './deed-of-request.server.ts';
import { holdOrder, moneyRights, type MoneyRights } from './money-rights.server.ts';
import { ticketCancelChain, type cancelReasons } from './order-chains.server.ts';
import { planRefund } from './refund-plan.server.ts';
import { deedSentences, localeOf } from './sentences.server.ts';
import type { OrderClick } from './tag-order.server.ts';

/** A cancelling as somebody clicked it. */
export interface CancelClicked extends OrderClick {
  reason: (typeof cancelReasons)[number];
  to: 'original' | 'store_credit' | 'none';
  restock: boolean;
  notify: boolean;
  /** What was shown to be given back. */
  shown: number;
}

/** What cancelling would mean, before anybody clicks. */
export interface CancelPreview {
  key: string;
  currency: string;
  hasCustomer: boolean;
  /** What is given back where money is. */
  amount: number;
  /** Why Shopify would refuse; null where it would not. */
  obstacle: 'cancelled' | 'sent' | 'returns' | null;
  rights: MoneyRights & { mayCancel: boolean };
  sentence: string | null;
}

/** Shows what cancelling an order would mean. Moves nothing. */
export async function previewCancel(ctx: ShopContext, { ticketId, orderId, by, to }: Pick<CancelClicked, 'by' | 'orderId' | 'ticketId' | 'to'>): Promise<CancelPreview> {
  const found = await ctx.tx(async (tx) => ({
    order: await tx.orders.findFirst({ where: { id: orderId, deleted_at: null }, select: { customer_id: true, presentment_currency: true } }),
    obstacle: await obstacleOf(tx, orderId),
    rights: { ...(await moneyRights(tx, { orderId, staffId: by })), mayCancel: await mayStaff(tx, by, 'approve') },
  }));
  const money = await askedOrNull(allOf(ctx, orderId));
  if (!found.order || !money) throw notFound('order');
  return {
    key: randomUUID(),
    currency: found.order.presentment_currency,
    hasCustomer: found.order.customer_id !== null,
    amount: money.netPayment,
    obstacle: found.obstacle,
    rights: found.rights,
    sentence: found.obstacle ? null : await cancelSentence(ctx, { ticketId, orderId, to, amount: money.netPayment }),
  };
}

/** Cancels an order that was not sent yet, and gives back all that was paid where that is wished. */
export async function cancelOrder(ctx: ShopContext, clicked: CancelClicked): Promise<DeedAnswer> {
  const { ticketId, orderId, key, by, reason, to, restock, notify, shown } = clicked;
  const known = await ctx.tx((tx) => deedOfRequest(tx, key, { kind: ticketCancelChain.kind, orderId }));
  const money = known === null ? await askedOrNull(allOf(ctx, orderId)) : null;
  if (known === null && (!money || (to !== 'none' && money.netPayment !== shown))) return { is: 'moved' };
  const begun = money ? await ctx.tx((tx) => begin(tx, money)) : { state: 'begun' as const, chainId: known ?? '' };
  if ('is' in begun) return begun;
  if (begun.state === 'busy') return { is: 'busy' };
  if (begun.state === 'refused') return { is: 'too_much', refusal: begun.refusal };
  return carryOut(ctx, ticketCancelChain, { chainId: begun.chainId, orderId }, () => cancelSentence(ctx, { ticketId, orderId, to, amount: shown }));

  async function begin(tx: ShopTx, order: OrderMoney) {
    if (!(await holdOrder(tx, orderId)) || (await obstacleOf(tx, orderId)) !== null) return { is: 'moved' as const };
    if (!(await mayStaff(tx, by, 'approve'))) return { is: 'forbidden' as const };
    const rights = await moneyRights(tx, { orderId, staffId: by });
    const amount = to === 'none' ? 0 : order.netPayment;
    if (amount > 0 && !rights.may) return { is: 'forbidden' as const };
    if (rights.refundLeft !== null && amount > rights.refundLeft) return { is: 'over_limit' as const };
    const wish = { orderId, input: { ticketId, reason, to, restock, notify, amount, currency: order.currency }, requestKey: key, subject: `order:${orderId}`, source: 'staff' as const, actor: by, at: ctx.clock.now() };
    if (amount > 0) return give(tx, ticketCancelChain, { ...wish, worth: worthOf(order), wanted: wantedOf(order, to), goodwillLimit: rights.goodwill });
    const { is, chainId } = await beginChain(tx, ticketCancelChain, wish);
    return { state: is === 'busy' ? ('busy' as const) : ('begun' as const), chainId };
  }
}

async function allOf(ctx: ShopContext, orderId: string): Promise<OrderMoney> {
  return (await planRefund(ctx.admin, { orderId, units: [], shipping: false, amount: null, to: 'original' })).order;
}

/** All that is left of the order, as the ledger counts it: its units, and the money that is still the shop's. */
function wantedOf(order: OrderMoney, to: CancelClicked['to']): Compensation[] {
  const { lines: worth } = worthOf(order);
  const lines = order.lines.flatMap((line) => {
    const lineId = numericId('LineItem', line.id);
    const left = line.quantity - line.gone;
    const whole = worth.find((row) => row.lineId === lineId)?.worth ?? 0;
    return left > 0 ? [{ lineId, quantity: left, amount: Math.floor((whole * left) / line.quantity) }] : [];
  });
  return [{ road: to === 'store_credit' ? 'store_credit' : 'refund', amount: order.netPayment, lines }];
}

/** Why Shopify would refuse, as far as we know. */
async function obstacleOf(tx: ShopTx, orderId: string): Promise<CancelPreview['obstacle']> {
  const order = await tx.orders.findFirst({ where: { id: orderId }, select: { cancelled_at: true } });
  if (order?.cancelled_at) return 'cancelled';
  if ((await tx.fulfillments.count({ where: { order_id: orderId, status: 'success' } })) > 0) return 'sent';
  return (await tx.returns.count({ where: { order_id: orderId, status: { in: ['open', 'requested'] } } })) > 0 ? 'returns' : null;
}

/** What the customer is told of a cancelling. */
function cancelSentence(ctx: ShopContext, { ticketId, orderId, to, amount }: { ticketId: number; orderId: string; to: CancelClicked['to']; amount: number }): Promise<string> {
  return ctx.tx(async (tx) => {
    const { t, locale } = deedSentences(await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }));
    const order = await tx.orders.findFirstOrThrow({ where: { id: orderId }, select: { name: true, presentment_currency: true } });
    const values = { order: order.name, amount: formatMoney({ minor: amount, currency: order.presentment_currency }, locale) };
    return t(to === 'none' || amount === 0 ? 'cancel.plain' : to === 'store_credit' ? 'cancel.credited' : 'cancel.refunded', values);
  });
}
