import { sql, type ShopTx } from '#app/platform/db/database.server.ts';

/** Forgets parcels that turn out not to have been delivered, or whose shipment is gone. */
export async function forgetTransits(tx: ShopTx, shipmentIds: readonly string[]): Promise<void> {
  if (shipmentIds.length === 0) return;
  await tx.$executeRaw(sql`delete from transits where shipment_id = any(${[...shipmentIds]}::text[]::bigint[])`);
}
