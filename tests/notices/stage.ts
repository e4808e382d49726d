import { afterAll } from 'vitest';
import { decideNotices, wakeNotices } from '#app/modules/notices/index.server.ts';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import type { OrderFacts, Snapshot } from '#app/modules/orders/snapshots.ts';
import { refreshChangedParcels } from '#app/modules/parcels/index.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openShops } from '../orders/shop.ts';
import { fulfillment, line, order, second } from '../orders/snapshots.ts';

export const hours = (count: number) => second(count * 3_600);
const number = '00340434161094022115';
const berlin = { fulfillment_status: 'fulfilled', email: 'ada@example.com', shipping_address: { name: 'Ada', address1: 'Weg 1', address2: null, city: 'Berlin', province: 'Berlin', provinceCode: 'BE', zip: '10115', countryCode: 'DE', phone: null } };

/** Order 1 to Berlin, all of it sent, changed as wished. */
export const berlinOrder = (facts: OrderFacts = {}, updatedAt = hours(0)) => order({ id: '1', updatedAt, facts: { ...berlin, ...facts }, lines: [line('11', { unfulfilled_quantity: 0 })] });
/** Its parcel with DHL, sent a minute after the order. */
export const parcel = (more: { numbers?: string[]; updatedAt?: string; status?: string } = {}) => fulfillment({ id: '1', orderId: '1', numbers: [number], ...more });

/** Shops in which orders go through things; what a change wakes is decided at once. */
export async function openNoticesStage() {
  const { database, newShop } = await openShops();
  afterAll(() => database.close());
  const decide = (ctx: ShopContext, orderId = '1') => decideNotices(ctx, { linkTo: (id) => `https://shop.example.com/apps/aftercare/track?key=${id}`, hasHouseSms: true }, { orderId });
  return {
    database,
    async newShop(options: { installedAt?: Date } = {}) {
      const ctx = await newShop({ at: new Date(hours(1)), ...options });
      const at = (later: number): ShopContext => ({ ...ctx, clock: { now: () => new Date(hours(later)) } });
      const woken = () => wokenOrders(ctx);
      return {
        ctx,
        at,
        decide: (later: number) => decide(at(later)),
        woken,
        /** So many hours after the story began these things are heard. */
        async hear(later: number, ...news: Snapshot[]) {
          const then = at(later);
          await then.tx((tx) => applyOrders(tx, then.shop, news, then.clock.now()));
          await refreshChangedParcels(then, wakeNotices);
          for (const id of await woken()) await decide(then, id);
        },
        kinds: async () => (await ctx.tx((tx) => tx.outbox.findMany({ orderBy: { id: 'asc' } }))).map(({ kind }) => kind.replace('notices.', '')),
        /** The outbox sent what it had. */
        sent: () => ctx.tx((tx) => tx.outbox.updateMany({ where: { state: 'queued' }, data: { state: 'sent' } })),
        messages: () => ctx.tx((tx) => tx.outbox.findMany({ orderBy: { id: 'asc' } })),
        notices: () => ctx.tx((tx) => tx.notices.findMany({ orderBy: { id: 'asc' } })),
      };
    },
  };

  async function wokenOrders(ctx: ShopContext): Promise<string[]> {
    const { rows } = await database.pool.query<{ id: string }>(
      `select j.payload #>> '{data,orderId}' as id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
        where t.identifier = 'notices.decide' and (j.payload ->> 'shopId')::int = $1 order by j.id`,
      [ctx.shop.id],
    );
    return rows.map(({ id }) => id);
  }
}
