import { notFound } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { ticketNumber } from '../ticket-page/ticket-number.ts';
import { approveReturn } from './approve-return.server.ts';
import { beginReturn } from './begin-return.server.ts';
import { cancelOrder } from './cancel-order.server.ts';
import { changeAddress } from './change-address.server.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { giveCredit } from './give-credit.server.ts';
import { giveDiscount } from './give-discount.server.ts';
import { readDeedClicked } from './read-deed.ts';
import { refundOrder } from './refund-order.server.ts';
import { reshipOrder } from './reship-order.server.ts';
import { resendMail } from './resend-mail.server.ts';
import { tagOrder } from './tag-order.server.ts';

/** Where a deed is asked for, and by whom. */
export interface At {
  /** The ticket's number as the address has it. */
  id: string;
  /** Null: nobody of the staff, who may do nothing here. */
  staffId: string | null;
  /** Where the customer of an order sees how it stands. */
  trackingUrl(orderId: string): string;
}

/** Does something beside a ticket, once a click, within what whoever clicked may do. */
export async function doDeed(ctx: ShopContext, { id, staffId, trackingUrl, form }: At & { form: FormData }): Promise<DeedAnswer> {
  const ticketId = await heldTicket(ctx, id);
  if (staffId === null) return { is: 'forbidden' };
  const clicked = readDeedClicked(form);
  if ('invalid' in clicked) return { is: 'invalid', fields: clicked.invalid };
  const click = { ticketId, orderId: clicked.order, key: clicked.key, by: staffId };
  switch (clicked.deed) {
    case 'refund':
      return refundOrder(ctx, { ...clicked, ...click });
    case 'gift':
      return giveCredit(ctx, { ...click, amount: clicked.amount ?? 0, notify: clicked.notify });
    case 'discount':
      return giveDiscount(ctx, { ...click, as: clicked.as, value: clicked.value ?? 0, days: clicked.days ?? 0 });
    case 'cancel':
      return cancelOrder(ctx, { ...clicked, ...click });
    case 'address': {
      const { firstName, lastName, company, address1, address2, city, provinceCode, zip, phone, shown } = clicked;
      return changeAddress(ctx, { ...click, address: { firstName, lastName, company, address1, address2, city, provinceCode, zip, phone }, shown });
    }
    case 'approve':
      return approveReturn(ctx, { ...click, returnId: clicked.return, notify: clicked.notify });
    case 'return': {
      const { lines, typed, way, refund, owed, bonus, currency } = clicked;
      return beginReturn(ctx, { ...click, lines, typed, way, shown: { refund, owed, bonus, currency }, trackingUrl });
    }
    case 'reship':
      return reshipOrder(ctx, { ...clicked, ...click });
    case 'resend':
      return resendMail(ctx, { ...click, messageId: clicked.message, to: clicked.to });
    case 'tag':
      return tagOrder(ctx, { ...click, tag: clicked.tag });
  }
}

/** The ticket that an address names; throws where the shop has none of it. */
export async function heldTicket(ctx: ShopContext, id: string): Promise<number> {
  const ticketId = ticketNumber(id);
  if ((await ctx.tx((tx) => tx.tickets.count({ where: { id: ticketId } }))) === 0) throw notFound('ticket');
  return ticketId;
}
