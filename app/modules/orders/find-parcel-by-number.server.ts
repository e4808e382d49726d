import { sql, type ShopTx } from '#app/platform/db/database.server.ts';

/** A parcel's row and the order it is of. */
export interface FoundParcel {
  shipmentId: string;
  orderId: string;
}

interface Candidate {
  id: bigint;
  order_id: string;
  fulfillment_id: string;
}

/** Numbers are looked for as they are written; only among so many of the newest parcels also where the shop's writing has blanks. */
const newest = 20_000;

/** The newest parcel with a tracking number, however it was typed; null where nobody has it. One number may be of several orders. */
export async function findParcelByNumber(tx: ShopTx, trackingNumber: string): Promise<FoundParcel | null> {
  const typed = trackingNumber.normalize('NFKC').trim().slice(0, 80);
  const bare = typed.replace(/[\s-]/g, '');
  if (bare.length < 5) return null;
  const written = await tx.shipments.findMany({
    where: { number: { in: [typed, typed.toUpperCase(), bare, bare.toUpperCase()] }, removed_at: null },
    orderBy: { id: 'desc' },
    take: 5,
  });
  return (await firstSent(tx, written)) ?? firstSent(tx, await writtenWithBlanks(tx, bare.toUpperCase()));
}

async function writtenWithBlanks(tx: ShopTx, bare: string): Promise<Candidate[]> {
  return tx.$queryRaw<Candidate[]>(sql`
    select id, order_id, fulfillment_id from (select id, order_id, fulfillment_id, number, removed_at from shipments order by id desc limit ${newest}) as recent
     where number ~ '[[:space:]-]' and upper(regexp_replace(number, '[[:space:]-]', '', 'g')) = ${bare} and removed_at is null
     order by id desc limit 5`);
}

/** The first that was sent and is of an order that is there. */
async function firstSent(tx: ShopTx, candidates: readonly Candidate[]): Promise<FoundParcel | null> {
  for (const { id, order_id, fulfillment_id } of candidates) {
    const fulfillment = await tx.fulfillments.findFirst({ where: { id: fulfillment_id, status: { not: 'cancelled' } }, select: { id: true } });
    const order = fulfillment && (await tx.orders.findFirst({ where: { id: order_id, deleted_at: null }, select: { id: true } }));
    if (order) return { shipmentId: String(id), orderId: order.id };
  }
  return null;
}
