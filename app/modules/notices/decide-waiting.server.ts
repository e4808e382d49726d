import { takeAlong } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { decideNotices, decideOrders, type Needs } from './decide-notices.server.ts';
import { decideNoticesJob } from './jobs.ts';

/** So many orders share what it takes to look at one; more would keep the first waiting. */
const atOnce = 20;

/** Looks at one order and, in the same transaction, at others of the shop that wait to be looked at; where that fails, at this one alone. */
export async function decideWaiting(ctx: ShopContext, needs: Needs, { orderId }: { orderId: string }): Promise<void> {
  try {
    await ctx.tx(async (tx) => {
      const others = await takeAlong(tx, decideNoticesJob, atOnce - 1);
      await decideOrders(tx, ctx, needs, [...new Set([orderId, ...others.map((other) => other.orderId)])]);
    });
  } catch (error) {
    ctx.log.warn({ error, orderId }, 'orders could not be looked at together');
    await decideNotices(ctx, needs, { orderId });
  }
}
