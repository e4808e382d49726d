import { sql, type ShopTx } from '#app/platform/db/database.server.ts';

/** Of these orders, those of which the parcels screen tells: their trouble is open, or somebody dismissed it. */
export async function ordersInTrouble(tx: ShopTx, orderIds: readonly string[]): Promise<Set<string>> {
  if (orderIds.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ order_id: string }[]>(sql`
    select distinct order_id from troubles where order_id = any (${[...orderIds]}) and (closed_at is null or outcome = 'dismissed')`);
  return new Set(rows.map((row) => row.order_id));
}
