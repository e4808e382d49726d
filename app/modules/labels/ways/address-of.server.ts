import { readSetting } from '#app/modules/settings/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Place } from '../way-back.ts';
import { returnAddressesSetting } from './return-addresses.ts';

/** Where a shop takes returns, as Shopify last told it; null while that is not known. */
export async function addressOf(tx: ShopTx, locationId: string | null): Promise<Place | null> {
  const { value: addresses } = await readSetting(tx, returnAddressesSetting);
  const found = addresses.find(({ id }) => id === locationId) ?? addresses.find(({ isFirst }) => isFirst) ?? addresses[0];
  return found ? { id: found.id, name: found.name, address: found.address, hours: '', url: '' } : null;
}
