import type { ShopTx } from '#app/platform/db/database.server.ts';
import { addressOf } from './writer-of.ts';
import type { IncomingMail } from './incoming-mail.ts';
import { ownAddresses } from './own-addresses.server.ts';

/** The message of ours that has come back to us as it left, as a copy to our own address does; null where it is anything else. */
export async function ownReturn(tx: ShopTx, { from, threading }: IncomingMail['mail']): Promise<bigint | null> {
  const sender = addressOf(from?.address);
  if (sender === null || threading.messageId === null || !(await ownAddresses(tx)).has(sender)) return null;
  const ours = await tx.messages.findFirst({ where: { mail_id: threading.messageId, direction: 'out' }, select: { id: true } });
  return ours?.id ?? null;
}
