import { after } from '#app/kernel/time.ts';
import { DeliveryFailure } from '#app/platform/mail/delivery-failure.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting, senderSetting } from '#app/modules/settings/index.server.ts';
import { handOver, type Outgoing, type Transports } from './hand-over.server.ts';
import { recordFate } from './record-fate.server.ts';
import { pauseAfter } from './message.ts';
import type { TruthCheck } from './rules/still-true.server.ts';
import { settle, tooLate, type Settlement } from './store.server.ts';
import { voiceSetting } from './voice-setting.ts';
import { takeUp } from './take-up.server.ts';

/**
 * Takes one message as far as it gets now. Claiming and settling are transactions of their own with the sending between
 * them, so of any number of workers one sends, and what a dead worker may have sent is never sent again. `checks` say whether it is still true.
 */
export async function deliverMessage(ctx: ShopContext, transports: Transports, { id }: { id: string }, checks: readonly TruthCheck[] = []): Promise<void> {
  const { claimed, sender, voice } = await ctx.tx(async (tx) => {
    const { value: voice } = await readSetting(tx, voiceSetting);
    const hearing = { tx, shop: ctx.shop, voice, now: ctx.clock.now() };
    return { claimed: await takeUp(hearing, BigInt(id), checks), sender: (await readSetting(tx, senderSetting)).value, voice };
  });
  if (!claimed) return;
  const from = { name: sender.displayName || ctx.shop.name, replyTo: sender.replyTo || null };
  const settlement = await send(transports, { message: claimed, shop: ctx.shop, sender: from, marksLinks: voice.noteFollowed }, ctx.clock.now());
  const settled = await ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    if (!(await settle(tx, claimed, settlement, now))) return false;
    await recordFate(tx, claimed, settlement, now);
    return true;
  });
  if (!settled) ctx.log.error({ messageId: id, settlement: settlement.state }, 'a message was settled by somebody else meanwhile');
  transports.metrics.messages.inc({ channel: claimed.channel, outcome: settlement.state === 'queued' ? 'postponed' : settlement.state });
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
