import { announce } from '#app/platform/live/live.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { deliverJob, deliveryKey } from './jobs.server.ts';
import type { HeldBy, OutgoingMessage } from './message.ts';
import { personOf } from './person-of.ts';
import { readRecipient } from './recipient.ts';
import { recordFate } from './record-fate.server.ts';
import { overtakenBy, overtakerOf } from './rules/overtaken.server.ts';
import { blank, drop, type Message } from './store.server.ts';

export interface Queued {
  id: string;
  /** False where a message of that dedupe key was there before; `id` is then that one's. */
  isNew: boolean;
}

/**
 * Puts a message into the outbox, in the caller's transaction: it leaves exactly if that commits, and once per dedupe key.
 * A message to something that is no address is kept as dropped, so that the merchant sees it; so is what is overtaken before or now.
 */
export async function queueMessage(tx: ShopTx, message: OutgoingMessage): Promise<Queued> {
  if (message.reason.trim() === '') throw new Error(`A message needs a reason (${message.kind}).`);
  const recipient = readRecipient(message.channel, message.to);
  const address = 'address' in recipient ? recipient.address : message.to.slice(0, 254);
  const about = { topic: message.topic ?? null, rank: BigInt(message.rank ?? 0), channel: message.channel, person: personOf(message, address) };
  const newer = await overtakerOf(tx, { ...about, id: null });
  const refused = 'refused' in recipient ? recipient.refused : newer ? overtakenBy(about, newer) : null;
  const held: HeldBy | null = 'refused' in recipient ? 'no_address' : newer ? 'overtaken' : null;
  const [row] = await tx.outbox.createManyAndReturn({
    skipDuplicates: true,
    data: [
      {
        ...about,
        category: message.category ?? 'service',
        urgent: message.urgent ?? false,
        held_by: held,
        kind: message.kind,
        reason: message.reason,
        state: refused ? 'dropped' : 'queued',
        outcome: refused,
        order_id: message.orderId ?? null,
        customer_id: message.customerId ?? null,
        recipient: address,
        locale: message.locale,
        subject: message.channel === 'email' ? message.subject : null,
        ...(refused && message.secret ? blank : { text_body: message.text, html_body: message.channel === 'email' ? message.html : null }),
        secret: message.secret ?? false,
        expires_at: message.expiresAt ?? null,
        headers: { ...message.headers },
        ...('payload' in message ? { payload: message.payload } : {}),
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
  await overtakeOlder(tx, row);
  if (held === 'no_address') await recordFate(tx, row, { state: 'dropped', outcome: refused }, row.created_at);
  if (!refused) await enqueue(tx, deliverJob, { id }, { key: deliveryKey(row.id), ...(message.sendAfter ? { runAt: message.sendAfter } : {}) });
  await announce(tx, 'outbox', id);
  return { id, isNew: true };
}

/** What waits of the topic and is older news is dropped. */
async function overtakeOlder(tx: ShopTx, newer: Message): Promise<void> {
  if (newer.topic === null) return;
  const older = await tx.outbox.findMany({ where: { topic: newer.topic, rank: { lt: newer.rank }, state: 'queued' }, orderBy: { id: 'asc' } });
  for (const message of older) await drop(tx, message, 'overtaken', overtakenBy(message, newer));
}
