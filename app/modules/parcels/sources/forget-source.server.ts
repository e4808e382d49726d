import { sql } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { changeSetting, readSetting } from '#app/modules/settings/index.server.ts';
import type { SourceKey } from './source.ts';
import { connectionTo, sourcesSetting } from './source-setting.ts';

/** Disconnects a source: its key is gone, its pushes are refused, nothing is followed there. What it told stays. */
export async function forgetSource(ctx: ShopContext, source: SourceKey, by: string | null): Promise<void> {
  const { value, version } = await ctx.tx((tx) => readSetting(tx, sourcesSetting));
  if (!connectionTo(value.connections, source)) return;
  await changeSetting(ctx, sourcesSetting, { value: { connections: value.connections.filter((one) => one.source !== source) }, version, by });
  await ctx.tx(async (tx) => {
    await tx.$executeRaw(sql`delete from followings where source = ${source}`);
    await tx.$executeRaw(sql`delete from source_states where source = ${source}`);
  });
}
