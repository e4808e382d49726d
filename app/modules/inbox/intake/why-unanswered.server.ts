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
  const since = after(now, -hour);
  const [wrote] = await tx.$queryRaw<{ lately: number }[]>`
    select ((select count(*) from messages where ticket_id = ${ticketId} and direction = 'in' and from_address = ${address} and created_at > ${since})
          + (select count(*) from tickets where person_id = ${personId}::uuid and created_at > ${since}))::int as lately`;
  return wrote && wrote.lately > mostAnHour ? 'too-many' : null;
}
