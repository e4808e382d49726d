import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyOrders } from '../../app/modules/orders/apply-orders.server.ts';
import { fetchOrder, listOrders, orderStory } from '../../app/modules/orders/index.server.ts';
import type { Snapshot } from '../../app/modules/orders/snapshots.ts';
import { readStory } from '../../app/modules/journal/index.server.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { now, openShops } from './shop.ts';
import { checkpoint, customer, fulfillment, line, order, refund, second } from './snapshots.ts';

let database: Database;
let ctx: ShopContext;
let newShop: Awaited<ReturnType<typeof openShops>>['newShop'];

beforeAll(async () => {
  const opened = await openShops();
  ({ database, newShop } = opened);
  ctx = await newShop();
});
afterAll(() => database.close());

const apply = (...snapshots: Snapshot[]) => ctx.tx((tx) => applyOrders(tx, ctx.shop, snapshots, now));
const held = (id: string) => ctx.tx((tx) => tx.orders.findFirst({ where: { id } }));
const told = (orderId: string) => ctx.tx((tx) => readStory(tx, { orderId }));
const waiting = async (orderId: string) => {
  const jobs = await database.pool.query(`select 1 from graphile_worker._private_jobs where key = $1`, [`${ctx.shop.id}:orders.fetch:${orderId}`]);
  return jobs.rowCount;
};

describe('an order told again', () => {
  it('changes nothing and tells nothing when it is the same', async () => {
    await apply(order({ id: '101', customer: customer('1') }));
    const before = await held('101');
    expect(await apply(order({ id: '101', customer: customer('1') }))).toEqual({ ordersChanged: 0, ordersToRead: 0 });
    expect(await held('101')).toEqual(before);
    expect((await told('101')).map(({ type }) => type)).toEqual(['order.placed']);
  });

  it('wins when it is newer and loses when it is older, whichever comes first', async () => {
    await apply(order({ id: '102', updatedAt: second(20), facts: { financial_status: 'refunded' } }));
    await apply(order({ id: '102', updatedAt: second(10), facts: { financial_status: 'pending' } }));
    expect((await held('102'))?.financial_status).toBe('refunded');
  });

  it('keeps what the newer telling leaves out', async () => {
    await apply(order({ id: '103', facts: { note: 'ring twice', email: 'a@example.com' } }));
    const { note, email, ...rest } = order({ id: '103', updatedAt: second(5), facts: { tags: ['vip'] } }).facts;
    await apply({ ...order({ id: '103', updatedAt: second(5) }), facts: rest, lines: null });
    expect(await held('103')).toMatchObject({ note: 'ring twice', email: 'a@example.com', tags: ['vip'] });
  });

  it('differently in the same second is in doubt and read again once the second is over', async () => {
    await apply(order({ id: '104', facts: { tags: ['a'] } }));
    await apply(order({ id: '104', facts: { tags: ['b'] } }));
    expect((await held('104'))?.stale_since).toEqual(now);
    expect(await waiting('104')).toBe(1);
    const later = new Date(now.getTime() + 60_000).toISOString();
    await apply(order({ id: '104', facts: { tags: ['b'] }, readAt: later }));
    expect(await held('104')).toMatchObject({ tags: ['b'], stale_since: null });
  });
});

describe('news about something unknown', () => {
  it('has the order read, once, and shows nothing of it until then', async () => {
    await apply(fulfillment({ id: '1', orderId: '200' }), checkpoint('1', '200', '1', 'in_transit', second(70)), refund('1', '200', 500, second(80)));
    expect(await waiting('200')).toBe(1);
    expect((await listOrders(ctx, { pageSize: 100 })).rows.map(({ id }) => id)).not.toContain('200');
    await expect(orderStory(ctx, '200')).rejects.toMatchObject({ status: 404 });
  });

  it('is kept, and whole once the order itself arrives', async () => {
    await apply(checkpoint('4', '203', '4', 'delivered', second(70)));
    await apply(fulfillment({ id: '4', orderId: '203' }));
    await apply(order({ id: '203', updatedAt: second(71), lines: [line('2031', { product_id: null })], fulfillments: [fulfillment({ id: '4', orderId: '203' })] }));
    expect((await orderStory(ctx, '203')).parcels).toMatchObject([{ status: 'delivered', number: 'T4', lines: [{ quantity: 2 }] }]);
    await fetchOrder(ctx, { orderId: '203' }); // Shopify is not asked: its client here would throw.
  });

  it('is no news where the same batch brings the order, in any order', async () => {
    const scan = checkpoint('2', '201', '2', 'in_transit', second(70));
    expect(await apply(scan, fulfillment({ id: '2', orderId: '201' }), order({ id: '201' }))).toMatchObject({ ordersToRead: 0 });
    const parcel = await ctx.tx((tx) => tx.fulfillments.findFirst({ where: { id: '2' } }));
    expect(parcel).toMatchObject({ display_status: 'in_transit', in_transit_at: new Date(second(70)) });
  });

  it('has the order read again where its fulfillment is unknown', async () => {
    await apply(order({ id: '202' }));
    await apply(checkpoint('3', '202', '99', 'delivered', second(70)));
    expect(await waiting('202')).toBe(1);
    await expect(fetchOrder(ctx, { orderId: '202' })).rejects.toThrow('Nothing here asks Shopify.');
  });
});

describe('an order heard of by webhook just now', () => {
  const justNow = { created_at: now.toISOString(), processed_at: now.toISOString() };
  const pictured = (snapshot: ReturnType<typeof order>, imageUrl: string | null) => ({ ...snapshot, lines: (snapshot.lines ?? []).map((one) => ({ ...one, imageUrl })) });
  const pictures = async (shop: ShopContext, id: string) => (await orderStory(shop, id)).lines.map(({ imageUrl }) => imageUrl);

  it('is read once for its pictures, which later news does not ask for again nor take away', async () => {
    expect(await apply(order({ id: '210', facts: justNow }))).toMatchObject({ ordersToRead: 1 });
    expect(await waiting('210')).toBe(1);
    await expect(fetchOrder(ctx, { orderId: '210' })).rejects.toThrow('Nothing here asks Shopify.');
    expect(await apply(pictured(order({ id: '210', facts: justNow, readAt: now.toISOString() }), 'https://cdn.example.com/sock.png'))).toMatchObject({ ordersToRead: 0 });
    await fetchOrder(ctx, { orderId: '210' }); // It has its pictures: Shopify is not asked.
    expect(await apply(order({ id: '210', facts: { ...justNow, tags: ['later'] }, updatedAt: second(9) }))).toMatchObject({ ordersToRead: 0 });
    expect(await pictures(ctx, '210')).toEqual(['https://cdn.example.com/sock.png']);
  });

  it('whose product has no picture is not asked for again by later news', async () => {
    await apply(order({ id: '211', facts: justNow }));
    expect(await apply(pictured(order({ id: '211', facts: justNow, readAt: now.toISOString() }), null))).toMatchObject({ ordersToRead: 0 });
    expect(await apply(order({ id: '211', facts: { ...justNow, tags: ['later'] }, updatedAt: second(9) }))).toMatchObject({ ordersToRead: 0 });
  });

  it.each([
    ['whose products are gone', order({ id: '212', facts: justNow, lines: [line('2121', { product_id: null, variant_id: null })] })],
    ['that was placed long ago', order({ id: '213' })],
    ['that an import brings', order({ id: '214', facts: justNow, readAt: now.toISOString() })],
  ])('is not read where it is one %s', async (_which, snapshot) => {
    expect(await apply(snapshot)).toMatchObject({ ordersToRead: 0 });
  });

  it('is left to the reconcile in a rush of orders', async () => {
    const rushed = await newShop();
    const rush = (from: number, count: number) => Array.from({ length: count }, (_, at) => order({ id: String(from + at), facts: justNow }));
    const hear = (news: Snapshot[]) => rushed.tx((tx) => applyOrders(tx, rushed.shop, news, now));
    expect(await hear(rush(1, 100))).toMatchObject({ ordersToRead: 100 });
    expect(await hear(rush(101, 1))).toMatchObject({ ordersToRead: 0 });
    expect(await hear(rush(1_000, 3_000))).toMatchObject({ ordersToRead: 0 });
  });
});

describe('a deleted order', () => {
  it('is not brought back by late news', async () => {
    await apply(order({ id: '300' }));
    await apply({ kind: 'order-deleted', id: '300', at: second(100) });
    await apply(order({ id: '300', updatedAt: second(50), facts: { tags: ['late'] } }));
    expect((await held('300'))?.deleted_at).toEqual(new Date(second(100)));
  });

  it('is not born by news that comes after its end', async () => {
    await apply({ kind: 'order-deleted', id: '301', at: second(100) });
    await apply(order({ id: '301' }));
    expect((await held('301'))?.deleted_at).toEqual(new Date(second(100)));
  });
});

describe('parcels', () => {
  it('are marked as removed when their number is replaced, and come back with it', async () => {
    await apply(order({ id: '400' }), fulfillment({ id: '40', orderId: '400', numbers: ['OLD'] }));
    await apply(fulfillment({ id: '40', orderId: '400', numbers: ['NEW'], updatedAt: second(90) }));
    const numbers = () => ctx.tx((tx) => tx.shipments.findMany({ where: { fulfillment_id: '40' }, orderBy: { number: 'asc' }, select: { number: true, removed_at: true } }));
    expect(await numbers()).toEqual([{ number: 'NEW', removed_at: null }, { number: 'OLD', removed_at: new Date(second(90)) }]);
    await apply(fulfillment({ id: '40', orderId: '400', numbers: ['OLD'], updatedAt: second(95) }));
    expect(await numbers()).toMatchObject([{ removed_at: new Date(second(95)) }, { removed_at: null }]);
    expect((await told('400')).filter(({ type }) => type.startsWith('shipment')).map(({ type }) => type)).toEqual(['shipment.removed', 'shipment.added', 'shipment.removed', 'shipment.added']);
  });

  it('of an edit whose line is not known yet wait for the order', async () => {
    await apply(order({ id: '401' }), fulfillment({ id: '41', orderId: '401', lineIds: ['4011', '4012'] }));
    expect(await waiting('401')).toBe(1);
    await apply(order({ id: '401', updatedAt: second(61), lines: [line('4011'), line('4012')], fulfillments: [fulfillment({ id: '41', orderId: '401', lineIds: ['4011', '4012'] })] }));
    expect(await ctx.tx((tx) => tx.fulfillment_lines.count({ where: { fulfillment_id: '41' } }))).toBe(2);
  });

  it('follow their scans in the order these happened, not arrived', async () => {
    await apply(order({ id: '402' }), fulfillment({ id: '42', orderId: '402' }), checkpoint('52', '402', '42', 'delivered', second(300)));
    await apply(checkpoint('51', '402', '42', 'in_transit', second(200)));
    expect(await ctx.tx((tx) => tx.fulfillments.findFirst({ where: { id: '42' } }))).toMatchObject({ display_status: 'delivered', in_transit_at: new Date(second(200)), delivered_at: new Date(second(300)) });
  });

  it('forget a scan that was taken back, also when it arrives after that', async () => {
    await apply(order({ id: '403' }), fulfillment({ id: '43', orderId: '403' }));
    await apply({ kind: 'checkpoint-removed', id: 'shopify:61', fulfillmentId: '43', orderId: '403', at: second(400) });
    await apply(checkpoint('61', '403', '43', 'delivered', second(300)));
    expect(await ctx.tx((tx) => tx.fulfillments.findFirst({ where: { id: '43' } }))).toMatchObject({ display_status: null, delivered_at: null });
  });
});

describe('a fulfillment that an import reads before its lines', () => {
  const bulk = (more: object) => ({ ...fulfillment({ id: '44', orderId: '404', readAt: now.toISOString() }), ...more });

  it('enters the story with its lines, and says how many items it holds', async () => {
    await apply(order({ id: '404', readAt: now.toISOString(), fulfillments: [bulk({ lines: null })] }));
    expect((await told('404')).map(({ type }) => type)).toEqual(['order.placed']);
    await apply(bulk({}), bulk({}));
    expect((await told('404')).slice(1)).toMatchObject([{ type: 'fulfillment.created', data: { items: 2, numbers: ['T44'] } }]);
  });

  it('and whose number was replaced in between is told with its new number alone', async () => {
    const [first, then] = [fulfillment({ id: '45', orderId: '405', readAt: now.toISOString(), numbers: ['OLD'] }), fulfillment({ id: '45', orderId: '405', readAt: now.toISOString(), numbers: ['NEW'], updatedAt: second(90) })];
    await apply(order({ id: '405', readAt: now.toISOString(), fulfillments: [{ ...first, lines: null }] }));
    await apply(then);
    expect((await told('405')).slice(1)).toMatchObject([{ type: 'fulfillment.created', data: { items: 2, numbers: ['NEW'] } }]);
    expect(await told('405')).toHaveLength(2);
  });

  it('learns them also from news that is older than what was read', async () => {
    const newer = fulfillment({ id: '46', orderId: '406', readAt: now.toISOString(), updatedAt: second(90) });
    await apply(order({ id: '406', readAt: now.toISOString(), fulfillments: [{ ...newer, lines: null }] }));
    await apply(fulfillment({ id: '46', orderId: '406' }));
    expect((await told('406')).slice(1)).toMatchObject([{ type: 'fulfillment.created', data: { items: 2 } }]);
    expect(await ctx.tx((tx) => tx.fulfillment_lines.count({ where: { fulfillment_id: '46' } }))).toBe(1);
  });
});

describe('refunds', () => {
  it('add up on the order and are told once', async () => {
    await apply(order({ id: '500' }), refund('70', '500', 500, second(90)));
    await apply(refund('70', '500', 500, second(90)), refund('71', '500', 250, second(95)));
    expect((await held('500'))?.refunded).toBe(750n);
    expect((await told('500')).filter(({ type }) => type === 'refund.created')).toHaveLength(2);
  });
});

describe('people', () => {
  it('are known by every address and number they were seen with', async () => {
    await apply(order({ id: '600', customer: customer('60', { phone: '+49301234567' }), facts: { email: 'other@example.com' } }));
    await apply(customer('60', { updatedAt: second(5), email: 'new@example.com', facts: { first_name: 'Ada', last_name: 'Neu' } }));
    const contacts = await ctx.tx((tx) => tx.customer_contacts.findMany({ where: { customer_id: '60' }, orderBy: { value: 'asc' } }));
    expect(contacts.map(({ value, source }) => `${source} ${value}`)).toEqual(['customer +49301234567', 'customer customer-60@example.com', 'customer new@example.com', 'order other@example.com']);
  });

  it('stay redacted whatever is told later', async () => {
    await apply(customer('61'));
    await ctx.tx((tx) => tx.customers.updateMany({ where: { id: '61' }, data: { first_name: null, last_name: null, redacted_at: now } }));
    await apply(customer('61', { updatedAt: second(900) }));
    expect(await ctx.tx((tx) => tx.customers.findFirst({ where: { id: '61' } }))).toMatchObject({ first_name: null, last_name: null });
  });
});

describe('history', () => {
  it('is marked as imported by its time, whichever road brought it', async () => {
    const young = await newShop({ installedAt: new Date(second(65)) });
    await young.tx((tx) => applyOrders(tx, young.shop, [order({ id: '1' }), fulfillment({ id: '1', orderId: '1' }), checkpoint('1', '1', '1', 'delivered', second(70))], now));
    await young.tx((tx) => applyOrders(tx, young.shop, [order({ id: '2', facts: { created_at: second(66), processed_at: second(66) } })], now));
    const orders = await young.tx((tx) => tx.orders.findMany({ orderBy: { id: 'asc' }, select: { imported: true } }));
    expect(orders.map(({ imported }) => imported)).toEqual([true, false]);
    const story = await young.tx((tx) => readStory(tx, { orderId: '1' }));
    expect(story.map(({ type, data }) => [type, 'imported' in data && data.imported])).toEqual([['order.placed', true], ['fulfillment.created', true], ['shipment.delivered', false]]);
  });

  it('is in the story scan by scan, and each once, whether it came before the app was installed or after', async () => {
    const scans = (at: (place: number) => string) => [checkpoint('1', '1', '1', 'in_transit', at(1)), checkpoint('2', '1', '1', 'attempted_delivery', at(2)), checkpoint('3', '1', '1', 'delivered', at(3))];
    const parcel = fulfillment({ id: '1', orderId: '1', checkpoints: scans((place) => second(60 + place)) });
    const stories = await Promise.all(
      [second(0), second(62), second(900)].map(async (installedAt) => {
        const shop = await newShop({ installedAt: new Date(installedAt) });
        await shop.tx((tx) => applyOrders(tx, shop.shop, [order({ id: '1' }), parcel], now));
        await shop.tx((tx) => applyOrders(tx, shop.shop, [parcel], now));
        return (await orderStory(shop, '1')).timeline.map(({ type, happenedAt, data }) => [type, happenedAt.toISOString(), 'checkpointId' in data && data.checkpointId]);
      }),
    );
    expect(stories[0]?.map(([type]) => type)).toEqual(['order.placed', 'fulfillment.created', 'shipment.scanned', 'shipment.exception', 'shipment.delivered']);
    expect(stories[1]).toEqual(stories[0]);
    expect(stories[2]).toEqual(stories[0]);
  });
});
