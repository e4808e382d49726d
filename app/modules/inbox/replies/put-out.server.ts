import type { ShopTx } from '#app/platform/db/database.server.ts';
import { domainOf } from '#app/platform/mail/ready-mail.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { queueMessage } from '#app/modules/outbox/index.server.ts';
import { partsOf } from '../ticket-page/ticket-parts.server.ts';
import type { TicketRow } from '../tickets/ticket-row.server.ts';
import { answerAddress } from './answer-address.ts';
import { threadHeaders } from './last-said.server.ts';
import { mailBody } from './reply-body.ts';
import { replyToken } from './reply-token.ts';
import { senderOf } from './sender-of.server.ts';

type Kept = NonNullable<Awaited<ReturnType<ShopTx['messages']['findFirst']>>>;

/** What says to other programs that a program wrote, so that none of them answers (RFC 3834; Exchange knows the second alone). */
const automatic = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' } as const;

interface Leaving {
  message: Kept;
  ticket: TicketRow;
  secret: string;
}

/** Puts a kept message into the outbox as the mailbox it speaks for, behind what it answers, under the name that answers to it will bear. */
export async function putOut(tx: ShopTx, shop: ShopContext['shop'], { message, ticket, secret }: Leaving): Promise<void> {
  const isAutomatic = message.kind === 'acknowledgement';
  const sender = await senderOf(tx, ticket.mailboxId);
  const token = replyToken(shop.id, { ticketId: ticket.id, sideId: message.side_id }, secret);
  const domain = sender === null ? new URL(shop.primaryUrl).hostname : domainOf(sender.address);
  const mailId = `<${token}.${message.id}@${domain}>`;
  const ticketIds = (await partsOf(tx, ticket.id)).map(({ id }) => id);
  const threading = await threadHeaders(tx, { ticketIds, sideId: message.side_id });
  const files = await tx.message_files.findMany({ where: { message_id: message.id }, orderBy: { position: 'asc' }, select: { file: true, filename: true, type: true } });
  const { id } = await queueMessage(tx, {
    channel: 'email',
    kind: isAutomatic ? 'inbox.acknowledgement' : message.side_id === null ? 'inbox.reply' : 'inbox.aside',
    reason: isAutomatic ? `A message came in as ticket ${ticket.id}.` : `Written in ticket ${ticket.id}.`,
    dedupeKey: `inbox:${message.id}`,
    to: message.to_addresses[0] ?? '',
    subject: message.subject,
    ...mailBody({ text: message.text, signature: message.signature, quoted: message.quoted, locale: message.locale }),
    locale: message.locale ?? 'en',
    ...(message.side_id === null ? await about(tx, ticket) : {}),
    headers: { ...threading, ...(isAutomatic ? automatic : {}), ...(sender === null ? {} : { 'Reply-To': answerAddress(sender, token) }) },
    letter: {
      from: { name: sender?.name ?? '', address: sender?.address ?? null },
      cc: message.cc_addresses,
      messageId: mailId,
      byHand: !isAutomatic,
      files: files.map(({ file, filename, type }) => ({ file, filename: filename ?? '', type })),
    },
  });
  const references = threading['References']?.split(' ') ?? [];
  await tx.messages.updateMany({ where: { id: message.id }, data: { outbox_id: BigInt(id), mail_id: mailId, references_ids: references } });
}

/** The customer whose story it is part of, and the order, where the ticket is about one. */
async function about(tx: ShopTx, ticket: TicketRow): Promise<{ customerId: string | null; orderId: string | null }> {
  const customer = await tx.handles.findFirst({ where: { person_id: ticket.personId, kind: 'customer', unlinked_at: null, confidence: 'sure' }, select: { value: true } });
  const orders = await tx.ticket_orders.findMany({ where: { ticket_id: ticket.id }, select: { order_id: true }, take: 2 });
  return { customerId: customer?.value ?? null, orderId: orders.length === 1 ? (orders[0]?.order_id ?? null) : null };
}
