import type { outbox } from '@prisma/client';
import { after } from '#app/kernel/time.ts';
import { cancelJob, enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import { claimWatchKey, deliverJob, deliveryKey } from './jobs.server.ts';
import { claimLease, type HeldBy, type MessageState } from './message.ts';

export type Message = outbox;

/** What is left of the words of a secret. */
export const blank = { text_body: '', html_body: null };

/** Why a message was dropped that could not leave in time. */
export const tooLate = 'It could not leave before it expired.';

/** Drops a waiting message for good, with the rule that did and its reason; false where it waits no more. */
export async function drop(tx: ShopTx, message: Message, held: HeldBy, outcome: string): Promise<boolean> {
  const { count } = await tx.outbox.updateMany({ where: { id: message.id, state: 'queued' }, data: { state: 'dropped', held_by: held, outcome, ...(message.secret ? blank : {}) } });
  if (count === 0) return false;
  await cancelJob(tx, deliveryKey(message.id));
  await announce(tx, 'outbox', String(message.id));
  return true;
}

/** Puts a waiting message off, with the rule that did and its reason. */
export async function postpone(tx: ShopTx, message: Message, until: Date, held: HeldBy, outcome: string): Promise<void> {
  const { count } = await tx.outbox.updateMany({ where: { id: message.id, state: 'queued' }, data: { send_after: until, held_by: held, outcome } });
  if (count === 0) return;
  await enqueue(tx, deliverJob, { id: String(message.id) }, { key: deliveryKey(message.id), runAt: until });
  await announce(tx, 'outbox', String(message.id));
}

/** Takes a waiting message for this worker alone, and leaves word should the worker die; null where there is nothing to take. */
export async function claim(tx: ShopTx, id: bigint, now: Date): Promise<Message | null> {
  const [message] = await tx.outbox.updateManyAndReturn({
    where: { id, state: 'queued', send_after: { lte: now } },
    data: { state: 'sending', claimed_at: now, attempts: { increment: 1 }, held_by: null },
  });
  if (!message) return null;
  await enqueue(tx, deliverJob, { id: String(id) }, { key: claimWatchKey(id), runAt: after(now, claimLease) });
  return message;
}

export interface Settlement {
  state: Exclude<MessageState, 'sending'>;
  outcome: string | null;
  provider?: string;
  providerId?: string;
  /** For `queued`: when to try again. */
  sendAfter?: Date;
}

/**
 * Writes down what became of a claimed message; false where the claim is no longer ours. A claim that was given up as
 * unknown may still be settled by the worker that held it: it knows better.
 */
export async function settle(tx: ShopTx, claimed: Message, to: Settlement, now: Date): Promise<boolean> {
  const { count } = await tx.outbox.updateMany({
    where: { id: claimed.id, claimed_at: claimed.claimed_at, state: { in: ['sending', 'unknown'] } },
    data: {
      state: to.state,
      outcome: to.outcome,
      ...(to.state === 'dropped' ? { held_by: 'expired' satisfies HeldBy } : {}),
      ...(to.state === 'sent' ? { sent_at: now } : {}),
      ...(to.provider === undefined ? {} : { provider: to.provider, provider_id: to.providerId ?? null }),
      ...(claimed.secret && to.state !== 'queued' ? blank : {}),
      ...(to.sendAfter ? { send_after: to.sendAfter, claimed_at: null } : {}),
    },
  });
  if (count === 0) return false;
  await cancelJob(tx, claimWatchKey(claimed.id));
  if (to.sendAfter) await enqueue(tx, deliverJob, { id: String(claimed.id) }, { key: deliveryKey(claimed.id), runAt: to.sendAfter });
  await announce(tx, 'outbox', String(claimed.id));
  return true;
}
