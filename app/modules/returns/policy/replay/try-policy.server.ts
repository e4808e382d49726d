import { after, day } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Policy } from '../policy.ts';
import { policyInWork } from '../store/policy-in-force.server.ts';
import { defaultPolicy } from '../default-policy.ts';
import type { ReplayReport } from './past-return.ts';
import { eachPastReturn } from './past-returns.server.ts';
import { replayPolicy } from './replay-policy.ts';

/** How the shop's past 90 days of returns would have gone under an edited policy, held against the published one. Writes nothing. */
export async function tryPolicy(ctx: ShopContext, edited: Policy): Promise<ReplayReport> {
  const { published } = await ctx.tx(policyInWork);
  const before = published?.policy ?? defaultPolicy;
  const replay = replayPolicy(before, edited);
  const since = after(ctx.clock.now(), -90 * day);
  await eachPastReturn(ctx, { since, policies: [before, edited] }, (past) => replay.add(past));
  return replay.report();
}
