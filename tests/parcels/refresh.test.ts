import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStory } from '#app/modules/journal/index.server.ts';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import type { Snapshot } from '#app/modules/orders/snapshots.ts';
import { parcelStories, refreshChangedParcels } from '#app/modules/parcels/index.server.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openShops } from '../orders/shop.ts';
import { checkpoint, fulfillment, order, second } from '../orders/snapshots.ts';

let database: Database;
let newShop: Awaited<ReturnType<typeof openShops>>['newShop'];

beforeAll(async () => {
  ({ database, newShop } = await openShops());
});
afterAll(() => database.close());

const hours = (count: number) => second(count * 3_600);
const berlin = { fulfillment_status: 'fulfilled', shipping_address: { name: 'Ada', address1: 'Weg 1', address2: null, city: 'Berlin', province: 'Berlin', provinceCode: 'BE', zip: '10115', countryCode: 'DE', phone: null } };

/** A shop in which an order went through these things, looked at so many hours after the story began. */
async function living(at: number, ...snapshots: Snapshot[]) {
  const ctx = await newShop({ at: new Date(hours(at)) });
  const hear = async (later: number, ...news: Snapshot[]) => {
    const then: ShopContext = { ...ctx, clock: { now: () => new Date(hours(later)) } };
    await then.tx((tx) => applyOrders(tx, then.shop, news, then.clock.now()));
    await refreshChangedParcels(then);
    return {
      parcels: await then.tx((tx) => parcelStories(tx, '1', then.clock.now())),
      story: (await then.tx((tx) => readStory(tx, { orderId: '1' }))).filter(({ type }) => /^(promise|trouble)/.test(type)),
      news: await database.pool.query<{ payload: { data: { news: { kind: string }[] } } }>(`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'parcels.news' and (payload ->> 'shopId')::int = $1`, [ctx.shop.id]),
    };
  };
  return { ...(await hear(at, order({ id: '1', facts: berlin }), fulfillment({ id: '1', orderId: '1', numbers: ['00340434161094022115'] }), ...snapshots)), hear, ctx };
}

describe('an order whose parcel moves', () => {
  it('has a parcel that says where it is, who carries it and when it comes', async () => {
    const { parcels } = await living(6, checkpoint('1', '1', '1', 'in_transit', hours(5)));
    expect(parcels).toMatchObject([{ status: 'in_transit', carrier: 'dhl_parcel_de', number: '00340434161094022115', numberDoubt: null, withdrawn: false, missedTo: null }]);
    expect(parcels[0]?.promise?.source).toBe('rule');
    expect(parcels[0]?.url).toMatch(/^https:\/\/.*00340434161094022115/);
  });

  it('goes to a region known by its code, as lanes and holidays name it', async () => {
    const provinceOf = async ({ ctx }: Awaited<ReturnType<typeof living>>) => (await ctx.tx((tx) => tx.parcels.findFirstOrThrow())).destination_province;
    expect(await provinceOf(await living(6))).toBe('BE');
    const tokyo = { ...berlin, shipping_address: { ...berlin.shipping_address, province: 'Tōkyō', provinceCode: 'JP-13', countryCode: 'JP' } };
    expect(await provinceOf(await living(6, order({ id: '1', updatedAt: second(1), facts: tokyo })))).toBe('13');
  });

  it('changes nothing when it is looked at again', async () => {
    const { hear, story } = await living(6, checkpoint('1', '1', '1', 'in_transit', hours(5)));
    const again = await hear(7, checkpoint('1', '1', '1', 'in_transit', hours(5)));
    expect(again.story).toEqual(story);
  });

  it('tells its promise, its miss and its next promise, each once', async () => {
    const { hear, story, parcels } = await living(6, checkpoint('1', '1', '1', 'in_transit', hours(5)));
    expect(story.map(({ type }) => type)).toEqual(['promise.made']);
    const promised = parcels[0]?.promise?.to;
    const late = await hear(24 * 20, checkpoint('2', '1', '1', 'in_transit', hours(24 * 20 - 3)));
    expect(late.parcels[0]).toMatchObject({ missedTo: promised, firstPromisedTo: promised, slips: 1 });
    expect(late.story.map(({ type }) => type).sort()).toEqual(['promise.made', 'promise.made', 'promise.missed', 'trouble.opened']);
    expect(late.parcels[0]?.troubles.map(({ kind }) => kind)).toEqual(['past_date']);
  });

  it('that is past the day its carrier told is late whether or not anybody had looked before that was heard', async () => {
    const scanned = checkpoint('1', '1', '1', 'in_transit', hours(24 * 2));
    const told = { ...scanned, facts: { ...scanned.facts, estimated_delivery_at: hours(24 * 4) } };
    const heardAtOnce = await living(24 * 6, told);
    const lookedBefore = await living(2);
    expect(lookedBefore.parcels[0]).toMatchObject({ promise: { source: 'rule' }, missedTo: null });
    const heardLater = await lookedBefore.hear(24 * 6, told);
    for (const { parcels, story } of [heardAtOnce, heardLater]) {
      expect(parcels[0]).toMatchObject({ missedTo: '2026-11-05', promise: { from: '2026-11-07', source: 'rule' } });
      expect(parcels[0]?.troubles.map(({ kind }) => kind)).toEqual(['past_date']);
      expect(story.filter(({ type }) => type === 'promise.missed')).toHaveLength(1);
    }
    expect((await lookedBefore.hear(24 * 6 + 1, told)).story).toEqual(heardLater.story);
  });

  it('closes its trouble when it arrives, keeps the missed day and tells the news once', async () => {
    const { hear } = await living(6, checkpoint('1', '1', '1', 'in_transit', hours(5)));
    await hear(24 * 20, checkpoint('2', '1', '1', 'in_transit', hours(24 * 20 - 3)));
    const arrived = await hear(24 * 21, checkpoint('3', '1', '1', 'delivered', hours(24 * 21 - 1)));
    expect(arrived.parcels[0]).toMatchObject({ status: 'delivered', promise: null, troubles: [] });
    expect(arrived.parcels[0]?.missedTo).not.toBe(null);
    expect(arrived.story.at(-1)).toMatchObject({ type: 'trouble.closed', data: { outcome: 'delivered' } });
    const again = await hear(24 * 22, checkpoint('3', '1', '1', 'delivered', hours(24 * 21 - 1)));
    const kinds = again.news.rows.flatMap(({ payload }) => payload.data.news.map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind === 'delivered')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'delayed')).toHaveLength(1);
  });

  it('teaches the shop how long the way took', async () => {
    const { ctx, hear } = await living(6, checkpoint('1', '1', '1', 'in_transit', hours(5)));
    await hear(30, checkpoint('2', '1', '1', 'out_for_delivery', hours(26)), checkpoint('3', '1', '1', 'delivered', hours(29)));
    const [sample] = await ctx.tx((tx) => tx.transits.findMany());
    expect(sample).toMatchObject({ carrier: 'dhl_parcel_de', origin: 'DE', destination: 'DE', silences: [21, 3], excepted: false });
  });
});

describe('a parcel that does not move', () => {
  it('whose number cannot be right is told to the merchant at once', async () => {
    const ctx = await newShop({ at: new Date(hours(2)) });
    await ctx.tx((tx) => applyOrders(tx, ctx.shop, [order({ id: '1' }), { ...fulfillment({ id: '1', orderId: '1' }), parcels: [{ carrier: 'UPS', number: '1Z9999W99999999998', url: null }] }], ctx.clock.now()));
    await refreshChangedParcels(ctx);
    const [parcel] = await ctx.tx((tx) => parcelStories(tx, '1', ctx.clock.now()));
    expect(parcel).toMatchObject({ status: 'pre_shipment' });
    expect(parcel?.troubles.map(({ kind }) => kind)).toEqual(parcel?.numberDoubt === null ? [] : ['number_wrong']);
    expect(parcel?.numberDoubt).not.toBe(null);
  });

  it('is withdrawn with its number, and nothing is expected of it any more', async () => {
    const { hear } = await living(2);
    const changed = await hear(3, fulfillment({ id: '1', orderId: '1', updatedAt: hours(3), numbers: ['00340434161094022122'] }));
    expect(changed.parcels.map(({ number, withdrawn }) => [number, withdrawn])).toEqual([
      ['00340434161094022115', true],
      ['00340434161094022122', false],
    ]);
  });

  it('whose number was wrong is not where the wrong one went, and keeps what was promised', async () => {
    const { hear, parcels } = await living(6, checkpoint('1', '1', '1', 'in_transit', hours(5)));
    await hear(20, checkpoint('2', '1', '1', 'delivered', hours(19)));
    const corrected = await hear(21, fulfillment({ id: '1', orderId: '1', updatedAt: hours(21), numbers: ['00340434161094022122'] }));
    expect(corrected.parcels.map(({ status, withdrawn }) => [status, withdrawn])).toEqual([['delivered', true], ['pre_shipment', false]]);
    expect(corrected.parcels[1]).toMatchObject({ promise: parcels[0]?.promise, firstPromisedTo: parcels[0]?.promise?.to, scans: [] });
    const moving = await hear(40, checkpoint('3', '1', '1', 'in_transit', hours(39)));
    expect(moving.parcels[1]).toMatchObject({ status: 'in_transit', promise: parcels[0]?.promise });
  });

  it('of a late order is still late under its new number', async () => {
    const { hear, parcels } = await living(6, checkpoint('1', '1', '1', 'in_transit', hours(5)));
    await hear(24 * 20, checkpoint('2', '1', '1', 'in_transit', hours(24 * 20 - 3)));
    const corrected = await hear(24 * 20 + 1, fulfillment({ id: '1', orderId: '1', updatedAt: hours(24 * 20 + 1), numbers: ['00340434161094022122'] }));
    expect(corrected.parcels[1]).toMatchObject({ withdrawn: false, missedTo: parcels[0]?.promise?.to, firstPromisedTo: parcels[0]?.promise?.to, slips: 1 });
  });

  it('beside another of one fulfillment is where its own carrier says, not where Shopify says of both', async () => {
    const { ctx, hear } = await living(6);
    const two = await hear(7, fulfillment({ id: '1', orderId: '1', updatedAt: hours(7), numbers: ['00340434161094022115', '00340434161094022122'] }));
    const [first] = two.parcels;
    await ctx.tx((tx) => tx.scans.create({ data: { shipment_id: BigInt(first?.shipmentId ?? 0), id: 'dhl:1', order_id: '1', source: 'dhl', status: 'in_transit', code: 'x', happened_at: new Date(hours(20)) } }));
    const told = await hear(30, checkpoint('9', '1', '1', 'delivered', hours(29)));
    expect(told.parcels.map(({ status }) => status)).toEqual(['in_transit', 'delivered']);
  });

  it('is delivered once, though a second source tells the moment a little differently', async () => {
    const { ctx, hear, parcels } = await living(6, checkpoint('1', '1', '1', 'in_transit', hours(5)));
    await hear(30, checkpoint('2', '1', '1', 'delivered', hours(29)));
    await ctx.tx((tx) => tx.scans.create({ data: { shipment_id: BigInt(parcels[0]?.shipmentId ?? 0), id: 'dhl:2', order_id: '1', source: 'dhl', status: 'delivered', code: 'x', happened_at: new Date(Date.parse(hours(29)) - 40_000), city: 'Berlin', country: 'DE' } }));
    const again = await hear(31, order({ id: '1', updatedAt: hours(31), facts: { ...berlin, note: 'a' } }));
    const kinds = again.news.rows.flatMap(({ payload }) => payload.data.news.map(({ kind }) => kind));
    expect(kinds.filter((kind) => kind === 'delivered')).toHaveLength(1);
  });

  it('that never came by a customer\'s word while it is still on its way is not said to be delivered', async () => {
    const { ctx, hear, parcels } = await living(30, checkpoint('3', '1', '1', 'in_transit', hours(29)));
    await ctx.tx((tx) => tx.problem_reports.create({ data: { id: 'p1', order_id: '1', shipment_id: BigInt(parcels[0]?.shipmentId ?? 0), kind: 'not_arrived', locale: 'en', created_at: new Date(hours(31)) } }));
    const asked = await hear(32, order({ id: '1', updatedAt: hours(32), facts: { ...berlin, note: 'a' } }));
    expect(asked.parcels[0]?.troubles).toEqual([]);
    const arrived = await hear(40, checkpoint('4', '1', '1', 'delivered', hours(39)));
    expect(arrived.parcels[0]?.troubles).toEqual([]);
  });

  it('that a customer says never came is a trouble until the report is closed', async () => {
    const { ctx, hear, parcels } = await living(30, checkpoint('3', '1', '1', 'delivered', hours(29)));
    await ctx.tx((tx) => tx.problem_reports.create({ data: { id: 'p1', order_id: '1', shipment_id: BigInt(parcels[0]?.shipmentId ?? 0), kind: 'not_arrived', locale: 'en', created_at: new Date(hours(31)) } }));
    const denied = await hear(32, order({ id: '1', updatedAt: hours(32), facts: { ...berlin, note: 'a' } }));
    expect(denied.parcels[0]?.troubles.map(({ kind }) => kind)).toEqual(['denied']);
    await ctx.tx((tx) => tx.problem_reports.updateMany({ data: { state: 'closed' } }));
    const settled = await hear(33, order({ id: '1', updatedAt: hours(33), facts: { ...berlin, note: 'b' } }));
    expect(settled.parcels[0]?.troubles).toEqual([]);
  });

  it('of a split order that is said to be missing as a whole: what the carrier calls delivered is a trouble, what is still on its way is none', async () => {
    const { ctx, hear } = await living(30, fulfillment({ id: '2', orderId: '1', numbers: ['00340434161094022122'] }), checkpoint('3', '1', '1', 'delivered', hours(29)), checkpoint('4', '1', '2', 'in_transit', hours(29)));
    await ctx.tx((tx) => tx.problem_reports.create({ data: { id: 'p1', order_id: '1', kind: 'not_arrived', locale: 'en', created_at: new Date(hours(31)) } }));
    const denied = await hear(32, order({ id: '1', updatedAt: hours(32), facts: { ...berlin, note: 'a' } }));
    expect(denied.parcels.map(({ status, troubles }) => [status, troubles.map(({ kind }) => kind)])).toEqual([['delivered', ['denied']], ['in_transit', []]]);
  });
});

describe('a parcel that lies ready to be fetched', () => {
  it('came on the day it was laid there, however late its customer fetches it', async () => {
    const { hear, parcels } = await living(6, checkpoint('1', '1', '1', 'in_transit', hours(5)));
    await hear(24 * 3, checkpoint('2', '1', '1', 'ready_for_pickup', hours(24 * 3 - 1)));
    const waiting = await hear(24 * 20, order({ id: '1', updatedAt: hours(24 * 20), facts: { ...berlin, note: 'a' } }));
    expect(waiting.parcels[0]).toMatchObject({ status: 'ready_for_pickup', promise: parcels[0]?.promise, missedTo: null });
    const fetched = await hear(24 * 21, checkpoint('3', '1', '1', 'delivered', hours(24 * 21 - 1)));
    expect(fetched.parcels[0]).toMatchObject({ status: 'delivered', missedTo: null });
  });
});

describe('how a parcel is sent', () => {
  const arrived = [checkpoint('1', '1', '1', 'in_transit', hours(5)), checkpoint('2', '1', '1', 'delivered', hours(29))];
  const learnedOf = async (extras: object) => {
    const { ctx } = await living(30, { ...order({ id: '1', updatedAt: second(1), facts: berlin }), extras }, ...arrived);
    return ctx.tx((tx) => tx.transits.findFirstOrThrow());
  };

  it('is part of what its lane is learned by: the service its customer chose', async () => {
    expect(await learnedOf({ shipping_service: 'dhl express 12' })).toMatchObject({ carrier: 'dhl_parcel_de', service: 'dhl express 12', destination: 'DE' });
  });

  it('is left open where an order was told before it was kept', async () => {
    expect(await learnedOf({})).toMatchObject({ carrier: 'dhl_parcel_de', service: '' });
  });
});
