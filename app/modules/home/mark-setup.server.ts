import { ExpectedError } from '#app/kernel/errors.ts';
import { changeSetting, readSetting, setupSetting, type Setup } from '#app/modules/settings/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** Notes that a step of the set-up guide was done, or the guide put away. Two people marking at once both count. */
export async function markSetup(ctx: ShopContext, mark: Partial<Setup>, by: string | null): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const { value, version } = await ctx.tx((tx) => readSetting(tx, setupSetting));
    try {
      await changeSetting(ctx, setupSetting, { value: { ...value, ...mark }, version, by });
      return;
    } catch (error) {
      if (!(error instanceof ExpectedError && error.code === 'conflict') || tries === 3) throw error;
    }
  }
}
