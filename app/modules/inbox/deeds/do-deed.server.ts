import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { ticketNumber } from '../ticket-page/ticket-number.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { giveCredit } from './give-credit.server.ts';
import { previewCredit, previewRefund, type CreditPreview, type RefundPreview } from './preview-refund.server.ts';
import { readDeedAsked, readDeedClicked } from './read-deed.ts';
import { refundOrder } from './refund-order.server.ts';

/** What a dialog shows before the click. */
export type DeedPreview = ({ deed: 'refund' } & RefundPreview) | ({ deed: 'gift' } & CreditPreview);

interface At {
  /** The ticket's number as the address has it. */
  id: string;
  /** Who asks; null: nobody of the staff, who may do nothing here. */
  staffId: string | null;
}

/** What would come of something done beside a ticket. Null for who is nobody of the staff. */
export async function previewDeed(ctx: ShopContext, { id, staffId, query }: At & { query: URLSearchParams }): Promise<DeedPreview | null> {
  const ticketId = await heldTicket(ctx, id);
  if (staffId === null) return null;
  const asked = readDeedAsked(query);
  if (!asked) throw notFound('deed');
  const about = { ticketId, orderId: asked.order, by: staffId };
  return asked.deed === 'refund' ? { deed: 'refund', ...(await previewRefund(ctx, { ...about, ...asked })) } : { deed: 'gift', ...(await previewCredit(ctx, { ...about, amount: asked.amount })) };
}

/** Does something beside a ticket, once a click, within what whoever clicked may do. */
export async function doDeed(ctx: ShopContext, { id, staffId, form }: At & { form: FormData }): Promise<DeedAnswer> {
  const ticketId = await heldTicket(ctx, id);
  if (staffId === null) return { is: 'forbidden' };
  const clicked = readDeedClicked(form);
  if ('invalid' in clicked) return { is: 'invalid', fields: clicked.invalid };
  const about = { ticketId, orderId: clicked.order, by: staffId };
  return clicked.deed === 'refund' ? refundOrder(ctx, { ...about, ...clicked }) : giveCredit(ctx, { ...about, ...clicked, amount: clicked.amount ?? 0 });
}

async function heldTicket(ctx: ShopContext, id: string): Promise<number> {
  const ticketId = ticketNumber(id);
  if ((await ctx.tx((tx) => tx.tickets.count({ where: { id: ticketId } }))) === 0) throw notFound('ticket');
  return ticketId;
}
