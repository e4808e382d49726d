import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting, type Current } from '#app/modules/settings/index.server.ts';
import { signalsSetting, type SignalRules } from './signals-setting.ts';

/** What the merchant wants to be pointed to, as the settings show it. */
export function signalsView(ctx: ShopContext): Promise<Current<SignalRules>> {
  return ctx.tx((tx) => readSetting(tx, signalsSetting));
}
