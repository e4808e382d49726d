import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { SpamSignName } from '../reading/spam-signs.ts';
import { noteWords } from '../search/note-words.server.ts';
import { wordsSaid } from '../search/words-of.ts';
import { withdrawLater } from '../replies/withdraw-later.server.ts';
import { lockRoot } from './lock-root.server.ts';
import { readHere } from './read-here.server.ts';
import { ticketMoved } from './ticket-moved.server.ts';
import { noteTicketEvent } from './ticket-events.server.ts';
import { previewOf } from './preview.server.ts';
import { afterOthersWrote, afterShopWrote, isDone, type PlacedBy, type TicketState } from './ticket.ts';

/** Something said in a ticket, ready to be kept. */
export interface NewMessage {
  direction: 'in' | 'out' | 'note';
  channel: string;
  author: 'person' | 'staff' | 'app' | 'third';
  authorId?: string | null;
  authorName?: string;
  sideId?: string | null;
  from?: string | null;
  to?: readonly string[];
  cc?: readonly string[];
  subject?: string;
  /** What its writer newly wrote. */
  text: string;
  quoted?: string;
  signature?: string;
  /** Sanitised already. */
  html?: string | null;
  hasRemote?: boolean;
  locale?: string | null;
  kind?: 'mail' | 'bounce' | 'auto_reply' | 'complaint' | 'spam' | 'acknowledgement';
  unanswered?: string | null;
  verified?: 'yes' | 'no' | 'unknown';
  spamScore?: number;
  /** Why it was kept apart as spam, where it was. */
  spamSigns?: readonly SpamSignName[];
  placedBy: PlacedBy;
  mailId?: string | null;
  references?: readonly string[];
  dedupeKey?: string | null;
  rawFile?: string | null;
  warnings?: readonly string[];
  bouncedMessageId?: bigint | null;
  happenedAt?: Date;
  sendAt?: Date | null;
  mentions?: readonly string[];
}

export interface AddedMessage {
  id: bigint;
  /** False where this very message is there already; nothing was changed then. */
  isNew: boolean;
}

/**
 * Keeps what was said in a ticket, once per dedupe key, and moves the ticket as its words do; what is still to leave (`sendAt`) moves it once it left.
 * The ticket is locked until the transaction ends. What is said in one that was merged is said where it is read.
 */
export async function addMessage(tx: ShopTx, ticketId: number, message: NewMessage, now: Date): Promise<AddedMessage> {
  const ticket = await lockRoot(tx, ticketId);
  if (!ticket) throw new Error(`There is no ticket ${ticketId}.`);
  const [added] = await tx.messages.createManyAndReturn({ data: [rowOf(ticket.id, message, now)], skipDuplicates: true, select: { id: true } });
  if (!added) {
    const known = await tx.messages.findFirst({ where: { dedupe_key: message.dedupeKey ?? '' }, select: { id: true } });
    if (!known) throw new Error('A message was neither kept nor known.');
    return { id: known.id, isNew: false };
  }
  await noteWords(tx, ticket.id, wordsSaid(message));
  if (message.sendAt) await noteWaiting(tx, ticket.id, now);
  else await moveTicket(tx, ticket.id, ticket.state, message, now);
  return { id: added.id, isNew: true };
}

/**
 * What waited has left: from now on it is said, and moves its ticket. The ticket is locked until the transaction ends. Where its customer wrote while it was
 * on its way, it answers only what was there as it was written: they wait on. Answers whether it is the last word.
 */
export async function messageLeft(tx: ShopTx, messageId: bigint, now: Date): Promise<boolean> {
  const [left] = await tx.messages.updateManyAndReturn({ where: { id: messageId, direction: 'out' }, data: { send_at: null, happened_at: now } });
  const ticket = left && (await lockRoot(tx, left.ticket_id));
  if (!left || !ticket) throw new Error(`No message ${messageId} waited.`);
  const meanwhile = await firstWordAfter(tx, ticket.id, messageId);
  const waitsSince = left.side_id === null ? meanwhile : null;
  if (waitsSince) await tx.messages.updateMany({ where: { id: messageId }, data: { happened_at: left.created_at } });
  const said = { direction: 'out', author: 'staff', authorId: left.author_id, sideId: left.side_id, text: left.text, writtenAt: left.created_at } as const;
  await moveTicket(tx, left.ticket_id, ticket.state, { ...said, waitsSince }, now);
  return meanwhile === null;
}

/** When the customer of a conversation first said something after a message of ours was written; null: they did not. */
async function firstWordAfter(tx: ShopTx, ticketId: number, messageId: bigint): Promise<Date | null> {
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    ${readHere(ticketId)}
    select min(created_at) as at from messages
     where ticket_id in (select id from read_here) and id > ${messageId} and side_id is null and direction = 'in' and author = 'person' and kind = 'mail'`;
  return row?.at ?? null;
}

/** What waits to leave is not said yet: the customer waits as before. */
async function noteWaiting(tx: ShopTx, ticketId: number, now: Date): Promise<void> {
  await tx.tickets.updateMany({ where: { id: ticketId }, data: { version: { increment: 1 }, purged_at: null } });
  await ticketMoved(tx, ticketId, now);
}

interface Said extends Pick<NewMessage, 'direction' | 'author' | 'authorId' | 'sideId' | 'kind' | 'text'> {
  /** Since when the customer waits for another answer than this. */
  waitsSince?: Date | null;
  writtenAt?: Date;
}

async function moveTicket(tx: ShopTx, ticketId: number, from: TicketState, message: Said, now: Date): Promise<void> {
  const { waitsSince = null } = message;
  const at = waitsSince === null ? now : (message.writtenAt ?? now);
  const isTalk = message.direction !== 'note' && !message.sideId && (message.kind ?? 'mail') === 'mail';
  const speaks = isTalk && message.author === 'person' ? 'customer' : isTalk && message.author === 'staff' ? 'shop' : null;
  // Whoever was asked beside the ticket answers it: where it waits for somebody else meanwhile, nobody would see that.
  const isAnswer = message.direction === 'in' && message.author === 'third' && (message.kind ?? 'mail') === 'mail';
  const to = speaks === 'customer' || isAnswer ? afterOthersWrote(from) : speaks === 'shop' ? (waitsSince === null ? afterShopWrote(from) : from === 'new' ? 'open' : from) : from;
  // A list shows what customer and shop said to one another.
  const isHidden = message.direction === 'note' || message.sideId || message.kind === 'acknowledgement' || waitsSince !== null;
  const preview = isHidden ? null : previewOf(message.text);
  await tx.$executeRaw`
    update tickets set message_count = message_count + 1, version = version + 1, purged_at = null, last_message_at = greatest(last_message_at, ${at}),
           preview = coalesce(${preview}, preview), last_from = coalesce(${waitsSince === null ? speaks : null}, last_from), state = ${to},
           waiting_since = case ${speaks} when 'customer' then coalesce(waiting_since, ${now}) when 'shop' then ${waitsSince}::timestamptz else waiting_since end,
           first_reply_at = case ${speaks} when 'shop' then coalesce(first_reply_at, ${at}) else first_reply_at end,
           snoozed_until = case when ${to} = 'snoozed' then snoozed_until end,
           solved_at = case when ${to} in ('solved', 'closed') then solved_at end,
           closed_at = case when ${to} = 'closed' then closed_at end,
           reopened = reopened + case when ${from} in ('solved', 'closed') and ${to} = 'open' then 1 else 0 end
     where id = ${ticketId}`;
  if (speaks === 'customer') await withdrawLater(tx, ticketId, now);
  if (to !== from) {
    if (isDone(from)) await noteTicketEvent(tx, { ticketId, type: 'reopened', data: { from }, actor: null, now });
    else await noteTicketEvent(tx, { ticketId, type: 'state', data: { from, to }, actor: message.author === 'staff' ? (message.authorId ?? null) : null, now });
  }
  await ticketMoved(tx, ticketId, now);
}

function rowOf(ticketId: number, message: NewMessage, now: Date) {
  return {
    ticket_id: ticketId,
    side_id: message.sideId ?? null,
    direction: message.direction,
    channel: message.channel,
    author: message.author,
    author_id: message.authorId ?? null,
    author_name: message.authorName ?? '',
    from_address: message.from ?? null,
    to_addresses: [...(message.to ?? [])],
    cc_addresses: [...(message.cc ?? [])],
    subject: message.subject ?? '',
    text: message.text,
    quoted: message.quoted ?? '',
    signature: message.signature ?? '',
    html: message.html ?? null,
    has_remote: message.hasRemote ?? false,
    locale: message.locale ?? null,
    kind: message.kind ?? 'mail',
    unanswered: message.unanswered ?? null,
    verified: message.verified ?? 'unknown',
    spam_score: message.spamScore ?? 0,
    spam_signs: [...(message.spamSigns ?? [])],
    placed_by: message.placedBy,
    mail_id: message.mailId ?? null,
    references_ids: [...(message.references ?? [])],
    dedupe_key: message.dedupeKey ?? null,
    raw_file: message.rawFile ?? null,
    warnings: [...(message.warnings ?? [])],
    bounced_message_id: message.bouncedMessageId ?? null,
    happened_at: message.happenedAt ?? now,
    created_at: now,
    send_at: message.sendAt ?? null,
    mentions: [...(message.mentions ?? [])],
  };
}
