import { advanceChain, decideChain, type AnyChain } from '#app/modules/compensation/index.server.ts';
import { fetchOrder } from '#app/modules/orders/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { DeedAnswer } from './deed-answer.ts';

/**
 * Takes a deed as far as it goes now and reads its order as it then stands, so that whoever clicked sees what came of it. What is known to have been
 * refused is dropped and what was set aside for it let go; what is not done yet is done by its job.
 */
export async function carryOut(ctx: ShopContext, kind: AnyChain, { chainId, orderId }: { chainId: string; orderId: string }, say: () => Promise<string | null>): Promise<DeedAnswer> {
  const state = await advanceChain(ctx, [kind], chainId);
  if (state === 'running') return { is: 'running' };
  if (state === 'dropped') return { is: 'moved' };
  if (state === 'attention') {
    const chain = await ctx.tx((tx) => tx.chains.findFirst({ where: { id: chainId }, select: { problem: true, detail: true } }));
    if (chain?.problem !== 'refused' && chain?.problem !== 'changed') return { is: 'attention' };
    await decideChain(ctx, [kind], chainId, 'drop');
    return { is: 'refused', message: chain.detail };
  }
  await readAnew(ctx, orderId);
  return { is: 'done', sentence: await say() };
}

async function readAnew(ctx: ShopContext, orderId: string): Promise<void> {
  try {
    await ctx.tx((tx) => tx.orders.updateMany({ where: { id: orderId }, data: { stale_since: ctx.clock.now() } }));
    await fetchOrder(ctx, { orderId });
  } catch (error) {
    ctx.log.warn({ error, orderId }, 'an order was not read after something was done to it');
  }
}
