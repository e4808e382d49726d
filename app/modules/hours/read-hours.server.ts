import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { hoursSetting } from './hours-setting.ts';
import type { OpenHours } from './open-spans.ts';

/** When the shop is open, ready to be reckoned with. */
export async function readHours(tx: ShopTx, { ianaTimezone }: Pick<Shop, 'ianaTimezone'>): Promise<OpenHours> {
  const { value } = await readSetting(tx, hoursSetting);
  return { ...value, zone: ianaTimezone };
}
