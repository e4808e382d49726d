import { z } from 'zod';
import { after } from '../../kernel/time.ts';
import { enqueue } from '../../platform/jobs/job.server.ts';
import { DeliveryFailure } from '../../platform/mail/delivery-failure.ts';
import type { Mailer } from '../../platform/mail/mailer.server.ts';
import type { Metrics } from '../../platform/metrics/metrics.server.ts';
import type { ShopContext } from '../../platform/shops/shop-context.ts';
import type { SmsSender } from '../../platform/sms/sms-sender.server.ts';
import type { ShopTx } from '../../platform/db/database.server.ts';
import { recordFate } from './record-fate.server.ts';
import { claimWatchKey, deliverJob, deliveryKey } from './jobs.server.ts';
import { claimLease, pauseAfter } from './message.ts';
import { claim, settle, type Message, type Settlement } from './store.server.ts';

/** The ways out of the house. `sms` is null where no provider is configured. */
export interface Transports {
  mailer: Mailer;
  sms: SmsSender | null;
  metrics: Pick<Metrics, 'messages'>;
}

const storedHeaders = z.record(z.string(), z.string());

/**
 * Takes one message as far as it gets now. Claiming and settling are transactions of their own with the sending between
 * them, so of any number of workers one sends, and what a dead worker may have sent is never sent again.
 */
export async function deliverMessage(ctx: ShopContext, transports: Transports, { id }: { id: string }): Promise<void> {
  const claimed = await ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    return (await claim(tx, BigInt(id), now)) ?? lookAfter(tx, BigInt(id), now);
  });
  if (!claimed) return;
  const settlement = await send(transports, claimed, `${ctx.shop.id}.${id}`, ctx.clock.now());
  const settled = await ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    if (!(await settle(tx, claimed, settlement, now))) return false;
    await recordFate(tx, claimed, settlement, now);
    return true;
  });
  if (!settled) ctx.log.error({ messageId: id, settlement: settlement.state }, 'a message was settled by somebody else meanwhile');
  transports.metrics.messages.inc({ channel: claimed.channel, outcome: settlement.state === 'queued' ? 'postponed' : settlement.state });
}

/** Nothing to claim: it is too early, it is done, somebody is at it, or somebody died at it. */
async function lookAfter(tx: ShopTx, id: bigint, now: Date): Promise<null> {
  const message = await tx.outbox.findFirst({ where: { id, state: { in: ['queued', 'sending'] } } });
  if (!message) return null;
  if (message.state === 'queued') {
    await enqueue(tx, deliverJob, { id: String(id) }, { key: deliveryKey(id), runAt: message.send_after });
    return null;
  }
  const leaseEnds = after(message.claimed_at ?? now, claimLease);
  if (leaseEnds > now) {
    await enqueue(tx, deliverJob, { id: String(id) }, { key: claimWatchKey(id), runAt: leaseEnds });
    return null;
  }
  const lost: Settlement = { state: 'unknown', outcome: 'The worker stopped while sending; the message may have arrived.' };
  if (await settle(tx, message, lost, now)) await recordFate(tx, message, lost, now);
  return null;
}

async function send(transports: Transports, message: Message, publicId: string, now: Date): Promise<Settlement> {
  try {
    const { provider, providerId } = await handOver(transports, message, publicId);
    return { state: 'sent', outcome: null, provider, providerId };
  } catch (error) {
    const fate = error instanceof DeliveryFailure ? error.fate : 'unknown';
    const outcome = error instanceof Error ? error.message : String(error);
    if (fate === 'unknown') return { state: 'unknown', outcome };
    const pause = fate === 'temporary' ? pauseAfter(message.attempts) : null;
    return pause === null ? { state: 'failed', outcome } : { state: 'queued', outcome, sendAfter: after(now, pause) };
  }
}

async function handOver(transports: Transports, message: Message, publicId: string): Promise<{ provider: string; providerId: string }> {
  if (message.channel === 'sms') {
    if (!transports.sms) throw new DeliveryFailure('permanent', 'No SMS provider is configured.');
    return { provider: 'sms', ...(await transports.sms.send({ id: publicId, to: message.recipient, text: message.text_body })) };
  }
  const sent = await transports.mailer.send({
    id: publicId,
    to: message.recipient,
    subject: message.subject ?? '',
    text: message.text_body,
    html: message.html_body,
    headers: storedHeaders.parse(message.headers),
  });
  return { provider: 'smtp', ...sent };
}
