import type { ShopTx } from '#app/platform/db/database.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';

/**
 * Closes what is left to do of people who were forgotten: there is nobody to answer any more. What was promised to them is dropped, nobody is asked how it
 * was, and nobody has solved it. Where somebody else's words are read as well it goes on for them.
 */
export async function closeForgotten(tx: ShopTx, personIds: readonly string[], now: Date): Promise<void> {
  const left = await tx.$queryRaw<{ id: number }[]>`
    with recursive own as (
      select id from tickets where person_id = any(${[...personIds]}::uuid[]) and merged_into is null and state not in ('solved', 'closed')
    ), parts as (
      select id as root, id from own
      union select p.root, t.id from tickets t join parts p on t.merged_into = p.id
    )
    select id from own
     where not exists (select from parts p join tickets t on t.id = p.id where p.root = own.id and t.person_id <> all(${[...personIds]}::uuid[])) order by id`;
  for (const { id } of left) await changeTicket(tx, { ticketId: id, changes: { state: 'closed' }, actor: null, now, unsolved: true });
}
