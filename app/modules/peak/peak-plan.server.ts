import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import { stageOf, type Stage } from './in-force.ts';
import { peakSetting, type PeakProfile } from './profile.ts';

/** What a merchant planned, and how each profile stands now, by its id. */
export interface PeakPlan {
  peak: Current<PeakProfile[]>;
  stages: Record<string, Stage>;
}

/** The plan as its page shows it. */
export async function peakPlan(ctx: ShopContext): Promise<PeakPlan> {
  const peak = await ctx.tx((tx) => readSetting(tx, peakSetting));
  const now = ctx.clock.now();
  return { peak, stages: Object.fromEntries(peak.value.map((profile) => [profile.id, stageOf(profile, ctx.shop.ianaTimezone, now)])) };
}
