import type { outbox } from '@prisma/client';
import { after } from '#app/kernel/time.ts';
import { cancelJob, enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { announce } from '#app/platform/live/live.server.ts';
import { claimWatchKey, deliverJob, deliveryKey } from './jobs.server.ts';
import { claimLease, type MessageState } from './message.ts';

export type Message = outbox;

/** What is left of the words of a secret. */
export const blank = { text_body: '', html_body: null };

/** Drops a waiting message that is worth nothing any more; null where there is none. */
export async function dropExpired(tx: ShopTx, id: bigint, now: Date): Promise<Message | null> {
  const [message] = await tx.outbox.updateManyAndReturn({ where: { id, state: 'queued', expires_at: { lte: now } }, data: { state: 'dropped', outcome: tooLate } });
  if (!message) return null;
  if (message.secret) await tx.outbox.updateMany({ where: { id }, data: blank });
  await announce(tx, 'outbox', String(id));
  return message;
}

/** Why a message was dropped that could not leave in time. */
export const tooLate = 'It could not leave before it expired.';

/** Takes a waiting message for this worker alone, and leaves word should the worker die; null where there is nothing to take. */
export async function claim(tx: ShopTx, id: bigint, now: Date): Promise<Message | null> {
  const [message] = await tx.outbox.updateManyAndReturn({
    where: { id, state: 'queued', send_after: { lte: now } },
    data: { state: 'sending', claimed_at: now, attempts: { increment: 1 } },
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
