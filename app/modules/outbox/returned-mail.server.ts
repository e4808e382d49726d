import type { ShopTx } from '#app/platform/db/database.server.ts';
import { cut } from '#app/kernel/text.ts';
import { namedMails, type NamedMail } from './mail-seal.ts';
import { noteEvent } from './note-event.server.ts';
import type { Message } from './store.server.ts';

/** What a mail to the shop's own address tells of one of ours. */
export interface ReturnedMail {
  shopId: number;
  /** What our Message-IDs are sealed with, newest first. */
  secrets: readonly string[];
  /** Where it is known already. */
  outboxId: bigint | null;
  /** Every Message-ID it speaks of. */
  mailIds: readonly string[];
  about: { kind: 'failed' | 'delayed' | 'complained'; recipients: readonly string[]; status: string | null; diagnostic: string | null };
  /** What left before then is not believed to come back now. */
  since: Date;
  now: Date;
}

/** What mail servers answer where nobody is at an address (RFC 3463). */
const nobodyThere = /^5\.1\.(?:1|2|3|10)$/;

/**
 * Notes what a mail that came back tells of the message it was. It is believed only where it bears the seal of that message, which whoever guesses at numbers has not, and names
 * the address it went to. A delay is no news.
 */
export async function noteReturnedMail(tx: ShopTx, { shopId, secrets, outboxId, mailIds, about, since, now }: ReturnedMail): Promise<void> {
  if (about.kind === 'delayed') return;
  const sealed = namedMails(mailIds, { shopId, secrets }).filter(({ isSealed }) => isSealed);
  const message = outboxId === null ? await lastOf(tx, sealed) : await tx.outbox.findFirst({ where: { id: outboxId } });
  if (!message || message.channel !== 'email' || (message.sent_at ?? message.send_after) < since) return;
  if (about.kind === 'complained') {
    if (outboxId !== null) await noteEvent(tx, message, { event: 'complained', at: now, detail: null });
    return;
  }
  if (!about.recipients.some((address) => address.toLowerCase() === message.recipient.toLowerCase())) return;
  await noteEvent(tx, message, { event: nobodyThere.test(about.status ?? '') ? 'bounced' : 'undelivered', at: now, detail: about.diagnostic === null ? null : cut(about.diagnostic.replaceAll('\0', ''), 500) });
}

/** The order that a mail to this very address told of, by the Message-IDs of its answer; null where it told of none, or somebody else. */
export async function noticeAnswered(tx: ShopTx, { shopId, mailIds, address }: { shopId: number; mailIds: readonly string[]; address: string }): Promise<string | null> {
  const message = await lastOf(tx, namedMails(mailIds, { shopId, secrets: [] }));
  return message?.order_id && message.recipient.toLowerCase() === address ? message.order_id : null;
}

/** The last of the mails that Message-IDs name. */
async function lastOf(tx: ShopTx, named: readonly NamedMail[]): Promise<Message | null> {
  return named.length === 0 ? null : tx.outbox.findFirst({ where: { id: { in: named.map(({ id }) => id) }, channel: 'email' }, orderBy: { id: 'desc' } });
}
