import { sql, type Sql } from '#app/platform/db/database.server.ts';

/** The number of the ticket in which a ticket is read, by the name that its row has in a statement of one's own: its own, unless it was merged. Only of what was merged the tickets above are looked up. */
export const readIn = (ticket: Sql): Sql => sql`case when ${ticket}.merged_into is null then ${ticket}.id else (
  with recursive up (id, merged_into) as (
    select ${ticket}.id, ${ticket}.merged_into union all select above.id, above.merged_into from tickets above join up on above.id = up.merged_into)
  select id from up where merged_into is null) end`;
