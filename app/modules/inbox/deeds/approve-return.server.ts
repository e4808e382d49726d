import { randomUUID } from 'node:crypto';
import { notFound } from '#app/kernel/errors.ts';
import { actOnReturn } from '#app/modules/returns/index.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { deedSentences, localeOf } from './sentences.server.ts';
import type { OrderClick } from './tag-order.server.ts';
import { tellDeed } from './told-in-ticket.server.ts';

/** Returns of an order that wait for somebody to decide. */
export interface ApprovePreview {
  key: string;
  returns: { id: string; name: string; items: number; sentence: string }[];
  mayApprove: boolean;
}

/** Which returns of an order may be approved, and what is said of each. */
export function previewApprove(ctx: ShopContext, { ticketId, orderId, by }: Pick<OrderClick, 'by' | 'orderId' | 'ticketId'>): Promise<ApprovePreview> {
  return ctx.tx(async (tx) => {
    const rows = await tx.returns.findMany({ where: { order_id: orderId, status: 'requested' }, orderBy: { created_at: 'asc' }, select: { id: true, name: true, total_quantity: true } });
    const { t } = deedSentences(await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }));
    const order = await tx.orders.findFirst({ where: { id: orderId }, select: { name: true } });
    if (!order) throw notFound('order');
    return { key: randomUUID(), returns: rows.map(({ id, name, total_quantity }) => ({ id, name, items: total_quantity, sentence: t('approve', { name, order: order.name }) })), mayApprove: await mayStaff(tx, by, 'approve') };
  });
}

/** Approves a return that its customer asked for; the ticket tells of it once. */
export async function approveReturn(ctx: ShopContext, { ticketId, orderId, key, by, returnId, notify }: OrderClick & { returnId: string; notify: boolean }): Promise<DeedAnswer> {
  const found = await ctx.tx((tx) => tx.returns.findFirst({ where: { id: returnId, order_id: orderId }, select: { name: true } }));
  if (!found) throw notFound('return');
  const answer = await actOnReturn(ctx, { returnId, key, by, input: { act: 'approve', notify } });
  switch (answer.is) {
    case 'done':
      return { is: 'done', sentence: await tell(found.name) };
    case 'already':
    case 'moved':
      return { is: 'moved' };
    case 'underway':
    case 'unclear':
      return { is: 'running' };
    case 'refused':
      return { is: 'refused', message: answer.message };
    case 'failed':
      return { is: 'refused', message: null };
    case 'forbidden':
    case 'invalid':
      return answer;
  }

  /** A second click is answered as the first, and tells nothing more. */
  function tell(name: string): Promise<string> {
    return ctx.tx(async (tx) => {
      await tx.$queryRaw`select from tickets where id = ${ticketId} for update`;
      const told = await tx.ticket_events.count({ where: { ticket_id: ticketId, type: 'acted', data: { path: ['ref'], equals: returnId } } });
      if (told === 0) await tellDeed(tx, { ticketId, act: 'approve', isInStory: true, orderId, actor: by, key, ref: returnId }, ctx.clock.now());
      const { t } = deedSentences(await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }));
      const order = await tx.orders.findFirstOrThrow({ where: { id: orderId }, select: { name: true } });
      return t('approve', { name, order: order.name });
    });
  }
}
