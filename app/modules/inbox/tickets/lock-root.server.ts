import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { TicketState } from './ticket.ts';

/** The ticket in which this one is read, and whose it is: itself, unless it was merged. Null where there is none. */
export async function readRoot(tx: ShopTx, ticketId: number): Promise<{ id: number; personId: string } | null> {
  const [root] = await tx.$queryRaw<{ id: number; personId: string }[]>`
    with recursive up as (select id, merged_into, person_id from tickets where id = ${ticketId}
                    union select above.id, above.merged_into, above.person_id from tickets above join up on above.id = up.merged_into)
    select id, person_id as "personId" from up where merged_into is null`;
  return root ?? null;
}

/** The number of that ticket. */
export async function rootOf(tx: ShopTx, ticketId: number): Promise<number | null> {
  return (await readRoot(tx, ticketId))?.id ?? null;
}

/** The same, locked until the transaction ends: whoever speaks in a ticket that was merged speaks where it is read. */
export async function lockRoot(tx: ShopTx, ticketId: number): Promise<{ id: number; state: TicketState } | null> {
  for (;;) {
    const id = await rootOf(tx, ticketId);
    if (id === null) return null;
    const [root] = await tx.$queryRaw<{ id: number; state: TicketState; merged_into: number | null }[]>`select id, state, merged_into from tickets where id = ${id} for update`;
    // It may have been merged while it was waited for.
    if (root && root.merged_into === null) return { id: root.id, state: root.state };
  }
}
