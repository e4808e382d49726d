import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { saveSetting, type SavedSetting } from '#app/modules/settings/index.server.ts';
import { mayStaff } from './staff-rights.server.ts';
import { staffSetting, type StaffRights } from './staff-setting.ts';

/** Saves who may do what, where the person may go beyond limits; `notAllowed` is said to everybody else, and nothing changes. */
export async function saveStaff(ctx: ShopContext, form: FormData, by: string | null): Promise<SavedSetting<StaffRights>> {
  const may = by !== null && (await ctx.tx((tx) => mayStaff(tx, by, 'beyond_limit')));
  return may ? saveSetting(ctx, staffSetting, form, { by }) : { errors: { fields: {}, form: 'notAllowed' } };
}
