import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { exchangeSetting, type ExchangeRules } from './exchange-setting.ts';
import { mayHold } from './holds/may-hold.ts';

/** How the shop exchanges, and whether it lets us move its stock. */
export interface ExchangeSettings {
  rules: Current<ExchangeRules>;
  mayHold: boolean;
}

/** What the page of these settings shows. */
export async function exchangeSettings(ctx: ShopContext): Promise<ExchangeSettings> {
  return { rules: await ctx.tx((tx) => readSetting(tx, exchangeSetting)), mayHold: mayHold(ctx.shop) };
}
