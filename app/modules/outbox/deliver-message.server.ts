import { z } from 'zod';
import { after } from '#app/kernel/time.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { DeliveryFailure } from '#app/platform/mail/delivery-failure.ts';
import type { Mailer, MailMessage } from '#app/platform/mail/mailer.server.ts';
import type { Metrics } from '#app/platform/metrics/metrics.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { SmsSender } from '#app/platform/sms/sms-sender.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting, senderSetting } from '#app/modules/settings/index.server.ts';
import { recordFate } from './record-fate.server.ts';
import { claimWatchKey, deliverJob, deliveryKey } from './jobs.server.ts';
import { claimLease, pauseAfter } from './message.ts';
import { claim, dropExpired, settle, tooLate, type Message, type Settlement } from './store.server.ts';

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
  const { claimed, sender } = await ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const expired = await dropExpired(tx, BigInt(id), now);
    if (expired) await recordFate(tx, expired, { state: 'dropped', outcome: tooLate }, now);
    const message = expired ? null : (await claim(tx, BigInt(id), now)) ?? (await lookAfter(tx, BigInt(id), now));
    return { claimed: message, sender: (await readSetting(tx, senderSetting)).value };
  });
  if (!claimed) return;
  const from = { name: sender.displayName || ctx.shop.name, replyTo: sender.replyTo || null };
  const settlement = await send(transports, { message: claimed, publicId: `${ctx.shop.id}.${id}`, sender: from }, ctx.clock.now());
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

interface Outgoing {
  message: Message;
  /** The same for every attempt at this message. */
  publicId: string;
  sender: MailMessage['sender'];
}

async function send(transports: Transports, outgoing: Outgoing, now: Date): Promise<Settlement> {
  const { message } = outgoing;
  try {
    const { provider, providerId } = await handOver(transports, outgoing);
    return { state: 'sent', outcome: null, provider, providerId };
  } catch (error) {
    const fate = error instanceof DeliveryFailure ? error.fate : 'unknown';
    const outcome = error instanceof Error ? error.message : String(error);
    if (fate === 'unknown') return { state: 'unknown', outcome };
    const pause = fate === 'temporary' ? pauseAfter(message.attempts) : null;
    if (pause === null) return { state: 'failed', outcome };
    const sendAfter = after(now, pause);
    if (message.expires_at && message.expires_at <= sendAfter) return { state: 'dropped', outcome: `${tooLate} ${outcome}` };
    return { state: 'queued', outcome, sendAfter };
  }
}

async function handOver(transports: Transports, { message, publicId, sender }: Outgoing): Promise<{ provider: string; providerId: string }> {
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
    sender,
  });
  return { provider: 'smtp', ...sent };
}
