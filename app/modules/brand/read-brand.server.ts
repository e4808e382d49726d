import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { brandOf, type Brand } from './brand.ts';
import { brandSetting } from './brand-setting.ts';

/** How the shop's mail looks now. */
export async function readBrand(tx: ShopTx, shop: Pick<Shop, 'name' | 'primaryUrl'>): Promise<Brand> {
  return brandOf(shop, (await readSetting(tx, brandSetting)).value);
}
