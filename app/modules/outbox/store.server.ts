import type { outbox } from '@prisma/client';
import { after } from '#app/kernel/time.ts';
import { cancelJobs, enqueue, enqueueAll } from '#app/platform/jobs/job.server.ts';
import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import { claimWatchKey, deliverJob, deliveryKey } from './jobs.server.ts';
import { claimLease, type HeldBy, type MessageState } from './message.ts';

export type Message = outbox;

/** What is left of the words of a secret; the statements below say the same. */
export const blank = { text_body: '', html_body: null };

/** Why a message was dropped that could not leave in time. */
export const tooLate = 'It could not leave before it expired.';

/** A message that is not to leave, with the rule that says so and its reason. */
export interface Dropped {
  id: bigint;
  held: HeldBy;
  outcome: string;
}

const dropping = `
  update outbox o
     set state = 'dropped', held_by = r.held, outcome = r.outcome, text_body = case when o.secret then '' else o.text_body end, html_body = case when o.secret then null else o.html_body end
    from json_to_recordset($1::json) as r(id bigint, held text, outcome text)
   where o.id = r.id and o.state = 'queued'
  returning o.id::text`;

/** Drops waiting messages for good; answers those that still waited. */
export async function drop(tx: ShopTx, messages: readonly Dropped[]): Promise<ReadonlySet<bigint>> {
  if (messages.length === 0) return new Set();
  const rows = await runInBulk<{ id: string }>(tx, dropping, [JSON.stringify(messages.map((message) => ({ ...message, id: String(message.id) })))], 'outbox-drop');
  const ids = rows.map(({ id }) => BigInt(id));
  await cancelJobs(tx, ids.map(deliveryKey));
  if (ids.length > 0) await announce(tx, 'outbox');
  return new Set(ids);
}

/** Puts a waiting message off, with the rule that did and its reason, and when it is too late then where that is not as before. */
export async function postpone(tx: ShopTx, message: Message, { wait: until, for: held, because: outcome, expires }: { wait: Date; for: HeldBy; because: string; expires?: Date }): Promise<void> {
  const data = { send_after: until, held_by: held, outcome, ...(expires ? { expires_at: expires } : {}) };
  const { count } = await tx.outbox.updateMany({ where: { id: message.id, state: 'queued' }, data });
  if (count === 0) return;
  await enqueue(tx, deliverJob, { id: String(message.id) }, { key: deliveryKey(message.id), runAt: until });
  await announce(tx, 'outbox', String(message.id));
}

/** Takes waiting messages for this worker alone, and leaves word should the worker die; answers those that still waited. */
export async function claim(tx: ShopTx, ids: readonly bigint[], now: Date): Promise<Message[]> {
  if (ids.length === 0) return [];
  const messages = await tx.outbox.updateManyAndReturn({
    where: { id: { in: [...ids] }, state: 'queued', send_after: { lte: now } },
    data: { state: 'sending', claimed_at: now, attempts: { increment: 1 }, held_by: null },
  });
  await cancelJobs(tx, messages.map(({ id }) => deliveryKey(id)));
  await enqueueAll(tx, deliverJob, messages.map(({ id }) => ({ key: claimWatchKey(id), payload: { id: String(id) }, runAt: after(now, claimLease) })));
  return messages;
}

export interface Settlement {
  state: Exclude<MessageState, 'sending'>;
  outcome: string | null;
  provider?: string;
  providerId?: string;
  /** For `queued`: when to try again. */
  sendAfter?: Date;
  /** Nobody is at the address. */
  deadAddress?: boolean;
}

/** A message beside what became of it. */
export interface Settled<Known = Message> {
  message: Known;
  to: Settlement;
}

const settling = `
  update outbox o
     set state = r.state, outcome = r.outcome,
         held_by = case when r.state = 'dropped' then 'expired' else o.held_by end,
         sent_at = case when r.state = 'sent' then $2::timestamptz else o.sent_at end,
         provider = coalesce(r.provider, o.provider), provider_id = case when r.provider is null then o.provider_id else r.provider_id end,
         text_body = case when o.secret and r.state <> 'queued' then '' else o.text_body end,
         html_body = case when o.secret and r.state <> 'queued' then null else o.html_body end,
         send_after = coalesce(r.send_after, o.send_after), claimed_at = case when r.send_after is null then o.claimed_at end
    from json_to_recordset($1::json) as r(id bigint, claimed_at timestamptz, state text, outcome text, provider text, provider_id text, send_after timestamptz)
   where o.id = r.id and o.claimed_at = r.claimed_at and o.state in ('sending', 'unknown')
  returning o.id::text`;

/**
 * Writes down what became of claimed messages; answers those whose claim was still ours. A claim that was given up as unknown may still be
 * settled by the worker that held it: it knows better.
 */
export async function settle(tx: ShopTx, settled: readonly Settled[], now: Date): Promise<Settled[]> {
  if (settled.length === 0) return [];
  const rows = settled.map(({ message: { id, claimed_at }, to: { state, outcome, provider, providerId, sendAfter } }) => ({
    id: String(id), claimed_at, state, outcome, provider: provider ?? null, provider_id: providerId ?? null, send_after: sendAfter ?? null,
  }));
  const written = new Set((await runInBulk<{ id: string }>(tx, settling, [JSON.stringify(rows), now], 'outbox-settle')).map(({ id }) => BigInt(id)));
  const ours = settled.filter(({ message }) => written.has(message.id));
  if (ours.length === 0) return [];
  await cancelJobs(tx, ours.map(({ message }) => claimWatchKey(message.id)));
  await enqueueAll(tx, deliverJob, ours.flatMap(({ message: { id }, to: { sendAfter } }) => (sendAfter ? [{ key: deliveryKey(id), payload: { id: String(id) }, runAt: sendAfter }] : [])));
  await announce(tx, 'outbox');
  return ours;
}
