import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { staffWriter } from '../replies/writer.server.ts';

/** How customers read an agent: under their name, or the shop's where none is known, and with what is put under their answers. */
export async function agentVoice(tx: ShopTx, shop: Shop, staffId: string | null): Promise<{ agentName: string; signature: string }> {
  const { name, signature } = staffId === null ? { name: '', signature: '' } : await staffWriter(tx, staffId);
  return { agentName: name || shop.name, signature };
}
