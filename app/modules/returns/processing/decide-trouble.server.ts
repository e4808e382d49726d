import { z } from 'zod';
import { ExpectedError } from '#app/kernel/errors.ts';
import { advanceWatched, decideChain, type AnyChain } from '#app/modules/compensation/index.server.ts';
import { mayStaff } from '#app/modules/staff/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { wantReturns } from '../want-returns.server.ts';

/** What came of a decision, as its card hears it. `decided`: somebody was there before, or it went on by itself. */
export type TroubleAnswer = { is: 'attention' | 'decided' | 'done' | 'dropped' | 'forbidden' | 'invalid' | 'running' };

const form = z.object({ chain: z.uuid(), decision: z.enum(['again', 'done', 'not_done', 'drop']) });

/** Carries out what a person decided about something that waits, and takes it as far as it then goes. Throws `not_found` for what is not this shop's. */
export async function decideTrouble(ctx: ShopContext, kinds: readonly AnyChain[], data: FormData, by: string | null): Promise<TroubleAnswer> {
  const read = form.safeParse(Object.fromEntries(data));
  if (!read.success) return { is: 'invalid' };
  if (by !== null && !(await ctx.tx((tx) => mayStaff(tx, by, 'refund')))) return { is: 'forbidden' };
  const { chain, decision } = read.data;
  try {
    await decideChain(ctx, kinds, chain, decision);
  } catch (error) {
    if (error instanceof ExpectedError && error.code === 'decided') return { is: 'decided' };
    throw error;
  }
  const is = await advanceWatched(ctx, kinds, chain);
  const row = await ctx.tx((tx) => tx.chains.findFirst({ where: { id: chain }, select: { order_id: true } }));
  if (row) await ctx.tx((tx) => wantReturns(tx, [row.order_id], ctx.clock.now()));
  return { is };
}
