import type { ShopTx } from '#app/platform/db/database.server.ts';

/** A ticket and all that were merged into it, directly or by way of others: its own number first. */
export async function partsOf(tx: ShopTx, rootId: number): Promise<{ id: number; subject: string }[]> {
  return tx.$queryRaw<{ id: number; subject: string }[]>`
    with recursive part as (
      select id, subject, 0 as depth from tickets where id = ${rootId}
      union select t.id, t.subject, 1 from tickets t join part on t.merged_into = part.id)
    select id, subject from part order by depth, id`;
}
