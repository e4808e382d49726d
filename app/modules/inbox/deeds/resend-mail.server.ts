import { randomUUID } from 'node:crypto';
import { notFound } from '#app/kernel/errors.ts';
import { queueMessage } from '#app/modules/outbox/index.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { handlesOf } from '../people/handle-row.server.ts';
import { ordersOfPerson } from '../people/orders-of-person.server.ts';
import type { DeedAnswer } from './deed-answer.ts';
import { deedSentences, localeOf } from './sentences.server.ts';
import type { OrderClick } from './tag-order.server.ts';
import { tellDeed } from './told-in-ticket.server.ts';

/** Mails about an order that may be sent again, and whereto. */
export interface ResendPreview {
  key: string;
  mails: { id: string; kind: string; subject: string; to: string; at: Date; sentence: string }[];
  /** Further addresses that are surely of the order's own customer. */
  addresses: string[];
  maySend: boolean;
}

const most = 20;
const sendable = { channel: 'email', secret: false, state: { in: ['sent', 'failed', 'unknown'] }, recipient: { not: '' }, kind: { not: { startsWith: 'inbox.' } } };

/** Which mails may be sent again. */
export function previewResend(ctx: ShopContext, { ticketId, orderId, by }: Pick<OrderClick, 'by' | 'orderId' | 'ticketId'>): Promise<ResendPreview> {
  return ctx.tx(async (tx) => {
    const mails = await tx.outbox.findMany({ where: { ...sendable, order_id: orderId }, orderBy: { id: 'desc' }, take: most, select: { id: true, kind: true, subject: true, recipient: true, sent_at: true, created_at: true } });
    const { t } = deedSentences(await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }));
    return {
      key: randomUUID(),
      mails: mails.map(({ id, kind, subject, recipient, sent_at, created_at }) => ({ id: String(id), kind, subject: subject ?? '', to: recipient, at: sent_at ?? created_at, sentence: t('resend', { subject: subject ?? '' }) })),
      addresses: await addressesOf(tx, ticketId, orderId),
      maySend: await mayStaff(tx, by, 'approve'),
    };
  });
}

/** Sends a mail about an order once more, as it was written: to where it went, or to another address that is surely the customer's. */
export function resendMail(ctx: ShopContext, { ticketId, orderId, key, by, messageId, to }: OrderClick & { messageId: string; to: string | null }): Promise<DeedAnswer> {
  return ctx.tx(async (tx) => {
    if (!(await mayStaff(tx, by, 'approve'))) return { is: 'forbidden' };
    const mail = await tx.outbox.findFirst({ where: { ...sendable, id: BigInt(messageId), order_id: orderId } });
    if (!mail) throw notFound('message');
    if (to !== null && to !== mail.recipient && !(await addressesOf(tx, ticketId, orderId)).includes(to)) return { is: 'invalid', fields: ['to'] };
    const subject = mail.subject ?? '';
    const again = await queueMessage(tx, {
      channel: 'email', kind: 'again.by_hand', reason: `${mail.reason} Sent again by staff.`, to: to ?? mail.recipient, locale: mail.locale, subject, text: mail.text_body, html: mail.html_body,
      orderId, customerId: mail.customer_id, urgent: true, dedupeKey: `again:${key}`,
    });
    if (again.isNew) await tellDeed(tx, { ticketId, act: 'resend', orderId, actor: by, key, ref: messageId }, ctx.clock.now());
    const { t } = deedSentences(await localeOf(tx, { ticketId, orderId, shopLocales: ctx.shop.locales }));
    return { is: 'done', sentence: t('resend', { subject }) };
  });
}

/** Nothing of an order goes to anybody but its own customer, whoever asks. */
async function addressesOf(tx: ShopTx, ticketId: number, orderId: string): Promise<string[]> {
  const ticket = await tx.tickets.findFirst({ where: { id: ticketId }, select: { person_id: true } });
  if (!ticket) return [];
  const isTheirs = (await ordersOfPerson(tx, ticket.person_id, 200)).some(({ id, isTheirs: theirs }) => theirs && id === orderId);
  return isTheirs ? (await handlesOf(tx, ticket.person_id)).filter(({ kind, confidence }) => kind === 'email' && confidence === 'sure').map(({ value }) => value) : [];
}
