import type { ShopTx } from '#app/platform/db/database.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';

interface Again {
  messageId: bigint;
  mailboxId: string | null;
  now: Date;
}

/** A mail that lay in the spam folder came again out of the inbox of the same mailbox: somebody moved it there, so it is kept apart no more, unless staff said themselves what it is. */
export async function takenOutOfJunk(tx: ShopTx, { messageId, mailboxId, now }: Again): Promise<void> {
  if (mailboxId === null) return;
  const [found] = await tx.$queryRaw<{ ticketId: number }[]>`
    select m.ticket_id as "ticketId" from messages m join tickets t on t.id = m.ticket_id and t.spam
     where m.id = ${messageId} and exists (select from mail_arrivals a where a.message_id = m.id and a.mailbox_id = ${mailboxId}::uuid and a.from_junk)
       and not exists (select from ticket_events e where e.ticket_id = t.id and e.type = 'spam')`;
  if (found) await changeTicket(tx, { ticketId: found.ticketId, changes: { spam: false }, actor: null, now });
}
