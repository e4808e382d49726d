import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import { stageOf } from './in-force.ts';
import { peakSetting } from './profile.ts';
import { planChanged } from './plan-changed.server.ts';

/** Ends the profile that is in force now; one that is not is refused. */
export async function endProfile(ctx: ShopContext, { id, by }: { id: string; by: string | null }): Promise<{ ended: string }> {
  const now = ctx.clock.now();
  const { value: profiles, version } = await ctx.tx((tx) => readSetting(tx, peakSetting));
  const profile = profiles.find((one) => one.id === id);
  if (!profile) throw new ExpectedError('unknown_profile', 404, 'There is no such profile.');
  if (stageOf(profile, ctx.shop.ianaTimezone, now) !== 'running') throw new ExpectedError('not_running', 409, 'This profile is not in force.');
  const value = profiles.map((one) => (one === profile ? { ...one, endedAt: now.toISOString() } : one));
  await changeSetting(ctx, peakSetting, { value, version, by, afterwards: (tx) => planChanged(tx, ctx.shop.ianaTimezone) });
  return { ended: id };
}
