import type { ShopTx } from '#app/platform/db/database.server.ts';

/** To be said where words come to a ticket without anybody speaking in it: if its own had gone, what it holds from now on goes in its time too, with all that is read where it is. */
export async function holdsWordsAgain(tx: ShopTx, ticketId: number): Promise<void> {
  await tx.$executeRaw`
    update tickets set purged_at = null where purged_at is not null and id in (
      with recursive up as (select id, merged_into from tickets where id = ${ticketId} union select t.id, t.merged_into from tickets t join up on t.id = up.merged_into)
      select id from up)`;
}
