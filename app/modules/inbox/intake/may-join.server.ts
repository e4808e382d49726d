import type { ShopTx } from '#app/platform/db/database.server.ts';

/** A conversation by the ticket it is read in, or one beside it with a third party. */
export interface Joined {
  ticketId: number;
  /** Whose ticket it is. */
  personId: string;
  sideId: string | null;
}

/** Whether a sender has a part in a conversation already: it is theirs, or it was written to them. Whoever only knows its message ids has none. */
export async function mayJoin(tx: ShopTx, { ticketId, personId: owner, sideId }: Joined, { address, personId }: { address: string | null; personId: string | null }): Promise<boolean> {
  if (sideId === null && personId !== null && personId === owner) return true;
  if (address === null) return false;
  // What a stranger writes into its header gives nobody a part: only our words and the person's own do.
  const [found] = await tx.$queryRaw<{ found: boolean }[]>`
    with recursive inside as (
      select id, person_id from tickets where id = ${ticketId}
      union select t.id, t.person_id from tickets t join inside i on t.merged_into = i.id
    )
    select true as found from messages m join inside i on i.id = m.ticket_id
     where m.side_id is not distinct from ${sideId}::uuid
       and ((m.direction = 'out' and ${address} = any(m.to_addresses || m.cc_addresses))
         or (m.direction = 'in' and m.author_id = i.person_id::text and m.author = 'person' and (${address} = m.from_address or ${address} = any(m.cc_addresses))))
     limit 1`;
  return found !== undefined;
}
