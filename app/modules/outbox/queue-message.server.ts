import { announce } from '#app/platform/live/live.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { deliverJob, deliveryKey } from './jobs.server.ts';
import type { OutgoingMessage } from './message.ts';
import { readRecipient } from './recipient.ts';
import { recordFate } from './record-fate.server.ts';
import { blank } from './store.server.ts';

export interface Queued {
  id: string;
  /** False where a message of that dedupe key was there before; `id` is then that one's. */
  isNew: boolean;
}

/**
 * Puts a message into the outbox, in the caller's transaction: it leaves exactly if that commits, and once per dedupe key.
 * A message to something that is no address is kept as dropped, so that the merchant sees it.
 */
export async function queueMessage(tx: ShopTx, message: OutgoingMessage): Promise<Queued> {
  if (message.reason.trim() === '') throw new Error(`A message needs a reason (${message.kind}).`);
  const recipient = readRecipient(message.channel, message.to);
  const refused = 'refused' in recipient ? recipient.refused : null;
  const [row] = await tx.outbox.createManyAndReturn({
    skipDuplicates: true,
    data: [
      {
        channel: message.channel,
        kind: message.kind,
        reason: message.reason,
        state: refused ? 'dropped' : 'queued',
        outcome: refused,
        order_id: message.orderId ?? null,
        customer_id: message.customerId ?? null,
        recipient: 'address' in recipient ? recipient.address : message.to.slice(0, 254),
        locale: message.locale,
        subject: message.channel === 'email' ? message.subject : null,
        ...(refused && message.secret ? blank : { text_body: message.text, html_body: message.channel === 'email' ? message.html : null }),
        secret: message.secret ?? false,
        expires_at: message.expiresAt ?? null,
        headers: { ...message.headers },
        dedupe_key: message.dedupeKey,
        ...(message.sendAfter ? { send_after: message.sendAfter } : {}),
      },
    ],
  });
  if (!row) {
    const first = await tx.outbox.findFirstOrThrow({ where: { dedupe_key: message.dedupeKey }, select: { id: true } });
    return { id: String(first.id), isNew: false };
  }
  const id = String(row.id);
  if (refused) await recordFate(tx, row, { state: 'dropped', outcome: refused }, row.created_at);
  else await enqueue(tx, deliverJob, { id }, { key: deliveryKey(row.id), ...(message.sendAfter ? { runAt: message.sendAfter } : {}) });
  await announce(tx, 'outbox', id);
  return { id, isNew: true };
}
