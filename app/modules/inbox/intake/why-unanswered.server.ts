import { after, hour } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { IncomingMail } from './incoming-mail.ts';

interface Asked {
  mail: IncomingMail['mail'];
  isSpam: boolean;
  address: string | null;
  own: ReadonlySet<string>;
  ticketId: number;
  now: Date;
}

/** Two programs that answer each other write more often than people do. */
const mostAnHour = 10;

/** Why no automatic answer may go to a mail, or null where one may. */
export async function whyUnanswered(tx: ShopTx, { mail, isSpam, address, own, ticketId, now }: Asked): Promise<string | null> {
  if (mail.unanswered !== null) return mail.unanswered;
  if (address === null) return 'no-sender';
  if (own.has(address)) return 'own-address';
  if (isSpam) return 'spam';
  const lately = await tx.messages.count({ where: { ticket_id: ticketId, direction: 'in', from_address: address, created_at: { gt: after(now, -hour) } } });
  return lately >= mostAnHour ? 'too-many' : null;
}
