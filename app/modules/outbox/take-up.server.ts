import { after } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { companyOf, holdEar } from './company.server.ts';
import { claimWatchKey, deliverJob, deliveryKey } from './jobs.server.ts';
import { claimLease, type HeldBy } from './message.ts';
import { recordFates } from './record-fate.server.ts';
import { judge } from './rules/judge.server.ts';
import type { TruthCheck } from './rules/still-true.server.ts';
import type { Hearing } from './rules/verdict.ts';
import { claim, drop, postpone, settle, tooLate, type Message, type Settled } from './store.server.ts';

/** Takes a message for sending, and up to so many others in its `company`, where their turn has come and every rule lets them go. */
export async function takeUp(hearing: Hearing, id: bigint, company: number, checks: readonly TruthCheck[]): Promise<Message[]> {
  const { tx, now } = hearing;
  await holdEar(tx, id);
  const others = await companyOf(tx, id, company, now);
  const waiting = await tx.outbox.findMany({ where: { id: { in: [id, ...others] }, state: 'queued' } });
  if (!waiting.some((message) => message.id === id)) await lookAfterClaim(tx, id, now);
  const due: Message[] = [];
  const given: GivenUp[] = [];
  for (const message of waiting) {
    if (message.expires_at && message.expires_at <= now) given.push({ message, held: 'expired', outcome: tooLate });
    else if (message.send_after > now) await enqueue(tx, deliverJob, { id: String(message.id) }, { key: deliveryKey(message.id), runAt: message.send_after });
    else due.push(message);
  }
  const ready: bigint[] = [];
  for (const [message, verdict] of await judge(hearing, due, checks)) {
    if (verdict === 'go') ready.push(message.id);
    else if ('drop' in verdict) given.push({ message, held: verdict.drop, outcome: verdict.because });
    else if (isTooLate(message, verdict)) given.push({ message, held: 'expired', outcome: `${tooLate} ${verdict.because}` });
    else await postpone(tx, message, verdict);
  }
  await giveUp(hearing, given);
  return claim(tx, ready, now);
}

function isTooLate({ expires_at }: Message, { wait, expires = expires_at ?? undefined }: { wait: Date; expires?: Date }): boolean {
  return expires !== undefined && expires <= wait;
}

interface GivenUp {
  message: Message;
  held: HeldBy;
  outcome: string;
}

async function giveUp({ tx, now }: Hearing, given: readonly GivenUp[]): Promise<void> {
  const dropped = await drop(tx, given.map(({ message: { id }, held, outcome }) => ({ id, held, outcome })));
  // What newer news made superfluous is no failure to tell the story of.
  const told = given.filter(({ message, held }) => dropped.has(message.id) && held !== 'overtaken');
  await recordFates(tx, told.map(({ message, outcome }) => ({ message, to: { state: 'dropped', outcome } })), now);
}

/** It does not wait: it is done, somebody is at it, or somebody died at it. */
async function lookAfterClaim(tx: ShopTx, id: bigint, now: Date): Promise<void> {
  // Whoever settles it meanwhile would not see the job that is written here.
  await tx.$queryRaw(sql`select from outbox where id = ${id} and state = 'sending' for update`);
  const message = await tx.outbox.findFirst({ where: { id, state: 'sending' } });
  if (!message) return;
  const leaseEnds = after(message.claimed_at ?? now, claimLease);
  if (leaseEnds > now) {
    await enqueue(tx, deliverJob, { id: String(id) }, { key: claimWatchKey(id), runAt: leaseEnds });
    return;
  }
  const lost: Settled = { message, to: { state: 'unknown', outcome: 'The worker stopped while sending; the message may have arrived.' } };
  await recordFates(tx, await settle(tx, [lost], now), now);
}
