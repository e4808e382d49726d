import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { bouncedSince, liftSuppression } from '#app/modules/outbox/index.server.ts';
import { readEmailAddress } from '#app/platform/mail/email-address.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { ownAddresses } from '../intake/own-addresses.server.ts';
import { partsOf } from '../ticket-page/ticket-parts.server.ts';
import { lockRoot } from '../tickets/lock-root.server.ts';
import { readTicketRow, type TicketRow } from '../tickets/ticket-row.server.ts';
import { lastSaid, type LastSaid } from './last-said.server.ts';
import type { KnownWords } from './drafts/is-seen.ts';
import { post, postedBefore, type Posted } from './post.server.ts';
import { quoteOf } from './reply-body.ts';
import { senderOf } from './sender-of.server.ts';
import { answerSubject } from './subject-of.ts';
import { whatIsNew, type NewWord } from './what-is-new.server.ts';
import { staffWriter } from './writer.server.ts';

/** An answer to a ticket's customer, as somebody wrote it. */
export interface Reply {
  ticketId: number;
  /** The staff member. */
  by: string;
  /** Made with the form: two clicks are one answer. */
  requestKey: string;
  text: string;
  /** To whom; null: to where the ticket's own person last wrote from, whoever else spoke since. */
  to?: string | null;
  cc?: readonly string[];
  /** Files of the draft, by their ids. */
  files?: readonly string[];
  /** What the draft was written on. */
  known?: KnownWords;
  /** The newest message of the conversation that its writer saw; null: none. */
  seen: string | null;
  /** The tickets it was read in, the ticket's own and those merged into it; null: not known. */
  parts?: readonly number[] | null;
  /** Later than at once; it withdraws itself where the customer writes first. */
  sendAt?: Date | null;
  afterwards?: 'solved' | null;
}

export type ReplyProblem = 'empty' | 'too_long' | 'no_address' | 'address' | 'own_address' | 'nobody_there' | 'too_many_copies' | 'taken_back';

export type Replied = Posted | { is: 'collision'; news: NewWord[] } | { is: 'refused'; why: ReplyProblem };

export const longestReply = 100_000;
const mostCopies = 10;

/**
 * Answers a ticket's customer from the mailbox they wrote to. It waits as long as it may be taken back, then leaves; nothing of the ticket moves
 * before. Where something was said that its writer has not seen, it is refused with that.
 */
export function reply(ctx: ShopContext, { ticketId, by, requestKey, text, to = null, cc = [], files = [], known = null, seen, parts = null, sendAt = null, afterwards = null }: Reply): Promise<Replied> {
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const ticket = await lockedTicket(tx, ticketId);
    const before = await postedBefore(tx, requestKey);
    if (before) return before;
    if (text.trim() === '' && files.length === 0) return { is: 'refused', why: 'empty' };
    if (text.length > longestReply) return { is: 'refused', why: 'too_long' };
    const ticketIds = (await partsOf(tx, ticket.id)).map(({ id }) => id);
    const news = await whatIsNew(tx, { ticketIds, sideId: null, seen: BigInt(seen ?? 0), by, parts });
    if (news.length > 0) return { is: 'collision', news };
    const last = await lastSaid(tx, { ticketIds, sideId: null });
    const named = await recipients(tx, { by, now, wished: to ?? (await whereTheyWrite(tx, { ticketIds, personId: ticket.personId })) ?? last?.from ?? null, cc });
    if ('why' in named) return { is: 'refused', why: named.why };
    // Nobody is shown what somebody else wrote.
    const answered = await lastSaid(tx, { ticketIds, sideId: null }, [...named.to, ...named.cc]);
    const sender = await senderOf(tx, ticket.mailboxId);
    const writer = await staffWriter(tx, by);
    const locale = ticket.locale ?? last?.locale ?? null;
    return post(tx, {
      ticketId: ticket.id, askedIn: ticketId, by, requestKey, mode: 'reply', files, known, sendAt, afterwards,
      message: {
        authorName: writer.name, from: sender?.address ?? null, ...named, subject: last === null ? ticket.subject : answerSubject(last.subject || ticket.subject), text: text.trim(),
        quoted: answered === null ? '' : quoteOf(asQuoted(answered), { locale, zone: ctx.shop.ianaTimezone }), signature: writer.signature, locale,
      },
    }, now);
  });
}

/** The ticket that is written in, which is not the one that was merged into it; locked until the transaction ends. */
export async function lockedTicket(tx: ShopTx, ticketId: number): Promise<TicketRow> {
  const root = await lockRoot(tx, ticketId);
  const ticket = root && (await readTicketRow(tx, root.id));
  if (!ticket) throw notFound('ticket');
  return ticket;
}

interface Wished {
  wished: string | null;
  cc: readonly string[];
  by: string;
  now: Date;
}

/** Checks to whom a mail goes: readable addresses at which somebody is, none of them ours, as answers to ourselves would come in again. */
export async function recipients(tx: ShopTx, { wished, cc, by, now }: Wished): Promise<{ to: string[]; cc: string[] } | { why: ReplyProblem }> {
  if (wished === null || wished.trim() === '') return { why: 'no_address' };
  const read = [wished, ...cc].map(readEmailAddress);
  const [to, ...copies] = read;
  if (!to || read.includes(null)) return { why: 'address' };
  const own = await ownAddresses(tx);
  if (own.has(to)) return { why: 'own_address' };
  const others = [...new Set(copies.flatMap((address) => (address === null || address === to || own.has(address) ? [] : address)))];
  if (others.length > mostCopies) return { why: 'too_many_copies' };
  for (const address of [to, ...others]) if (await isDead(tx, { address, by, now })) return { why: 'nobody_there' };
  return { to: [to], cc: others };
}

/** Whether mail to an address came back. Where somebody wrote from it since, it is alive again. */
async function isDead(tx: ShopTx, { address, by, now }: { address: string; by: string; now: Date }): Promise<boolean> {
  const since = await bouncedSince(tx, address);
  if (since === null) return false;
  const heard = await tx.messages.count({ where: { direction: 'in', from_address: address, verified: { not: 'no' }, created_at: { gt: since } } });
  if (heard === 0) return true;
  await liftSuppression(tx, { channel: 'email', address, by, at: now });
  return false;
}

export function asQuoted({ name, from, at, subject, text }: LastSaid) {
  return { name, address: from ?? '', at, subject, text };
}

/** Where a person last wrote from in a conversation, else their first address. */
async function whereTheyWrite(tx: ShopTx, { ticketIds, personId }: { ticketIds: readonly number[]; personId: string }): Promise<string | null> {
  const own = { ticket_id: { in: [...ticketIds] }, side_id: null, direction: 'in', kind: 'mail', author_id: personId, from_address: { not: null } };
  const last = await tx.messages.findFirst({ where: own, orderBy: { id: 'desc' }, select: { from_address: true } });
  if (last) return last.from_address;
  const handle = await tx.handles.findFirst({ where: { person_id: personId, kind: 'email', unlinked_at: null }, orderBy: { linked_at: 'asc' }, select: { value: true } });
  return handle?.value ?? null;
}
