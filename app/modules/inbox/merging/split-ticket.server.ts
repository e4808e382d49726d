import { ExpectedError, notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { rereadWords } from '../search/reread-words.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { openTicket } from '../tickets/open-ticket.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';
import { readTicketRow } from '../tickets/ticket-row.server.ts';
import { oneMergeAtATime, restand } from './restand.server.ts';
import { keepPromises } from './split-promises.server.ts';

export interface Split {
  ticketId: number;
  /** What goes into the new ticket: not all there is. */
  messageIds: readonly bigint[];
  /** What the new ticket is about; as the first of its messages says where it is empty. */
  subject: string;
  actor: string | null;
  now: Date;
}

/** Moves some of a conversation's messages into a ticket of their own; answers its number. It belongs to whoever wrote them. */
export async function splitTicket(tx: ShopTx, { ticketId, messageIds, subject, actor, now }: Split): Promise<number> {
  await oneMergeAtATime(tx);
  const root = await rootOf(tx, ticketId);
  const ticket = root === null ? null : await readTicketRow(tx, root);
  if (root === null || !ticket) throw notFound('ticket');
  const here = await messagesOf(tx, root);
  const moved = here.filter(({ id }) => messageIds.includes(id));
  if (moved.length !== new Set(messageIds).size) throw notFound('message');
  const [first] = moved;
  if (!first || moved.length === here.length) throw new ExpectedError('nothing_left', 422, 'Some of the messages go into the new ticket, and some stay.');
  if (moved.some(({ waits }) => waits)) throw new ExpectedError('still_waiting', 409, 'What waits to be sent stays where it was written.');
  const sources = [...new Set(moved.map(({ ticket_id: from }) => from))];
  const writer = moved.find(({ author, author_id: id }) => author === 'person' && id !== null)?.author_id;
  const personId = writer && (await tx.people.findFirst({ where: { id: writer }, select: { id: true } })) ? writer : ticket.personId;
  const about = subject.trim() || moved.find((message) => message.subject !== '')?.subject || ticket.subject;
  const split = await openTicket(tx, { personId, channel: ticket.channel, mailboxId: ticket.mailboxId, subject: about, locale: ticket.locale, spam: ticket.spam, by: actor }, now);
  const wasAnswered = moved.some(({ author, direction }) => author === 'staff' && direction === 'out');
  // It began with its first words: nobody was answered before they wrote.
  await tx.tickets.updateMany({ where: { id: split }, data: { created_at: first.created_at, ...(wasAnswered ? { state: 'open' } : {}) } });
  await keepPromises(tx, split, sources);
  await restand(tx, [...sources, split], async () => {
    await tx.split_messages.createMany({ data: moved.map(({ id, ticket_id: from }) => ({ ticket_id: split, message_id: id, from_ticket_id: from })) });
    await tx.messages.updateMany({ where: { id: { in: moved.map(({ id }) => id) } }, data: { ticket_id: split } });
    await noteTicketEvent(tx, { ticketId: root, type: 'split', data: { into: split, messages: moved.length }, actor, now });
    await noteTicketEvent(tx, { ticketId: split, type: 'split_from', data: { from: root }, actor, now });
  });
  await rereadWords(tx, [...sources, split]);
  await ticketMoved(tx, split, now);
  await ticketMoved(tx, root, now);
  return split;
}

interface Found {
  id: bigint;
  ticket_id: number;
  author: string;
  direction: string;
  author_id: string | null;
  subject: string;
  created_at: Date;
  waits: boolean;
}

/** The messages of a conversation, in the order they were said. What is said beside it stays: its other end answers there. */
async function messagesOf(tx: ShopTx, root: number): Promise<Found[]> {
  return tx.$queryRaw<Found[]>`
    with recursive down as (select id from tickets where id = ${root} union select below.id from tickets below join down on below.merged_into = down.id)
    select m.id, m.ticket_id, m.author, m.author_id, m.direction, m.subject, m.created_at, m.send_at is not null and m.withdrawn_at is null as waits from messages m join down on down.id = m.ticket_id where m.side_id is null order by m.id for update of m`;
}
