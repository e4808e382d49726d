import { sql } from '#app/platform/db/database.server.ts';

/** Names `read_here (id)`: a ticket and all that were merged into it, directly or by way of others. To be put before a question or a change. */
export const readHere = (ticketId: number) => sql`with recursive read_here (id) as (select ${ticketId}::int union select t.id from tickets t join read_here on t.merged_into = read_here.id)`;
