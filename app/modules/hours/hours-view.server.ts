import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { holidayRegions } from '#app/modules/promises/index.server.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import { openFrom } from './business-hours.ts';
import { hoursSetting, type BusinessHours } from './hours-setting.ts';

/** The hours as the settings show them. */
export interface HoursView {
  hours: Current<BusinessHours>;
  zone: string;
  /** Parts of countries with holidays of their own. */
  regions: ReturnType<typeof holidayRegions>;
  now: Date;
  /** `now` while the shop is open; null where it never opens. */
  opensAt: Date | null;
}

/** The hours, and what they come to at this moment. */
export async function hoursView(ctx: ShopContext): Promise<HoursView> {
  const hours = await ctx.tx((tx) => readSetting(tx, hoursSetting));
  const now = ctx.clock.now();
  const zone = ctx.shop.ianaTimezone;
  return { hours, zone, regions: holidayRegions(), now, opensAt: openFrom({ ...hours.value, zone }, now) };
}
