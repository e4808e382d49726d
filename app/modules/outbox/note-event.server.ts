import { append } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import { readLetter } from './letter.ts';
import { toChannel } from './message.ts';
import { shownBy } from './shown-by.ts';
import { suppress } from './standing/suppressions.server.ts';
import type { Message } from './store.server.ts';
import { tellWriters } from './tell-writers.server.ts';

/** What became of a message after it left. `bounced`: nobody is at the address; `undelivered`: it was given up, which says nothing of the address; `followed` is its link. */
export interface MessageEvent {
  event: 'delivered' | 'undelivered' | 'bounced' | 'complained' | 'followed';
  at: Date;
  /** The provider's own words. */
  detail: string | null;
}

/** What a provider tells of a message it took; what may still arrive is no event. */
export interface ProviderEvent extends MessageEvent {
  provider: string;
  /** What the provider calls the message: what its adapter answered when it took it. */
  providerId: string;
  /** What we call the message, `{shop}.{message}`, where the provider repeats it. */
  ownId?: string | undefined;
  /** Whom it speaks of, where the provider says: a copy may come back while the mail itself arrived. */
  recipients?: readonly string[] | undefined;
  event: Exclude<MessageEvent['event'], 'followed'>;
}

/** The message of ours that a provider names by what we gave along; null where it names none. */
export function namedMessage({ ownId }: Pick<ProviderEvent, 'ownId'>): bigint | null {
  const id = /^\d{1,9}\.(\d{1,18})$/.exec(ownId ?? '')?.[1];
  return id === undefined ? null : BigInt(id);
}

const columns = { delivered: 'delivered_at', bounced: 'bounced_at', complained: 'complained_at', followed: 'opened_at' } as const;

/**
 * Notes what became of a message, the first time it is told. An address that bounced or complained is not written to again, and a message
 * whose fate was unknown is known to have left.
 */
export async function noteEvent(tx: ShopTx, message: Message, { event, at, detail, recipients }: MessageEvent & Pick<ProviderEvent, 'recipients'>): Promise<void> {
  const copies = copiesAmong(message, recipients);
  if (copies !== null) return noteCopies(tx, copies, { event, at });
  if (event === 'undelivered') return noteUndelivered(tx, message, at, detail);
  const column = columns[event];
  const { count } = await tx.outbox.updateMany({ where: { id: message.id, [column]: null }, data: { [column]: at, ...(event === 'bounced' ? { outcome: detail } : {}) } });
  const { count: leftAfterAll } = await tx.outbox.updateMany({ where: { id: message.id, state: { in: event === 'delivered' ? ['unknown', 'failed'] : ['unknown'] } }, data: { state: 'sent', sent_at: message.sent_at ?? at, ...(event === 'bounced' ? {} : { outcome: null }) } });
  if (leftAfterAll > 0 && event !== 'bounced') await append(tx, shownBy(message, at));
  if (count === 0) return;
  await tellWriters(tx, [message]);
  if (event === 'bounced' || event === 'complained') {
    if (message.recipient !== '') await suppress(tx, { channel: toChannel(message.channel), address: message.recipient, cause: event, at });
    await tellStory(tx, message, at, event === 'bounced' ? detail : 'The customer called it spam.');
  }
  await announce(tx, 'outbox', String(message.id));
}

/** The copies that news speaks of; null where it is of the mail itself. */
function copiesAmong({ recipient, letter }: Message, recipients: readonly string[] | undefined): string[] | null {
  const named = (recipients ?? []).map((address) => address.toLowerCase());
  if (named.length === 0 || named.includes(recipient)) return null;
  const copies = readLetter(letter)?.cc.filter((address) => named.includes(address.toLowerCase())) ?? [];
  return copies.length === 0 ? null : copies;
}

/** Nobody at a copy's address says nothing of the mail; the address is not written to again. */
async function noteCopies(tx: ShopTx, copies: readonly string[], { event, at }: Pick<MessageEvent, 'event' | 'at'>): Promise<void> {
  if (event !== 'bounced' && event !== 'complained') return;
  for (const address of copies) await suppress(tx, { channel: 'email', address, cause: event, at });
}

/** In whichever order they are told, what was delivered or came back stays so. */
async function noteUndelivered(tx: ShopTx, message: Message, at: Date, detail: string | null): Promise<void> {
  const { count } = await tx.outbox.updateMany({ where: { id: message.id, state: { in: ['sent', 'unknown'] }, delivered_at: null, bounced_at: null }, data: { state: 'failed', outcome: detail } });
  if (count === 0) return;
  await tellWriters(tx, [message]);
  await tellStory(tx, message, at, detail);
  await announce(tx, 'outbox', String(message.id));
}

async function tellStory(tx: ShopTx, message: Message, happenedAt: Date, outcome: string | null): Promise<void> {
  await append(tx, [
    {
      type: 'message.failed', happenedAt, orderId: message.order_id, customerId: message.customer_id, source: 'app', dedupeKey: `message:${message.id}:came-back`,
      data: { messageId: String(message.id), channel: message.channel, kind: message.kind, reason: message.reason, outcome },
    },
  ]);
}
