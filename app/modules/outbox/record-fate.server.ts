import { append, type NewEntry } from '#app/modules/journal/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Message, Settlement } from './store.server.ts';

/** Tells the story what became of a message; one put off for another attempt is not told. */
export async function recordFate(tx: ShopTx, message: Message, settlement: Settlement, happenedAt: Date): Promise<void> {
  if (settlement.state === 'queued') return;
  const about = {
    happenedAt,
    orderId: message.order_id,
    customerId: message.customer_id,
    source: 'app',
    dedupeKey: `message:${message.id}:${settlement.state}`,
  } as const;
  const data = { messageId: String(message.id), channel: message.channel, kind: message.kind, reason: message.reason };
  await append(tx, [line()]);

  function line(): NewEntry {
    if (settlement.state === 'sent') return { ...about, type: 'message.sent', data };
    if (settlement.state === 'unknown') return { ...about, type: 'message.unknown', data };
    return { ...about, type: 'message.failed', data: { ...data, outcome: settlement.outcome } };
  }
}
