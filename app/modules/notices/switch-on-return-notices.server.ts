import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import { noticesSetting } from './notices-setting.ts';
import { returnKinds } from './return-facts.ts';

/** How often it is tried again where somebody else changed the notices meanwhile. */
const tries = 4;

/** Switches on, from now on and all at once, what is told of returns, as far as no merchant decided about it yet; what was decided stands. */
export async function switchOnReturnNotices(ctx: ShopContext, by: string | null): Promise<void> {
  for (let left = tries; ; left -= 1) {
    const { value, version } = await ctx.tx((tx) => readSetting(tx, noticesSetting));
    const undecided = returnKinds.filter((kind) => value.kinds[kind] === undefined);
    if (undecided.length === 0) return;
    const choice = { on: true, since: ctx.clock.now().toISOString() };
    const kinds = { ...value.kinds, ...Object.fromEntries(undecided.map((kind) => [kind, choice])) };
    try {
      await changeSetting(ctx, noticesSetting, { value: { ...value, kinds }, version, by });
      return;
    } catch (error) {
      if (left === 1 || !(error instanceof ExpectedError) || error.code !== 'conflict') throw error;
    }
  }
}
