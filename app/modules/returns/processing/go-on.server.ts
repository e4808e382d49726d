import { advanceWatched, storeCreditChain } from '#app/modules/compensation/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { processChain } from '../money/process-chain.server.ts';
import { readReturnsOf } from '../read-returns.server.ts';
import { wantReturns } from '../want-returns.server.ts';
import type { WorkAnswer } from './answers.ts';
import { closeDone } from './close-done.server.ts';
import { disposeChain } from './dispose-chain.server.ts';

const kinds = [disposeChain, processChain, storeCreditChain];

/** Takes chains as far as they go and reads the return as it then stands, so that whoever clicked sees what came of it. What fails here is done by their jobs. */
export async function goOn(ctx: ShopContext, orderId: string, chainIds: readonly string[]): Promise<WorkAnswer> {
  const states: string[] = [];
  for (const chainId of chainIds) states.push(await advanceWatched(ctx, kinds, chainId));
  try {
    await readReturnsOf(ctx, orderId);
    await closeDone(ctx, orderId);
  } catch (error) {
    ctx.log.warn({ error, orderId }, 'a return was not read after it was worked on');
    await ctx.tx((tx) => wantReturns(tx, [orderId], ctx.clock.now()));
  }
  if (states.includes('attention')) return { is: 'attention' };
  return { is: states.includes('running') ? 'running' : 'done' };
}
