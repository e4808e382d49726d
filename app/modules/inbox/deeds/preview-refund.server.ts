import { randomUUID } from 'node:crypto';
import { gid } from '#app/kernel/ids.ts';
import { notFound } from '#app/kernel/errors.ts';
import { roomLeft, sentAgain, type SentAgain } from '#app/modules/compensation/index.server.ts';
import { worthOf, type PaymentBack } from '#app/modules/returns/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { askedOrNull } from './asked-or-null.ts';
import { moneyRights, type MoneyRights } from './money-rights.server.ts';
import { refundSentence } from './refund-order.server.ts';
import { creditSentence } from './give-credit.server.ts';
import { fits, planRefund, type RefundChoice } from './refund-plan.server.ts';

/** What a refund would mean, before anybody clicks. */
export interface RefundPreview {
  /** Names this form as it was shown, so that a second click is no second refund. */
  key: string;
  currency: string;
  hasCustomer: boolean;
  units: { id: string; title: string; left: number; chosen: number; amount: number | null }[];
  shippingLeft: number;
  amount: number;
  /** The most there is to give back, by Shopify and by the ledger. */
  most: number;
  /** Goods that went out again for nothing: they count as given. */
  sentAgain: (Omit<SentAgain, 'lineId'> & { title: string })[];
  back: Pick<PaymentBack, 'amount' | 'arrival' | 'name' | 'paymentId'>[];
  /** False where it is more than can go back this way. */
  fits: boolean;
  rights: MoneyRights;
  /** What the customer can be told of it; null where nothing is given. */
  sentence: string | null;
}

interface Asked extends RefundChoice {
  ticketId: number;
  by: string;
}

/** Shows what a refund would come to and what may be said of it. Moves nothing; where what is asked for is not there any more, it shows the refund of nothing. */
export async function previewRefund(ctx: ShopContext, asked: Asked): Promise<RefundPreview> {
  const { orderId, ticketId, by, to } = asked;
  const { order, lines, rights } = await ctx.tx(async (tx) => ({
    order: await tx.orders.findFirst({ where: { id: orderId, deleted_at: null }, select: { customer_id: true } }),
    lines: await tx.order_lines.findMany({ where: { order_id: orderId }, orderBy: [{ position: 'asc' }, { id: 'asc' }], select: { id: true, title: true, variant_title: true } }),
    rights: await moneyRights(tx, { orderId, staffId: by }),
  }));
  if (!order) throw notFound('order');
  const plan = (await askedOrNull(planRefund(ctx.admin, asked))) ?? (await planRefund(ctx.admin, { ...asked, units: [], shipping: false, amount: null }));
  const { room, earlier } = await ctx.tx(async (tx) => ({ room: await roomLeft(tx, worthOf(plan.order), rights.goodwill), earlier: await sentAgain(tx, orderId) }));
  const most = Math.min(plan.most, room.order.plain);
  const isThere = fits(plan, to) && plan.lines.every(({ lineId, amount }) => amount <= (room.lines.get(lineId)?.plain ?? 0));
  const said = plan.amount > 0 && plan.amount <= most && isThere;
  return {
    key: randomUUID(),
    currency: plan.order.currency,
    hasCustomer: order.customer_id !== null,
    units: lines.flatMap(({ id, title, variant_title }) => {
      const sold = plan.order.lines.find((line) => line.id === gid('LineItem', id));
      const left = sold ? sold.quantity - sold.gone : 0;
      const chosen = plan.lines.find(({ lineId }) => lineId === id);
      return left > 0 ? [{ id, title: titleOf({ title, variant_title }), left, chosen: chosen?.quantity ?? 0, amount: chosen?.amount ?? null }] : [];
    }),
    shippingLeft: plan.order.shipping?.left ?? 0,
    amount: plan.amount,
    most,
    sentAgain: earlier.map(({ lineId, ...rest }) => ({ ...rest, title: titleOf(lines.find(({ id }) => id === lineId)) })),
    back: plan.back.map(({ amount, arrival, name, paymentId }) => ({ amount, arrival, name, paymentId })),
    fits: plan.amount <= most && isThere,
    rights,
    sentence: said ? await refundSentence(ctx, { ticketId, orderId, to, amount: plan.amount, back: plan.back }) : null,
  };
}

function titleOf(line: { title: string; variant_title: string | null } | undefined): string {
  return [line?.title, line?.variant_title].filter(Boolean).join(', ');
}

/** What store credit of the shop's own would mean, before anybody clicks. */
export interface CreditPreview {
  key: string;
  currency: string;
  hasCustomer: boolean;
  rights: MoneyRights;
  sentence: string | null;
}

/** Shows what may be given of the shop's own and what may be said of it. */
export async function previewCredit(ctx: ShopContext, { ticketId, orderId, amount, by }: { ticketId: number; orderId: string; amount: number | null; by: string }): Promise<CreditPreview> {
  const found = await ctx.tx(async (tx) => ({
    order: await tx.orders.findFirst({ where: { id: orderId, deleted_at: null }, select: { customer_id: true, presentment_currency: true } }),
    rights: await moneyRights(tx, { orderId, staffId: by }),
  }));
  if (!found.order) throw notFound('order');
  const { customer_id, presentment_currency: currency } = found.order;
  return { key: randomUUID(), currency, hasCustomer: customer_id !== null, rights: found.rights, sentence: amount !== null && amount > 0 ? await creditSentence(ctx, { ticketId, orderId, amount }) : null };
}
