import { after } from '#app/kernel/time.ts';
import { runInBulk } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { kindTerms } from './kinds.ts';
import { isOn, noticesSetting } from './notices-setting.ts';
import { wakeNotices } from './wake-notices.server.ts';

const untold = `
  select t.order_id as id from troubles t
   where t.kind = 'late_to_ship' and t.closed_at is null and t.opened_at > $1::timestamptz
     and not exists (select from notices n where n.fact = 'preparing:' || t.order_id)`;

/** Has orders looked at that fell late by time alone: nothing changed in them that would tell. */
export async function wakeLateOrders(ctx: ShopContext): Promise<void> {
  await ctx.tx(async (tx) => {
    const { value: setting } = await readSetting(tx, noticesSetting);
    if (!isOn(setting, 'preparing')) return;
    const now = ctx.clock.now();
    const rows = await runInBulk<{ id: string }>(tx, untold, [after(now, -kindTerms.preparing.life)]);
    await wakeNotices(tx, ctx.shop, rows.map(({ id }) => id), now);
  });
}
