import { ExpectedError } from '#app/kernel/errors.ts';
import { advanceWatched, chainStates, decideChain, type AnyChain } from '#app/modules/compensation/index.server.ts';
import { fetchOrder } from '#app/modules/orders/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { DeedAnswer } from './deed-answer.ts';

/**
 * Takes a deed as far as it goes now and reads its order as it then stands, so that whoever clicked sees what came of it. What is known to have been
 * refused is dropped and what was set aside for it let go; what is not done yet is done by its job.
 */
export async function carryOut(ctx: ShopContext, kind: AnyChain, { chainId, orderId }: { chainId: string; orderId: string }, say: () => Promise<string | null>): Promise<DeedAnswer> {
  const state = await advanceWatched(ctx, [kind], chainId);
  if (state === 'running') return { is: 'running' };
  if (state === 'dropped') return { is: 'moved' };
  if (state === 'attention') return dropRefused(ctx, kind, chainId);
  await readAnew(ctx, orderId);
  return { is: 'done', sentence: await say() };
}

/** Of many who click at once one lets it go, and all hear that it was refused. */
async function dropRefused(ctx: ShopContext, kind: AnyChain, chainId: string): Promise<DeedAnswer> {
  const chain = await ctx.tx((tx) => tx.chains.findFirst({ where: { id: chainId }, select: { state: true, problem: true, detail: true } }));
  if (chain?.state === 'attention' && chain.problem !== 'refused' && chain.problem !== 'changed') return { is: 'attention' };
  try {
    await decideChain(ctx, [kind], chainId, 'drop');
  } catch (error) {
    if (!(error instanceof ExpectedError && error.code === 'decided')) throw error;
  }
  const stands = (await ctx.tx((tx) => chainStates(tx, [chainId]))).get(chainId);
  return stands === 'dropped' ? { is: 'refused', message: chain?.detail ?? null } : { is: 'running' };
}

/** Reads an order as it stands at Shopify after something was done to it. */
export async function readAnew(ctx: ShopContext, orderId: string): Promise<void> {
  try {
    await ctx.tx((tx) => tx.orders.updateMany({ where: { id: orderId }, data: { stale_since: ctx.clock.now() } }));
    await fetchOrder(ctx, { orderId });
  } catch (error) {
    ctx.log.warn({ error, orderId }, 'an order was not read after something was done to it');
  }
}
