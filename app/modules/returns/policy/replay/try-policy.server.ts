import { after, day } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { defaultPolicy } from '../default-policy.ts';
import type { Policy } from '../policy.ts';
import { policyInWork } from '../store/policy-in-force.server.ts';
import type { ReplayReport } from './past-return.ts';
import { nextReturns, startOf, type Place } from './past-returns.server.ts';
import { replayPolicy } from './replay-policy.ts';

/** Since when returns are looked at: a season. */
export const triedSince = (now: Date) => after(now, -90 * day);

/** How the shop's past 90 days of returns would have gone under an edited policy, held against the published one. Writes nothing. */
export async function tryPolicy(ctx: ShopContext, edited: Policy): Promise<ReplayReport> {
  const { published } = await ctx.tx(policyInWork);
  const { report } = await tryPart(ctx, { before: published?.policy ?? defaultPolicy, edited, from: null, pages: Number.POSITIVE_INFINITY });
  return report;
}

/** The same for some pages of them: after which return, and where to go on; null where that was the last of them. */
export async function tryPart(ctx: ShopContext, asked: { before: Policy; edited: Policy; from: Place | null; pages: number }): Promise<{ report: ReplayReport; next: Place | null }> {
  const { before, edited, pages } = asked;
  const replay = replayPolicy(before, edited);
  let from: Place | null = asked.from ?? startOf(triedSince(ctx.clock.now()));
  for (let read = 0; from && read < pages; read += 1) {
    const page: Awaited<ReturnType<typeof nextReturns>> = await nextReturns(ctx, { from, policies: [before, edited] });
    for (const past of page.returns) replay.add(past);
    from = page.next;
  }
  return { report: replay.report(), next: from };
}
