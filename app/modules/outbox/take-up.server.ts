import { after } from '#app/kernel/time.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { claimWatchKey, deliverJob, deliveryKey } from './jobs.server.ts';
import { claimLease, type HeldBy } from './message.ts';
import { recordFate } from './record-fate.server.ts';
import { judge } from './rules/judge.server.ts';
import type { TruthCheck } from './rules/still-true.server.ts';
import type { Hearing } from './rules/verdict.ts';
import { claim, drop, postpone, settle, tooLate, type Message, type Settlement } from './store.server.ts';

/** Takes a message for sending where its turn has come and every rule lets it go; null where there is nothing to send now. */
export async function takeUp(hearing: Hearing, id: bigint, checks: readonly TruthCheck[]): Promise<Message | null> {
  const { tx, now } = hearing;
  const message = await tx.outbox.findFirst({ where: { id, state: 'queued' } });
  if (!message) return lookAfterClaim(tx, id, now);
  if (message.expires_at && message.expires_at <= now) return giveUp(hearing, message, 'expired', tooLate);
  if (message.send_after > now) {
    await enqueue(tx, deliverJob, { id: String(id) }, { key: deliveryKey(id), runAt: message.send_after });
    return null;
  }
  const verdict = await judge(hearing, message, checks);
  if (verdict === 'go') return claim(tx, id, now);
  if ('drop' in verdict) return giveUp(hearing, message, verdict.drop, verdict.because);
  if (message.expires_at && message.expires_at <= verdict.wait) return giveUp(hearing, message, 'expired', `${tooLate} ${verdict.because}`);
  await postpone(tx, message, verdict.wait, verdict.for, verdict.because);
  return null;
}

async function giveUp({ tx, now }: Hearing, message: Message, held: HeldBy, outcome: string): Promise<null> {
  // What newer news made superfluous is no failure to tell the story of.
  if ((await drop(tx, message, held, outcome)) && held !== 'overtaken') await recordFate(tx, message, { state: 'dropped', outcome }, now);
  return null;
}

/** Nothing waits: it is done, somebody is at it, or somebody died at it. */
async function lookAfterClaim(tx: ShopTx, id: bigint, now: Date): Promise<null> {
  const message = await tx.outbox.findFirst({ where: { id, state: 'sending' } });
  if (!message) return null;
  const leaseEnds = after(message.claimed_at ?? now, claimLease);
  if (leaseEnds > now) {
    await enqueue(tx, deliverJob, { id: String(id) }, { key: claimWatchKey(id), runAt: leaseEnds });
    return null;
  }
  const lost: Settlement = { state: 'unknown', outcome: 'The worker stopped while sending; the message may have arrived.' };
  if (await settle(tx, message, lost, now)) await recordFate(tx, message, lost, now);
  return null;
}
