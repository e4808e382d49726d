import { sql } from '#app/platform/db/database.server.ts';
import { readIn } from '../tickets/read-in.server.ts';

/**
 * The calls that somebody who complained still waits for, as a question in brackets: by when each was promised, the ticket it was promised in (`complaint_of`), and
 * the one in which that is read (`read_in`). Whoever was forgotten waits for none.
 */
export const openCalls = sql`(
  select c.ticket_id as complaint_of, c.promised_at, ${readIn(sql`own`)} as read_in
    from complaints c join tickets own on own.id = c.ticket_id join people person on person.id = own.person_id
   where c.called_back_at is null and person.erased_at is null)`;
