import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { parcelStories } from '../parcel-stories.server.ts';
import { listTroubles } from '../trouble/list-troubles.server.ts';
import type { TroubleRow } from '../trouble/views.ts';
import type { ParcelStory } from '../views.ts';
import { carrierNames } from './carrier-names.server.ts';

/** What an order's page shows of its parcels. */
export interface OrderParcels {
  stories: ParcelStory[];
  /** What is wrong with them or with the order as a whole. */
  troubles: TroubleRow[];
  /** Names of the carriers that occur, by key. */
  carriers: Record<string, string>;
}

/** The parcels of one order with their open troubles. */
export async function orderParcels(ctx: ShopContext, orderId: string): Promise<OrderParcels> {
  const [stories, { rows: troubles }] = await Promise.all([ctx.tx((tx) => parcelStories(tx, orderId, ctx.clock.now())), listTroubles(ctx, { orderId })]);
  const lanes = troubles.map(({ evidence }) => (typeof evidence.lane === 'string' ? (evidence.lane.split('/')[0] ?? null) : null));
  const sources = stories.flatMap(({ scans }) => scans.map(({ source }) => source));
  return { stories, troubles, carriers: carrierNames([...stories.map(({ carrier }) => carrier), ...troubles.map(({ carrier }) => carrier), ...lanes, ...sources]) };
}
