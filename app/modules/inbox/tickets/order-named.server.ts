import { orderNamesMeant } from '#app/modules/orders/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';

/** The order that staff mean by what it is called, or by its number alone; the newest, where several are. */
export async function orderNamed(tx: ShopTx, name: string): Promise<string | null> {
  const names = await orderNamesMeant(tx, name);
  if (names.length === 0) return null;
  const order = await tx.orders.findFirst({ where: { name: { in: names }, deleted_at: null, fingerprint: { not: '' } }, orderBy: { processed_at: 'desc' }, select: { id: true } });
  return order?.id ?? null;
}
