import { announce } from '#app/platform/live/live.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { lockRoot } from '../tickets/lock-root.server.ts';
import { settlePromises } from './settle-promises.server.ts';

/** Warns of a conversation's promise that is soon due, and writes down the one that was broken. */
export async function watchPromises(ctx: ShopContext, { ticketId }: { ticketId: number }): Promise<void> {
  await ctx.tx(async (tx) => {
    // Also of one that was merged since: two of one conversation wait for each other.
    await lockRoot(tx, ticketId);
    await settlePromises(tx, ticketId, ctx.clock.now());
    await announce(tx, 'tickets', String(ticketId));
  });
}
