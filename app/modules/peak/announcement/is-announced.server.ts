import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { stageOf } from '../in-force.ts';
import { peakSetting } from '../profile.ts';

/** Whether a busy time that is not over is announced by mail. */
export async function isAnnounced(tx: ShopTx, { shop, clock }: Pick<ShopContext, 'shop' | 'clock'>): Promise<boolean> {
  const { value: profiles } = await readSetting(tx, peakSetting);
  return profiles.some((profile) => profile.announcement.on && stageOf(profile, shop.ianaTimezone, clock.now()) !== 'over');
}
