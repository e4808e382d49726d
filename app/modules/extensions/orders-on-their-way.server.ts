import { after, day } from '#app/kernel/time.ts';
import { append } from '#app/modules/journal/index.server.ts';
import { storiesOfOrders } from '#app/modules/parcels/index.server.ts';
import { shownOfParcels, trackingWords } from '#app/modules/tracking/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { OrdersOnTheirWay } from './answers.ts';
import { tellParcel } from './tell-parcel.ts';

/** As many as a profile has room for. */
const most = 5;
/** What has not arrived after so long is a matter for its own order's page. */
const longest = 90 * day;

/** The newest orders of a customer of which a parcel has not arrived; the days it names are written down as shown. */
export async function ordersOnTheirWay(ctx: ShopContext, { customerId, locales }: { customerId: string; locales: readonly string[] }): Promise<OrdersOnTheirWay> {
  const now = ctx.clock.now();
  const telling = { words: trackingWords([...locales, ...ctx.shop.locales]), zone: ctx.shop.ianaTimezone, now };
  return ctx.tx(async (tx) => {
    const newest = await tx.orders.findMany({
      where: { customer_id: customerId, deleted_at: null, cancelled_at: null, fingerprint: { not: '' }, processed_at: { gte: after(now, -longest) } },
      orderBy: [{ processed_at: 'desc' }, { id: 'desc' }],
      take: 2 * most,
      select: { id: true, name: true },
    });
    const known = await storiesOfOrders(tx, newest.map(({ id }) => id), now);
    const moving = newest
      .map(({ id, name }) => {
        const stories = (known.get(id) ?? []).filter(({ withdrawn, method }) => !withdrawn && method !== 'none');
        const told = stories.map((story, at) => ({ story, ...tellParcel(telling, story, [], { at: at + 1, of: stories.length }) }));
        return { id, name, parcels: told.filter(({ tone }) => tone !== 'done') };
      })
      .filter(({ parcels }) => parcels.length > 0)
      .slice(0, most);
    await append(tx, shownOfParcels(moving.flatMap(({ parcels }) => parcels.map(({ story }) => story)), { where: 'account_list', zone: ctx.shop.ianaTimezone, now }));
    return { orders: moving.map(({ id, name, parcels }) => ({ id, name, parcels: parcels.map(({ id: parcelId, status, date }) => ({ id: parcelId, status, date })) })) };
  });
}
