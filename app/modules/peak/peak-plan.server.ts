import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import { countSubscribers } from './announcement/audience.server.ts';
import { stageOf, type Stage } from './in-force.ts';
import { peakSetting, type PeakProfile } from './profile.ts';

/** What a merchant planned, and how each profile stands now, by its id. */
export interface PeakPlan {
  peak: Current<PeakProfile[]>;
  stages: Record<string, Stage>;
  /** How many customers agreed to be sent announcements. */
  subscribers: number;
}

/** The plan as its page shows it. */
export async function peakPlan(ctx: ShopContext): Promise<PeakPlan> {
  const { peak, subscribers } = await ctx.tx(async (tx) => ({ peak: await readSetting(tx, peakSetting), subscribers: await countSubscribers(tx) }));
  const now = ctx.clock.now();
  return { peak, subscribers, stages: Object.fromEntries(peak.value.map((profile) => [profile.id, stageOf(profile, ctx.shop.ianaTimezone, now)])) };
}
