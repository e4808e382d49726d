import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { lookAtPromises } from '../promises/look-at-promises.server.ts';
import { marksOfOpen } from './marks-of-open.server.ts';

/** Has what is not done looked at again where its customer became one whom the shop values, or is none any more: they ordered, were tagged, or became known to us as a customer. */
export async function catchUpTiers(ctx: ShopContext): Promise<void> {
  const now = ctx.clock.now();
  await ctx.tx(async (tx) => {
    for (const { id } of await marksOfOpen(tx, { all: false, holds: false })) await lookAtPromises(tx, id, now);
  });
}
