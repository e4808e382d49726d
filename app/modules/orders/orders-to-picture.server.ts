import { after, minute } from '#app/kernel/time.ts';
import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import type { Mirror } from './mirror.ts';

const lately = 10 * minute;
/** In a sale Shopify's patience is for what is in doubt: pictures of a rush come with the reconcile, several orders at once. */
const calm = 100;

/** The newly heard orders to read for their pictures now: those just placed, unless more than a hundred were. The batch must be written. */
export async function ordersToPicture(tx: ShopTx, mirror: Mirror, now: Date): Promise<string[]> {
  const since = after(now, -lately);
  const fresh = [...mirror.unpicturedOrders].filter((id) => (mirror.orders.get(id)?.processed_at ?? '') > since.toISOString());
  if (fresh.length === 0) return [];
  const placed = await tx.$queryRaw<unknown[]>(sql`select 1 from orders where processed_at > ${since} limit ${calm + 1}`);
  return placed.length > calm ? [] : fresh;
}
