import type { ShopTx } from '#app/platform/db/database.server.ts';

/** The ticket in which this one is read since it was merged, itself where it was not; null where there is no such ticket. */
export async function rootOf(tx: ShopTx, ticketId: number): Promise<number | null> {
  const [row] = await tx.$queryRaw<{ id: number }[]>`
    with recursive up as (
      select id, merged_into from tickets where id = ${ticketId}
      union select t.id, t.merged_into from tickets t join up on t.id = up.merged_into)
    select id from up where merged_into is null`;
  return row?.id ?? null;
}

/** A ticket and all that were merged into it, directly or by way of others: its own number first. */
export async function partsOf(tx: ShopTx, rootId: number): Promise<{ id: number; subject: string }[]> {
  return tx.$queryRaw<{ id: number; subject: string }[]>`
    with recursive part as (
      select id, subject, 0 as depth from tickets where id = ${rootId}
      union select t.id, t.subject, 1 from tickets t join part on t.merged_into = part.id)
    select id, subject from part order by depth, id`;
}
