import { isDeepStrictEqual } from 'node:util';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeSetting } from './change-setting.server.ts';
import { readSetting } from './read-setting.server.ts';
import type { Setting } from './setting.ts';

/** Sets a setting back to what held before it was ever set; nothing is written where that holds already. */
export async function resetSetting<Value>(ctx: ShopContext, setting: Setting<Value>, by: string | null): Promise<void> {
  const { value, version } = await ctx.tx((tx) => readSetting(tx, setting));
  if (!isDeepStrictEqual(value, setting.initial)) await changeSetting(ctx, setting, { value: setting.initial, version, by });
}
