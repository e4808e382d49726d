import type { ShopTx } from '#app/platform/db/database.server.ts';
import { takeBack } from './withdraw.server.ts';

/** Takes back what waits for its hour and does not know what the customer said since in the ticket or what was merged into it. What is on its way this very minute leaves. The ticket has to be locked. */
export async function withdrawLater(tx: ShopTx, ticketId: number, now: Date): Promise<void> {
  const rows = await tx.$queryRaw<{ id: bigint }[]>`
    with recursive part as (select id from tickets where id = ${ticketId} union select t.id from tickets t join part on t.merged_into = part.id)
    select id from messages m
     where ticket_id in (select id from part) and direction = 'out' and side_id is null and withdrawn_at is null and outbox_id is null and send_at > created_at + interval '1 minute'
       and exists (select from messages said where said.ticket_id in (select id from part) and said.id > m.id and said.side_id is null and said.direction = 'in' and said.author = 'person' and said.kind = 'mail')`;
  if (rows.length > 0) await takeBack(tx, { ids: rows.map(({ id }) => id), why: 'customer_wrote' }, now);
}
