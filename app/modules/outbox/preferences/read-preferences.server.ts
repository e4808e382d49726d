import type { ShopTx } from '#app/platform/db/database.server.ts';
import { categories, toChannel, type Category } from '../message.ts';
import { unwantedBy, type Reader } from './opt-outs.server.ts';

/** What one reader is written to about, and what of it they want. */
export interface Preferences {
  reader: Reader;
  /** Kinds that were written to them, each by the newest message of it. */
  kinds: { kind: string; example: string; wanted: boolean }[];
  categories: { category: Category; wanted: boolean }[];
}

const mostKinds = 20;

/** The preferences of the reader of a message, or null where it is gone or its reader was forgotten. */
export async function readPreferences(tx: ShopTx, messageId: string): Promise<Preferences | null> {
  const message = await tx.outbox.findFirst({ where: { id: BigInt(messageId), recipient: { not: '' } } });
  if (!message) return null;
  const reader: Reader = { channel: toChannel(message.channel), address: message.recipient };
  const unwanted = await unwantedBy(tx, reader);
  const newest = await tx.outbox.findMany({
    where: { channel: message.channel, recipient: message.recipient, topic: { not: null } },
    distinct: ['kind'],
    orderBy: [{ kind: 'asc' }, { id: 'desc' }],
    take: mostKinds,
    select: { id: true, kind: true, subject: true, text_body: true },
  });
  // What they came from stands first.
  const sorted = newest.toSorted((one, other) => Number(other.kind === message.kind) - Number(one.kind === message.kind));
  return {
    reader,
    kinds: sorted.map(({ kind, subject, text_body: text }) => ({ kind, example: (subject ?? text).slice(0, 120), wanted: !unwanted.has(kind) })),
    categories: categories.map((category) => ({ category, wanted: !unwanted.has(category) })),
  };
}
