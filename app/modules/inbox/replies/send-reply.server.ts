import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { domainOf } from '#app/platform/mail/ready-mail.ts';
import { queueMessage } from '#app/modules/outbox/index.server.ts';
import { partsOf, rootOf } from '../ticket-page/ticket-parts.server.ts';
import { messageLeft } from '../tickets/add-message.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import { readTicketRow, type TicketRow } from '../tickets/ticket-row.server.ts';
import { answerAddress } from './answer-address.ts';
import { sendReplyJob, sendReplyKey } from './jobs.ts';
import { threadHeaders } from './last-said.server.ts';
import { mailBody } from './reply-body.ts';
import { replyToken } from './reply-token.ts';
import { senderOf } from './sender-of.server.ts';

type Waiting = NonNullable<Awaited<ReturnType<ShopTx['messages']['findFirst']>>>;

/** Lets a message leave whose time has come, unless it was taken back; whoever asks twice is told of one. From then on it is said. */
export function sendReply(ctx: ShopContext, secret: string, { messageId, afterwards }: { messageId: string; afterwards: 'solved' | 'waiting_third' | 'open' | null }): Promise<void> {
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const id = BigInt(messageId);
    const found = await tx.messages.findFirst({ where: { id }, select: { ticket_id: true } });
    const rootId = found && (await rootOf(tx, found.ticket_id));
    if (!rootId) return;
    await tx.$queryRaw`select from tickets where id = ${rootId} for update`;
    // A ticket that was merged since is written in no more.
    await tx.messages.updateMany({ where: { id, send_at: { not: null } }, data: { ticket_id: rootId } });
    const message = await tx.messages.findFirst({ where: { id, send_at: { not: null }, withdrawn_at: null, outbox_id: null } });
    const ticket = await readTicketRow(tx, rootId);
    if (!message?.send_at || !ticket) return;
    if (message.send_at > now) return enqueue(tx, sendReplyJob, { messageId, afterwards }, { key: sendReplyKey(id), runAt: message.send_at });
    await putOut(tx, ctx.shop, { message, ticket, secret });
    await messageLeft(tx, id, now);
    if (afterwards !== null) await changeTicket(tx, { ticketId: rootId, changes: { state: afterwards }, actor: message.author_id, now });
  });
}

interface Leaving {
  message: Waiting;
  ticket: TicketRow;
  secret: string;
}

/** Puts a kept message into the outbox as the mailbox it speaks for, behind what it answers, under the name that answers to it will bear. */
async function putOut(tx: ShopTx, shop: ShopContext['shop'], { message, ticket, secret }: Leaving): Promise<void> {
  const sender = await senderOf(tx, ticket.mailboxId);
  const token = replyToken(shop.id, { ticketId: ticket.id, sideId: message.side_id }, secret);
  const domain = sender === null ? new URL(shop.primaryUrl).hostname : domainOf(sender.address);
  const mailId = `<${token}.${message.id}@${domain}>`;
  const ticketIds = (await partsOf(tx, ticket.id)).map(({ id }) => id);
  const threading = await threadHeaders(tx, { ticketIds, sideId: message.side_id });
  const files = await tx.message_files.findMany({ where: { message_id: message.id }, orderBy: { position: 'asc' }, select: { file: true, filename: true, type: true } });
  const { id } = await queueMessage(tx, {
    channel: 'email',
    kind: message.side_id === null ? 'inbox.reply' : 'inbox.aside',
    reason: `Written in ticket ${ticket.id}.`,
    dedupeKey: `inbox:${message.id}`,
    to: message.to_addresses[0] ?? '',
    subject: message.subject,
    ...mailBody({ text: message.text, signature: message.signature, quoted: message.quoted, locale: message.locale }),
    locale: message.locale ?? 'en',
    ...(message.side_id === null ? await about(tx, ticket) : {}),
    headers: { ...threading, ...(sender === null ? {} : { 'Reply-To': answerAddress(sender, token) }) },
    letter: {
      from: { name: sender?.name ?? '', address: sender?.address ?? null },
      cc: message.cc_addresses,
      messageId: mailId,
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
