import { announce } from '#app/platform/live/live.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueueAll } from '#app/platform/jobs/job.server.ts';
import { answerJob, deliverJob, deliveryKey } from './jobs.server.ts';
import type { HeldBy, OutgoingMessage } from './message.ts';
import { personOf } from './person-of.ts';
import { readRecipient } from './recipient.ts';
import { recordFates } from './record-fate.server.ts';
import { findOvertaken, overtakenBy } from './rules/overtaken.server.ts';
import { blank, drop } from './store.server.ts';

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
  const [queued] = await queueMessages(tx, [message]);
  if (!queued) throw new Error('A message was neither queued nor there before.');
  return queued;
}

/** The same for many at once; their answers stand in their order. */
export async function queueMessages(tx: ShopTx, messages: readonly OutgoingMessage[]): Promise<Queued[]> {
  if (messages.length === 0) return [];
  const rows = await tx.outbox.createManyAndReturn({
    skipDuplicates: true,
    data: messages.map(rowOf),
    select: { id: true, topic: true, dedupe_key: true, state: true, outcome: true, send_after: true, order_id: true, customer_id: true, channel: true, kind: true, reason: true, created_at: true, letter: true },
  });
  const overtaken = await findOvertaken(tx, { topics: [...new Set(rows.flatMap(({ topic }) => topic ?? []))] });
  const dropped = await drop(tx, overtaken.map((one) => ({ id: one.message.id, held: 'overtaken', outcome: overtakenBy(one) })));
  const refused = rows.filter(({ state }) => state === 'dropped');
  for (const message of refused) await recordFates(tx, [{ message, to: { state: 'dropped', outcome: message.outcome } }], message.created_at);
  const waiting = rows.filter(({ id, state }) => state === 'queued' && !dropped.has(id));
  const deliveries = (rows: typeof waiting) => rows.map(({ id, send_after }) => ({ key: deliveryKey(id), payload: { id: String(id) }, runAt: send_after }));
  await enqueueAll(tx, deliverJob, deliveries(waiting.filter(({ topic }) => topic !== null)));
  await enqueueAll(tx, answerJob, deliveries(waiting.filter(({ topic }) => topic === null)));
  if (rows.length > 0) await announce(tx, 'outbox');

  const added = new Map(rows.map(({ dedupe_key, id }) => [dedupe_key, id]));
  const missing = messages.flatMap(({ dedupeKey }) => (added.has(dedupeKey) ? [] : dedupeKey));
  const there = missing.length === 0 ? [] : await tx.outbox.findMany({ where: { dedupe_key: { in: missing } }, select: { id: true, dedupe_key: true } });
  const before = new Map(there.map(({ dedupe_key, id }) => [dedupe_key, id]));
  return messages.map(({ dedupeKey }) => {
    const id = added.get(dedupeKey) ?? before.get(dedupeKey);
    if (id === undefined) throw new Error(`The message ${dedupeKey} was neither queued nor there before.`);
    return { id: String(id), isNew: added.delete(dedupeKey) };
  });
}

function rowOf(message: OutgoingMessage) {
  if (message.reason.trim() === '') throw new Error(`A message needs a reason (${message.kind}).`);
  const recipient = readRecipient(message.channel, message.to);
  const address = 'address' in recipient ? recipient.address : message.to.slice(0, 254);
  const refused = 'refused' in recipient ? recipient.refused : null;
  return {
    channel: message.channel,
    kind: message.kind,
    reason: message.reason,
    state: refused ? 'dropped' : 'queued',
    outcome: refused,
    held_by: refused ? ('no_address' satisfies HeldBy) : null,
    topic: message.topic ?? null,
    rank: BigInt(message.rank ?? 0),
    person: personOf(message, address),
    category: message.category ?? 'service',
    urgent: message.urgent ?? false,
    order_id: message.orderId ?? null,
    customer_id: message.customerId ?? null,
    recipient: address,
    locale: message.locale,
    subject: message.channel === 'email' ? message.subject : null,
    ...(refused && message.secret ? blank : { text_body: message.text, html_body: message.channel === 'email' ? message.html : null }),
    secret: message.secret ?? false,
    expires_at: message.expiresAt ?? null,
    headers: { ...message.headers },
    ...(message.promises && message.promises.length > 0 ? { promises: message.promises.map((promise) => ({ ...promise })) } : {}),
    ...('payload' in message ? { payload: message.payload } : {}),
    ...('letter' in message ? { letter: message.letter } : {}),
    dedupe_key: message.dedupeKey,
    ...(message.sendAfter ? { send_after: message.sendAfter } : {}),
  };
}
