import { setTimeout as sleep } from 'node:timers/promises';
import { after, second } from '#app/kernel/time.ts';
import { DeliveryFailure } from '#app/platform/mail/delivery-failure.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting, senderSetting } from '#app/modules/settings/index.server.ts';
import { handOver, type Outgoing, type Transports } from './hand-over.server.ts';
import { recordFates } from './record-fate.server.ts';
import { pauseAfter, toChannel } from './message.ts';
import type { TruthCheck } from './rules/still-true.server.ts';
import { suppress } from './standing/suppressions.server.ts';
import { settle, tooLate, type Message, type Settled, type Settlement } from './store.server.ts';
import { takeUp } from './take-up.server.ts';
import { voiceSetting } from './voice-setting.ts';

/** What has an answer waits no longer than this for what has none to be settled with it. */
const patience = second / 4;

interface Delivery {
  id: string;
  /** So many others that are due are taken with it. */
  company?: number;
}

/**
 * Takes a message as far as it gets now. Claiming and settling are transactions of their own with the sending between
 * them, so of any number of workers one sends, and what a dead worker may have sent is never sent again. `checks` say whether it is still true.
 */
export async function deliverMessage(ctx: ShopContext, transports: Transports, { id, company = 0 }: Delivery, checks: readonly TruthCheck[] = []): Promise<void> {
  const { claimed, sender, voice } = await ctx.tx(async (tx) => {
    const { value: voice } = await readSetting(tx, voiceSetting);
    const hearing = { tx, shop: ctx.shop, voice, now: ctx.clock.now() };
    return { claimed: await takeUp(hearing, BigInt(id), company, checks), sender: (await readSetting(tx, senderSetting)).value, voice };
  });
  const from = { name: sender.displayName || ctx.shop.name, replyTo: sender.replyTo || null };
  const answered: Settled[] = [];
  const give = async (message: Message) => {
    const to = await send(transports, { message, shop: ctx.shop, sender: from, marksLinks: voice.noteFollowed }, ctx.clock.now());
    answered.push({ message, to });
  };
  const sending = Promise.all(claimed.map(give));
  for (let open = claimed.length; open > 0; ) {
    await Promise.race([sending, sleep(patience, null, { ref: false })]);
    const settled = answered.splice(0);
    open -= settled.length;
    await writeDown(ctx, transports, settled);
  }
}

async function writeDown(ctx: ShopContext, { metrics }: Transports, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return;
  const ours = await ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const written = await settle(tx, settled, now);
    await recordFates(tx, written, now);
    for (const { message: { channel, recipient }, to } of written) if (to.deadAddress) await suppress(tx, { channel: toChannel(channel), address: recipient, cause: 'bounced', at: now });
    return new Set(written);
  });
  for (const one of settled) {
    const { message, to } = one;
    if (!ours.has(one)) ctx.log.error({ messageId: String(message.id), settlement: to.state }, 'a message was settled by somebody else meanwhile');
    metrics.messages.inc({ channel: message.channel, outcome: to.state === 'queued' ? 'postponed' : to.state });
  }
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
    if (pause === null) return { state: 'failed', outcome, deadAddress: error instanceof DeliveryFailure && error.deadAddress };
    const sendAfter = after(now, pause);
    if (message.expires_at && message.expires_at <= sendAfter) return { state: 'dropped', outcome: `${tooLate} ${outcome}` };
    return { state: 'queued', outcome, sendAfter };
  }
}
