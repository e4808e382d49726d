import type { ShopTx } from '#app/platform/db/database.server.ts';
import { addressOf } from './writer-of.ts';
import type { IncomingMail } from './incoming-mail.ts';

/** The message of ours that has come back to us as it left, as a copy to our own address does; null where it is anything else. */
export async function ownReturn(tx: ShopTx, { from, threading }: IncomingMail['mail'], own: ReadonlySet<string>): Promise<bigint | null> {
  const sender = addressOf(from?.address);
  if (sender === null || threading.messageId === null || !own.has(sender)) return null;
  const ours = await tx.messages.findFirst({ where: { mail_id: threading.messageId, direction: 'out' }, select: { id: true } });
  return ours?.id ?? null;
}
