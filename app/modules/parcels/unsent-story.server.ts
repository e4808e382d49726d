import { sql, type ShopTx } from '#app/platform/db/database.server.ts';
import { readJourneys } from '#app/modules/orders/index.server.ts';
import { loadKnowledge, promiseFor, type Promise as DeliveryPromise } from '#app/modules/promises/index.server.ts';

/** What may be said about the part of an order that has not left. */
export interface UnsentStory {
  /** When it should come; null where nobody can say. */
  promise: DeliveryPromise | null;
  /** It should have left by now. */
  late: boolean;
  /** It is not sent: the customer comes for it. */
  pickup: boolean;
}

/** What may be said about the part of an order that has not left; `zone` is the shop's. */
export async function unsentStory(tx: ShopTx, { orderId, zone, now }: { orderId: string; zone: string; now: Date }): Promise<UnsentStory> {
  const [journey] = await readJourneys(tx, [orderId]);
  if (!journey || journey.void) return { promise: null, late: false, pickup: false };
  if (journey.waiting === 'pickup') return { promise: null, late: false, pickup: true };
  const troubles = await tx.$queryRaw<unknown[]>(sql`
    select 1 from troubles where order_id = ${orderId} and kind = 'late_to_ship' and closed_at is null and mark is distinct from 'dismissed' limit 1`);
  const way = {
    carrier: null, service: null, origin: null, destination: journey.country, destinationProvince: journey.province,
    placedAt: new Date(journey.ready_at && journey.ready_at > journey.processed_at ? journey.ready_at : journey.processed_at), shippedAt: null, firstScanAt: null, lastScanAt: null, status: null, told: null,
  };
  return { promise: promiseFor(way, await loadKnowledge(tx, now, zone), now), late: troubles.length > 0, pickup: false };
}
