import { after, day } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { noteReturnedMail } from '#app/modules/outbox/index.server.ts';
import type { Answered } from '../replies/reply-token.ts';
import type { IncomingMail } from './incoming-mail.ts';

/** What a report is about. */
export interface Reported {
  /** The message of ours that came back; null where only the conversation is known. */
  messageId: bigint | null;
  ticketId: number;
  sideId: string | null;
  /** Nobody wrote it: it told that mail has come in. */
  isAcknowledgement: boolean;
}

const reportsFor = 30 * day;

/** Finds the message of ours that a bounce or a complaint speaks of, and tells the outbox what became of it; null where it speaks of none in a ticket. */
export async function reportedMessage(tx: ShopTx, mail: IncomingMail['mail'], { shopId, secrets, token, now }: { shopId: number; secrets: readonly string[]; token: Answered | null; now: Date }): Promise<Reported | null> {
  const ids = [mail.bounce?.originalMessageId, mail.complaint?.originalMessageId, ...mail.threading.inReplyTo, ...mail.threading.references].flatMap((id) => id ?? []);
  const named = await tx.messages.findFirst({ where: { mail_id: { in: ids }, direction: 'out' }, orderBy: { id: 'desc' } });
  const message = named ?? (token && (await lastTo(tx, token, mail.bounce?.recipients ?? [])));
  await noteReturnedMail(tx, {
    shopId,
    secrets,
    outboxId: message?.outbox_id ?? null,
    mailIds: ids,
    about: mail.bounce ? { ...mail.bounce, kind: mail.bounce.action } : { kind: 'complained', recipients: [], status: null, diagnostic: null },
    since: after(now, -reportsFor),
    now,
  });
  if (message) return { messageId: message.id, ticketId: message.ticket_id, sideId: message.side_id, isAcknowledgement: message.kind === 'acknowledgement' };
  return token && { messageId: null, ...token, isAcknowledgement: false };
}

/** The last that was written to one of these in a conversation. */
function lastTo(tx: ShopTx, { ticketId, sideId }: Answered, recipients: readonly string[]) {
  return tx.messages.findFirst({ where: { ticket_id: ticketId, side_id: sideId, direction: 'out', to_addresses: { hasSome: recipients.map((address) => address.toLowerCase()) } }, orderBy: { id: 'desc' } });
}
