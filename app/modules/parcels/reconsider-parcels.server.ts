import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { markOrdersChanged } from '#app/modules/orders/index.server.ts';
import { recheckParcels } from './trouble/watch-parcels.server.ts';

/** Has every open parcel's carrier, dates and troubles reckoned anew soon: for whoever changes what they rest on. */
export async function reconsiderParcels(tx: ShopTx): Promise<void> {
  const rows = await tx.$queryRaw<{ order_id: string }[]>(sql`select distinct order_id from parcels where settled_at is null`);
  await markOrdersChanged(tx, rows.map((row) => row.order_id));
  await recheckParcels(tx);
}
