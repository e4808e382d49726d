import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { saveSetting, type SavedSetting } from '#app/modules/settings/index.server.ts';
import { markTickets } from '../tiers/mark-tickets.server.ts';
import { promiseSetting, type Promises } from './promise-setting.ts';

/** Saves what customers are promised; what is not done is marked by the new measure of whom the shop values. */
export function savePromises(ctx: ShopContext, form: FormData, by: string | null): Promise<SavedSetting<Promises>> {
  return saveSetting(ctx, promiseSetting, form, { by, afterwards: markTickets });
}
