import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { queueMessage } from '#app/modules/outbox/index.server.ts';
import { endHoldOut, type Release } from './end-hold-out.server.ts';
import { clearHarm, oddsOfHarm } from './harm.ts';
import { harmMail } from './harm-mail.server.ts';
import { figuresOf, runningHoldOut } from './store.server.ts';

/** Ends the shop's hold-out once it is clear that those who are not told write more, and tells the merchant. */
export async function watchHoldOut(ctx: ShopContext, release: Release): Promise<void> {
  await ctx.tx(async (tx) => {
    const holdOut = await runningHoldOut(tx);
    if (!holdOut) return;
    const now = ctx.clock.now();
    const { told, held_out: heldOut } = await figuresOf(tx, holdOut, now);
    const wrote = { heldOut: heldOut.wrote, told: told.wrote };
    if (oddsOfHarm(wrote, holdOut.share) < clearHarm) return;
    const ended = await endHoldOut(tx, { id: holdOut.id, endedFor: 'harm', by: null, now, release });
    if (!ended || ctx.shop.email === null) return;
    await queueMessage(tx, { channel: 'email', kind: 'effect.hold-out-ended', to: ctx.shop.email, dedupeKey: `effect.hold-out-ended:${holdOut.id}`, ...harmMail(ctx.shop, { wrote, share: holdOut.share }) });
  });
}
