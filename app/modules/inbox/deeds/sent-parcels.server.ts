import { storiesOfOrders } from '#app/modules/parcels/index.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { besideParcel } from '../beside/beside-parcel.ts';
import type { BesideOrder } from '../beside/beside-view.ts';
import { whereaboutsOf, type Whereabouts } from '../facts/whereabouts.ts';
import type { Units } from './order-to-reship.server.ts';

/** A parcel of an order, where it is, and what went out with it. */
export interface SentParcel {
  shown: BesideOrder['parcels'][number];
  where: Whereabouts;
  units: Units[];
}

/** The parcels of an order, the oldest first; numbers that were withdrawn are none. */
export async function sentParcels(tx: ShopTx, orderId: string, now: Date): Promise<SentParcel[]> {
  const stories = ((await storiesOfOrders(tx, [orderId], now)).get(orderId) ?? []).filter(({ withdrawn }) => !withdrawn);
  const lines = await tx.fulfillment_lines.findMany({ where: { fulfillment_id: { in: stories.map(({ fulfillmentId }) => fulfillmentId) } }, orderBy: { order_line_id: 'asc' } });
  return stories.map((story) => ({
    shown: besideParcel(story),
    where: whereaboutsOf(story),
    units: lines.filter(({ fulfillment_id }) => fulfillment_id === story.fulfillmentId).map(({ order_line_id, quantity }) => ({ id: order_line_id, quantity })),
  }));
}
