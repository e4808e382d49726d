import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { inForce, spanOf } from './in-force.ts';
import { peakSetting } from './profile.ts';

/** Until when nobody is asked for a review; null where they may be asked now. */
export async function reviewsOffUntil(tx: ShopTx, { ianaTimezone: zone }: Pick<Shop, 'ianaTimezone'>, now: Date): Promise<Date | null> {
  const running = inForce((await readSetting(tx, peakSetting)).value, zone, now);
  return running?.reviewsOff ? spanOf(running, zone).until : null;
}
