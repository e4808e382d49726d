import { day, hour, after } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { noticeAnswered } from '#app/modules/outbox/index.server.ts';
import type { ReadMail } from '../reading/read-mail.ts';
import type { Answered } from '../replies/reply-token.ts';
import type { PlacedBy } from '../tickets/ticket.ts';
import { mayJoin } from './may-join.server.ts';
import { plainSubject } from './plain-subject.ts';
import { readRoot } from '../tickets/lock-root.server.ts';
import { addressOf } from './writer-of.ts';

/** Where a mail belongs. */
export interface Placement {
  /** The conversation it goes on with; null: it begins one. */
  placed: { ticketId: number; sideId: string | null; by: PlacedBy } | null;
  /** A ticket it says it answers, and may not be put into: somebody else's. */
  seemsToAnswer: number | null;
}

export interface Placing {
  mail: Pick<ReadMail, 'threading' | 'subject' | 'kind' | 'replyTo'>;
  /** Lower case; null: nobody is named. */
  address: string | null;
  /** Who is known by the address for sure. */
  personId: string | null;
  /** The conversation that an address of ours named, signed by us. */
  token: Answered | null;
  /** Whether it may be placed by what is likely: never where its sender is known to be forged. */
  mayGuess: boolean;
  shopId: number;
  now: Date;
}

const answersFor = 14 * day;
const sameWordsFor = 2 * day;
/** So many new conversations of one person in an hour are no conversations. */
const floodFrom = 20;
const mostLooked = 30;

/**
 * Finds the conversation of a mail: the one an address of ours names, else that of a mail it answers, else one that it likely belongs to. A header proves
 * nothing: what only answers by its headers has to be from the conversation's person, or from somebody we or they wrote to in it.
 */
export async function placeMail(tx: ShopTx, placing: Placing): Promise<Placement> {
  const { token } = placing;
  const named = token && (await readRoot(tx, token.ticketId));
  if (token && named) return { placed: (await splitFrom(tx, placing, token)) ?? { ticketId: named.id, sideId: token.sideId, by: 'token' }, seemsToAnswer: null };
  const { placed, refused } = await byReference(tx, placing);
  if (placed) return { placed, seemsToAnswer: null };
  return { placed: (await byNotice(tx, placing)) ?? (await byGuess(tx, placing)), seemsToAnswer: refused };
}

/** Where what it answers stands by now, if that was split from the conversation that our address names. */
async function splitFrom(tx: ShopTx, { mail: { threading }, address, personId }: Placing, { ticketId }: Answered): Promise<Placement['placed']> {
  const [moved] = await tx.$queryRaw<{ ticket_id: number }[]>`
    select m.ticket_id from messages m join split_messages s on s.message_id = m.id and s.ticket_id = m.ticket_id
     where m.mail_id = any(${threading.inReplyTo.slice(0, mostLooked)}) and m.direction = 'out' and s.from_ticket_id = ${ticketId} limit 1`;
  const root = moved ? await readRoot(tx, moved.ticket_id) : null;
  const isTheirs = root && (await mayJoin(tx, { ticketId: root.id, personId: root.personId, sideId: null }, { address, personId }));
  return isTheirs ? { ticketId: root.id, sideId: null, by: 'token' } : null;
}

async function byReference(tx: ShopTx, { mail: { threading }, address, personId }: Placing): Promise<{ placed: Placement['placed']; refused: number | null }> {
  // What is answered directly says more than what was said before it; of that, the latest.
  const ids = [...new Set([...threading.inReplyTo, ...threading.references.toReversed()])].slice(0, 100);
  if (ids.length === 0) return { placed: null, refused: null };
  const known = await tx.messages.findMany({ where: { mail_id: { in: ids } }, select: { mail_id: true, ticket_id: true, side_id: true }, orderBy: { id: 'desc' }, take: mostLooked });
  known.sort((one, other) => ids.indexOf(one.mail_id ?? '') - ids.indexOf(other.mail_id ?? ''));
  let refused: number | null = null;
  for (const { ticket_id, side_id } of known) {
    const root = await readRoot(tx, ticket_id);
    if (!root) continue;
    if (await mayJoin(tx, { ticketId: root.id, personId: root.personId, sideId: side_id }, { address, personId })) {
      return { placed: { ticketId: root.id, sideId: side_id, by: 'reference' }, refused: null };
    }
    refused ??= root.id;
  }
  return { placed: null, refused };
}

/** What answers a notice of ours goes on where its reader is already heard about the same order. */
async function byNotice(tx: ShopTx, { mail: { threading, kind }, address, personId, mayGuess, shopId, now }: Placing): Promise<Placement['placed']> {
  const mailIds = [...threading.inReplyTo, ...threading.references];
  if (address === null || personId === null || mailIds.length === 0 || !mayGuess || kind !== 'mail') return null;
  const orderId = await noticeAnswered(tx, { shopId, mailIds, address });
  if (orderId === null) return null;
  const [found] = await tx.$queryRaw<{ id: number }[]>`
    select t.id from tickets t join ticket_orders o on o.ticket_id = t.id
     where o.order_id = ${orderId} and t.person_id = ${personId}::uuid and not t.spam and t.merged_into is null and t.state <> 'closed' and t.last_message_at > ${after(now, -answersFor)}
     order by t.last_message_at desc limit 1`;
  return found ? { ticketId: found.id, sideId: null, by: 'guess' } : null;
}

async function byGuess(tx: ShopTx, { mail, address, personId, mayGuess, now }: Placing): Promise<Placement['placed']> {
  if (personId === null || !mayGuess || mail.kind !== 'mail') return null;
  // Services and lists write for many from one address, often under one subject: whom they name for the answer is another each time.
  if (mail.replyTo.some((other) => addressOf(other.address) !== address)) return null;
  const recent = await tx.tickets.findMany({
    where: { person_id: personId, spam: false, merged_into: null, state: { not: 'closed' }, last_message_at: { gt: after(now, -answersFor) } },
    orderBy: { last_message_at: 'desc' },
    take: mostLooked,
    select: { id: true, subject: true, state: true, created_at: true, last_message_at: true },
  });
  const { plain, isAnswer } = plainSubject(mail.subject);
  const same = recent.find(({ subject, state, last_message_at }) => {
    if (!saysSomething(plain) || plainSubject(subject).plain !== plain) return false;
    return isAnswer || (state !== 'solved' && last_message_at > after(now, -sameWordsFor));
  });
  const begun = recent.filter(({ created_at }) => created_at > after(now, -hour));
  const found = same ?? (begun.length >= floodFrom ? begun[0] : undefined);
  return found ? { ticketId: found.id, sideId: null, by: 'guess' } : null;
}

const saysSomething = (subject: string): boolean => [...subject].length >= 4 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]{2}/u.test(subject);
