import type { ShopTx } from '#app/platform/db/database.server.ts';
import { cut } from '#app/kernel/text.ts';
import { nameWords } from '../search/note-names.server.ts';
import { noteWords } from '../search/note-words.server.ts';
import { wordsOf } from '../search/words-of.ts';
import { noteTicketEvent } from './ticket-events.server.ts';
import type { Priority, PriorityReason, TicketCategory, TicketChannel } from './ticket.ts';

export interface NewTicket {
  personId: string;
  channel: TicketChannel;
  mailboxId?: string | null;
  subject: string;
  locale?: string | null;
  category?: TicketCategory | null;
  priority?: Priority;
  priorityReason?: PriorityReason | null;
  spam?: boolean;
  /** The staff member who opened it for the customer; null: the customer did. */
  by?: string | null;
  /** The request that asked for it, where it may be asked again. */
  request?: string;
}

const longestSubject = 500;

/** Opens a ticket under the shop's next number, for the team whose address it came to. What is said in it, right after, sets its clocks and tells open screens. */
export async function openTicket(tx: ShopTx, ticket: NewTicket, now: Date): Promise<number> {
  const { personId, channel, mailboxId = null, subject, locale = null, category = null, priority = 'normal', priorityReason = null, spam = false, by = null, request } = ticket;
  const [next] = await tx.$queryRaw<{ id: number; team: string | null }[]>`
    insert into ticket_numbers as numbers (last) values (1)
    on conflict (shop_id) do update set last = numbers.last + 1 returning last as id, (select team_id::text from mailboxes where id = ${mailboxId}::uuid) as team`;
  if (!next) throw new Error('The shop gave no number for a ticket.');
  const { id, team } = next;
  await tx.tickets.create({
    data: {
      id, person_id: personId, channel, mailbox_id: mailboxId, team_id: team, subject: cut(subject.trim(), longestSubject), state: 'new', spam, category, priority, priority_reason: priorityReason, locale, created_at: now, last_message_at: now,
    },
  });
  await noteWords(tx, id, [...wordsOf([subject]), ...(await nameWords(tx, personId))]);
  await noteTicketEvent(tx, { ticketId: id, type: 'opened', actor: by, data: { channel, ...(request === undefined ? {} : { request }) }, now });
  return id;
}
