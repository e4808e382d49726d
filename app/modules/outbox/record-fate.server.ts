import { append, type NewEntry } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { shownBy } from './shown-by.ts';
import type { Message, Settled } from './store.server.ts';
import { tellWriters } from './tell-writers.server.ts';

type Told = Settled<Pick<Message, 'id' | 'order_id' | 'customer_id' | 'channel' | 'kind' | 'reason'> & Partial<Pick<Message, 'promises' | 'letter'>>>;

/** Tells the story what became of messages, and what those that left showed; one put off for another attempt is told to who wrote it alone. */
export async function recordFates(tx: ShopTx, settled: readonly Told[], happenedAt: Date): Promise<void> {
  await append(tx, settled.flatMap((one) => lineOf(one, happenedAt)));
  await tellWriters(tx, settled.map(({ message }) => message));
}

function lineOf({ message, to }: Told, happenedAt: Date): NewEntry[] {
  const about = { happenedAt, orderId: message.order_id, customerId: message.customer_id, source: 'app', dedupeKey: `message:${message.id}:${to.state}` } as const;
  const data = { messageId: String(message.id), channel: message.channel, kind: message.kind, reason: message.reason };
  switch (to.state) {
    case 'queued':
      return [];
    case 'sent':
      return [{ ...about, type: 'message.sent', data }, ...shownBy(message, happenedAt)];
    case 'unknown':
      return [{ ...about, type: 'message.unknown', data }];
    default:
      return [{ ...about, type: 'message.failed', data: { ...data, outcome: to.outcome } }];
  }
}
