import { randomUUID } from 'node:crypto';
import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { cut } from '#app/kernel/text.ts';
import { partsOf } from '../ticket-page/ticket-parts.server.ts';
import type { TicketRow } from '../tickets/ticket-row.server.ts';
import type { KnownWords } from './drafts/is-seen.ts';
import { fileLimits } from './drafts/put-draft-file.server.ts';
import { goesAlong } from './goes-along.ts';
import { lastSaid } from './last-said.server.ts';
import { post, postedBefore } from './post.server.ts';
import { passedOn, quoteOf } from './reply-body.ts';
import { asQuoted, lockedTicket, longestReply, recipients, type Replied, type ReplyProblem } from './reply.server.ts';
import { senderOf } from './sender-of.server.ts';
import { answerSubject } from './subject-of.ts';
import { whatIsNew } from './what-is-new.server.ts';
import { staffWriter } from './writer.server.ts';

interface Writing {
  ticketId: number;
  by: string;
  requestKey: string;
  text: string;
  cc?: readonly string[];
  files?: readonly string[];
  /** What the draft was written on. */
  known?: KnownWords;
  /** Where the ticket stands from then on; null: as before. */
  afterwards?: 'waiting_third' | null;
}

/** The first word to a third party. */
export interface Aside extends Writing {
  to: string;
  /** Null: the ticket's. */
  subject?: string | null;
  /** A message of the conversation that is passed on, with its files; null: none. */
  forwards?: string | null;
  /** Those of its files that stay behind. */
  without?: readonly string[];
}

/** Begins a conversation beside the ticket's own, with a carrier, a supplier or whoever else; what they answer is read in the ticket, and the customer does not see it. Whatever that one speaks, it is in the shop's own language. */
export function writeAside(ctx: ShopContext, { to, subject = null, forwards = null, without = [], ...writing }: Aside): Promise<Replied> {
  return aside(ctx, writing, async (tx, { ticket, ticketIds }) => {
    const message = forwards === null ? null : await messageOf(tx, ticketIds, forwards);
    const named = await recipients(tx, { by: writing.by, now: ctx.clock.now(), wished: to, cc: writing.cc ?? [] });
    if ('why' in named) return { why: named.why };
    // Of which nothing is said is no conversation.
    if (message === null && writing.text.trim() === '' && (writing.files ?? []).length === 0) return { why: 'empty' };
    const line = cut(subject?.trim() || message?.subject || ticket.subject, 500);
    const id = randomUUID();
    await tx.side_conversations.create({ data: { id, ticket_id: ticket.id, subject: line, address: named.to[0] ?? '', started_by: writing.by, started_at: ctx.clock.now() } });
    return { sideId: id, named, subject: message ? `Fwd: ${line}` : line, quoted: message ? passedOn({ name: message.author_name, address: message.from_address ?? '', at: message.happened_at, subject: message.subject, text: [message.text, message.quoted].filter(Boolean).join('\n\n') }, readerOf(ctx)) : '', copies: message && { from: message.id, without } };
  });
}

/** Goes on with a conversation beside the ticket's own. Where its other end said something that its writer has not seen, it is refused with that. */
export function replyAside(ctx: ShopContext, { sideId, seen, ...writing }: Writing & { sideId: string; seen: string | null }): Promise<Replied> {
  return aside(ctx, writing, async (tx, { ticketIds }) => {
    const side = await tx.side_conversations.findFirst({ where: { id: sideId, ticket_id: { in: [...ticketIds] } } });
    if (!side) throw notFound('conversation');
    const news = await whatIsNew(tx, { ticketIds, sideId, seen: BigInt(seen ?? 0), by: writing.by });
    if (news.length > 0) return { news };
    const last = await lastSaid(tx, { ticketIds, sideId });
    const named = await recipients(tx, { by: writing.by, now: ctx.clock.now(), wished: last?.from ?? side.address, cc: writing.cc ?? [] });
    if ('why' in named) return { why: named.why };
    const quoted = last === null ? '' : quoteOf(asQuoted(last), readerOf(ctx));
    return { sideId, named, subject: answerSubject(last?.subject || side.subject), quoted, copies: null };
  });
}

/** Somebody the shop works with. */
const readerOf = ({ shop }: ShopContext) => ({ locale: shop.locales[0] ?? null, zone: shop.ianaTimezone });

type Planned =
  | { why: ReplyProblem }
  | { news: Awaited<ReturnType<typeof whatIsNew>> }
  | { sideId: string; named: { to: string[]; cc: string[] }; subject: string; quoted: string; copies: { from: bigint; without: readonly string[] } | null };

function aside(ctx: ShopContext, { ticketId, by, requestKey, text, files = [], known = null, afterwards = null }: Writing, plan: (tx: ShopTx, at: { ticket: TicketRow; ticketIds: readonly number[] }) => Promise<Planned>): Promise<Replied> {
  return ctx.tx(async (tx) => {
    const ticket = await lockedTicket(tx, ticketId);
    const before = await postedBefore(tx, requestKey);
    if (before) return before;
    if (text.length > longestReply) return { is: 'refused', why: 'too_long' };
    const planned = await plan(tx, { ticket, ticketIds: (await partsOf(tx, ticket.id)).map(({ id }) => id) });
    if ('why' in planned) return { is: 'refused', why: planned.why };
    if ('news' in planned) return { is: 'collision', news: planned.news };
    const { sideId, named, subject, quoted, copies } = planned;
    if (text.trim() === '' && files.length === 0 && quoted === '') return { is: 'refused', why: 'empty' };
    const sender = await senderOf(tx, ticket.mailboxId);
    const writer = await staffWriter(tx, by);
    const posted = await post(tx, {
      ticketId: ticket.id, askedIn: ticketId, by, requestKey, mode: 'forward', files, known, sendAt: null, afterwards,
      message: { sideId, authorName: writer.name, from: sender?.address ?? null, ...named, subject, text: text.trim(), quoted, signature: writer.signature, locale: readerOf(ctx).locale },
    }, ctx.clock.now());
    if (copies !== null) await passOnFiles(tx, { ...copies, to: BigInt(posted.messageId), after: files.length });
    return posted;
  });
}

async function messageOf(tx: ShopTx, ticketIds: readonly number[], id: string) {
  const message = await tx.messages.findFirst({ where: { id: /^\d{1,18}$/.test(id) ? BigInt(id) : -1n, ticket_id: { in: [...ticketIds] }, direction: { in: ['in', 'out'] } } });
  if (!message) throw notFound('message');
  return message;
}

/** What came with a mail goes on with it, as far as one mail may carry; the bytes lie in the store once. */
async function passOnFiles(tx: ShopTx, { from, without, to, after }: { from: bigint; without: readonly string[]; to: bigint; after: number }): Promise<void> {
  const files = await tx.message_files.findMany({ where: { message_id: from, id: { notIn: [...without] } }, orderBy: { position: 'asc' } });
  const own = await tx.message_files.aggregate({ where: { message_id: to }, _sum: { size: true } });
  let room = fileLimits.bytes - (own._sum.size ?? 0);
  const carried = files
    .filter(({ content_id, size }) => goesAlong({ isInline: content_id !== null, size }))
    .slice(0, fileLimits.count)
    .filter(({ size }) => (room -= size) >= 0);
  await tx.message_files.createMany({ data: carried.map(({ filename, type, size, sha256, file }, at) => ({ id: randomUUID(), message_id: to, position: after + at, filename, type, size, sha256, file })) });
}
