import { sql } from '#app/platform/db/database.server.ts';

/**
 * The calls that somebody who complained still waits for, as a question in brackets: by when each was promised, the ticket it was promised in (`complaint_of`), and
 * the one in which that is read (`read_in`). Whoever was forgotten waits for none. Only of what was merged the tickets above are looked up, one by one: there are few.
 */
export const openCalls = sql`(
  select c.ticket_id as complaint_of, c.promised_at, case when own.merged_into is null then own.id else (
           with recursive up (id, merged_into) as (
             select own.id, own.merged_into union all select above.id, above.merged_into from tickets above join up on above.id = up.merged_into)
           select id from up where merged_into is null) end as read_in
    from complaints c join tickets own on own.id = c.ticket_id join people person on person.id = own.person_id
   where c.called_back_at is null and person.erased_at is null)`;
