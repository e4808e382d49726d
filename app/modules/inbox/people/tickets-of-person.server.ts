import { z } from 'zod';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { ticketStates, type TicketState } from '../tickets/ticket.ts';

/** An earlier or other conversation with a person. */
export interface PersonTicket {
  id: number;
  subject: string;
  state: TicketState;
  category: string | null;
  at: Date;
}

/** The other conversations with a person, newest first: theirs, and those written from an address that is theirs beyond doubt. What was merged is read in its root. */
export async function ticketsOfPerson(tx: ShopTx, { personId, besides, most }: { personId: string; besides: number; most: number }): Promise<PersonTicket[]> {
  const rows = await tx.$queryRaw<(Omit<PersonTicket, 'state'> & { state: string })[]>`
    select id, subject, state, category, last_message_at as at from tickets
     where merged_into is null and not spam and id <> ${besides} and id in (
             select id from tickets where person_id = ${personId}::uuid
             union select m.ticket_id from handles h join messages m on m.from_address = h.value
                    where h.person_id = ${personId}::uuid and h.kind = 'email' and h.confidence = 'sure' and h.unlinked_at is null and m.direction = 'in' and m.author = 'person')
     order by last_message_at desc, id desc limit ${most}`;
  return rows.map((row) => ({ ...row, state: z.enum(ticketStates).parse(row.state) }));
}
