import { setTimeout as sleep } from 'node:timers/promises';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { advanceChain } from './advance-chain.server.ts';
import type { AnyChain, ChainState } from './chain.ts';
import { chainStates } from './chain-states.server.ts';

const longestWait = 5_000;
const pause = 100;

/**
 * Takes a chain as far as it goes for somebody who watches. Where another process took it a moment before, as its own job may, they hear
 * what came of that and not that nothing is known; nobody waits long.
 */
export async function advanceWatched(ctx: ShopContext, kinds: readonly AnyChain[], chainId: string): Promise<ChainState> {
  let state = await advanceChain(ctx, kinds, chainId);
  for (let waited = 0; state === 'running' && waited < longestWait; waited += pause) {
    // Asked first: what leaves other hands in between is seen by how it stands.
    const isHeld = await isInOtherHands(ctx, chainId);
    state = (await ctx.tx((tx) => chainStates(tx, [chainId]))).get(chainId) ?? state;
    if (!isHeld) break;
    if (state === 'running') await sleep(pause);
  }
  return state;
}

async function isInOtherHands(ctx: ShopContext, chainId: string): Promise<boolean> {
  return (await ctx.tx((tx) => tx.chains.count({ where: { id: chainId, held_by: { not: null } } }))) > 0;
}
