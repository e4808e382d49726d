import { advanceChain, type AnyChain } from '#app/modules/compensation/index.server.ts';
import { fetchOrder } from '#app/modules/orders/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { DeedAnswer } from './deed-answer.ts';

/** Takes a deed as far as it goes now and reads its order as it then stands, so that whoever clicked sees what came of it. What is not done yet is done by its job. */
export async function carryOut(ctx: ShopContext, kinds: readonly AnyChain[], { chainId, orderId }: { chainId: string; orderId: string }, say: () => Promise<string | null>): Promise<DeedAnswer> {
  const state = await advanceChain(ctx, kinds, chainId);
  if (state === 'running') return { is: 'running' };
  if (state === 'attention') return { is: 'attention' };
  if (state === 'dropped') return { is: 'moved' };
  try {
    await ctx.tx((tx) => tx.orders.updateMany({ where: { id: orderId }, data: { stale_since: ctx.clock.now() } }));
    await fetchOrder(ctx, { orderId });
  } catch (error) {
    ctx.log.warn({ error, orderId }, 'an order was not read after something was done to it');
  }
  return { is: 'done', sentence: await say() };
}
