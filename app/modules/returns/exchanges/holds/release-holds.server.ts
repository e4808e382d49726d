import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { bindHolds } from './bind-holds.server.ts';
import { holdsWhere, nowIs, type Hold } from './hold-store.server.ts';
import { putBack, setAside } from './move-stock.server.ts';

/** Lets go of what is held for a wish that comes to nothing. */
export async function releaseHolds(ctx: ShopContext, wish: string): Promise<void> {
  await letGo(ctx, await ctx.tx((tx) => holdsWhere(tx, { wish, state: { in: ['asking', 'held', 'releasing'] } })));
}

/** Lets go of what is held for a return right before its goods go out, so that they are there for it. Never stands in the way: what could not be let go is tried again by its job. */
export async function releaseHoldsOfReturn(ctx: ShopContext, returnId: string): Promise<void> {
  const holds = await ctx.tx(async (tx) => {
    await bindHolds(tx);
    return holdsWhere(tx, { return_id: returnId, state: { in: ['asking', 'held', 'releasing'] } });
  });
  await letGo(ctx, holds);
}

/** Puts units back for sale; of what nobody knows whether it was set aside, it is found out first. */
export async function letGo(ctx: ShopContext, holds: readonly Hold[]): Promise<void> {
  for (const hold of holds) {
    const meant = hold.state === 'asking' ? await findOut(ctx, hold) : hold;
    if (meant) await release(ctx, meant);
  }
}

async function findOut(ctx: ShopContext, hold: Hold): Promise<Hold | null> {
  const moved = await setAside(ctx, hold);
  if (moved === 'unknown') return null;
  const state = moved === 'done' ? 'held' : 'refused';
  const wasOurs = await ctx.tx((tx) => nowIs(tx, hold, state, ctx.clock.now()));
  return wasOurs && state === 'held' ? { ...hold, state } : null;
}

async function release(ctx: ShopContext, hold: Hold): Promise<void> {
  const { clock } = ctx;
  if (hold.state === 'held' && !(await ctx.tx((tx) => nowIs(tx, hold, 'releasing', clock.now())))) return;
  const moved = await putBack(ctx, hold);
  // What Shopify will not put back is not there any more: somebody put it back by hand.
  if (moved === 'done' || moved === 'refused') await ctx.tx((tx) => nowIs(tx, { id: hold.id, state: 'releasing' }, 'released', clock.now()));
}
