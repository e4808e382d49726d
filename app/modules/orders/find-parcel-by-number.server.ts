import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';

/** A parcel's row and the order it is of. */
export interface FoundParcel {
  shipmentId: string;
  orderId: string;
}

const question = `
  select s.id::text as "shipmentId", s.order_id as "orderId"
    from shipments s join fulfillments f on f.id = s.fulfillment_id and f.status <> 'cancelled' join orders o on o.id = s.order_id and o.deleted_at is null
   where s.bare_number = $1 and s.removed_at is null order by s.id desc limit 1`;

/** The newest parcel with a tracking number, however it was typed and however the shop wrote it; null where nobody has it. One number may be of several orders. */
export async function findParcelByNumber(tx: ShopTx, trackingNumber: string): Promise<FoundParcel | null> {
  const bare = bareNumber(trackingNumber);
  if (bare.length < 5) return null;
  const [found] = await runInBulk<FoundParcel & Record<string, unknown>>(tx, question, [bare], 'parcel-by-number');
  return found ?? null;
}

/** As the column `bare_number` has it; Postgres refuses the sign that ends a text elsewhere. */
function bareNumber(typed: string): string {
  return typed.normalize('NFKC').slice(0, 80).replace(/[\s\0\u2000-\u200b\u2010-\u2015-]/g, '').toUpperCase();
}
