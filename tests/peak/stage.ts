import { afterAll } from 'vitest';
import { previewNotice } from '../../app/modules/notices/index.server.ts';
import { actOnPeak, peakPlan } from '../../app/modules/peak/index.server.ts';
import type { PeakProfile } from '../../app/modules/peak/profile.ts';
import { readSetting } from '../../app/modules/settings/index.server.ts';
import { peakSetting } from '../../app/modules/peak/index.pure.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { openShops } from '../orders/shop.ts';

/** Shops whose merchants plan busy times. */
export async function openPeakStage() {
  const { database, newShop } = await openShops();
  afterAll(() => database.close());
  return { database, newShop };
}

/** A merchant's form on the page of busy times. */
export function ask(ctx: ShopContext, fields: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  const showNotice = (asked: Parameters<typeof previewNotice>[2]) => previewNotice(ctx, { linkTo: (id) => `https://shop.example.com/${id}` }, asked);
  return actOnPeak(ctx, form, { by: 'gid://shopify/StaffMember/1', showNotice });
}

/** Saves a plan whole, as the page does. */
export async function plan(ctx: ShopContext, profiles: readonly PeakProfile[]) {
  const { version } = await ctx.tx((tx) => readSetting(tx, peakSetting));
  return ask(ctx, { intent: 'save-peak', version: String(version), value: JSON.stringify(profiles) });
}

export const stages = async (ctx: ShopContext) => (await peakPlan(ctx)).stages;
