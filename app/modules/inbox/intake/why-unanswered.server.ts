import { after, hour } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { IncomingMail } from './incoming-mail.ts';

interface Asked {
  mail: IncomingMail['mail'];
  isSpam: boolean;
  address: string | null;
  own: ReadonlySet<string>;
  ticketId: number;
  personId: string;
  now: Date;
}

/** Addresses that say themselves that nobody reads what comes to them. */
const unread = /^(?:no-?_?reply|do-?_?not-?_?reply|nicht-?antworten|ne-?pas-?repondre|no-?responder|bounces?|notifications?)(?:[+._-][^@]*)?@/i;

/** Two programs that answer each other write more often than people do. */
const mostAnHour = 10;

/** Why no automatic answer may go to a mail, or null where one may. */
export async function whyUnanswered(tx: ShopTx, { mail, isSpam, address, own, ticketId, personId, now }: Asked): Promise<string | null> {
  if (mail.unanswered !== null) return mail.unanswered;
  if (address === null) return 'no-sender';
  if (own.has(address)) return 'own-address';
  if (isSpam) return 'spam';
  if (unread.test(address)) return 'no-reply';
  const lately = { gt: after(now, -hour) };
  const here = await tx.messages.count({ where: { ticket_id: ticketId, direction: 'in', from_address: address, created_at: lately } });
  const begun = await tx.tickets.count({ where: { person_id: personId, created_at: lately } });
  return here + begun > mostAnHour ? 'too-many' : null;
}
