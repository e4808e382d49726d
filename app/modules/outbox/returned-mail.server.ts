import type { ShopTx } from '#app/platform/db/database.server.ts';
import { noteEvent } from './note-event.server.ts';
import type { Message } from './store.server.ts';

/** What a mail to the shop's own address tells of one of ours. */
export interface ReturnedMail {
  shopId: number;
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
 * Notes what a mail that came back tells of the message it was. Our Message-IDs can be guessed: it is believed only where it names the address that message went to. A delay is
 * no news.
 */
export async function noteReturnedMail(tx: ShopTx, { shopId, outboxId, mailIds, about, since, now }: ReturnedMail): Promise<void> {
  if (about.kind === 'delayed') return;
  const message = outboxId === null ? await messageNamed(tx, { shopId, mailIds }) : await tx.outbox.findFirst({ where: { id: outboxId } });
  if (!message || message.channel !== 'email' || (message.sent_at ?? message.send_after) < since) return;
  if (about.kind === 'complained') {
    if (outboxId !== null) await noteEvent(tx, message, { event: 'complained', at: now, detail: null });
    return;
  }
  if (!about.recipients.some((address) => address.toLowerCase() === message.recipient.toLowerCase())) return;
  await noteEvent(tx, message, { event: nobodyThere.test(about.status ?? '') ? 'bounced' : 'undelivered', at: now, detail: about.diagnostic?.slice(0, 500) ?? null });
}

/** The order that a mail to this very address told of, by the Message-IDs of its answer; null where it told of none, or somebody else. */
export async function noticeAnswered(tx: ShopTx, { shopId, mailIds, address }: { shopId: number; mailIds: readonly string[]; address: string }): Promise<string | null> {
  const message = await messageNamed(tx, { shopId, mailIds });
  return message?.order_id && message.recipient.toLowerCase() === address ? message.order_id : null;
}

/** The message that carried one of these Message-IDs: made of its number, unless a letter says its own. */
async function messageNamed(tx: ShopTx, { shopId, mailIds }: { shopId: number; mailIds: readonly string[] }): Promise<Message | null> {
  const ids = mailIds.slice(0, 100).flatMap((id) => {
    const [, shop, number = ''] = /^<(\d{1,9})\.(\d{1,18})@[^>]+>$/.exec(id) ?? [];
    return shop === String(shopId) ? BigInt(number) : [];
  });
  return ids.length === 0 ? null : tx.outbox.findFirst({ where: { id: { in: ids }, channel: 'email' }, orderBy: { id: 'desc' } });
}
