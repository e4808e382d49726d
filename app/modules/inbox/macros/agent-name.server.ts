import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { staffWriter } from '../replies/writer.server.ts';

/** The name under which customers read an agent; the shop's, where none is known. */
export async function agentName(tx: ShopTx, shop: Shop, staffId: string | null): Promise<string> {
  return (staffId === null ? '' : (await staffWriter(tx, staffId)).name) || shop.name;
}
