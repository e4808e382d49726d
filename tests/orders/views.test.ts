import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyOrders } from '../../app/modules/orders/apply-orders.server.ts';
import { listOrders, orderStory, ordersNeedingAttention, ordersOverview } from '../../app/modules/orders/index.server.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { now, openShops } from './shop.ts';
import { checkpoint, customer, fulfillment, line, order, refund } from './snapshots.ts';

let database: Database;
let ctx: ShopContext;
let other: ShopContext;
let newShop: () => Promise<ShopContext>;

const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString();
const placed = (days: number) => ({ created_at: daysAgo(days), processed_at: daysAgo(days) });

beforeAll(async () => {
  const opened = await openShops();
  ({ database, newShop } = opened);
  [ctx, other] = [await opened.newShop(), await opened.newShop()];
  const wang = customer('1', { facts: { first_name: '小明', last_name: '王' }, email: 'wang@example.com' });
  const address = { name: 'Jürgen Weiß', address1: 'Weg 1', address2: null, city: 'Köln', province: null, provinceCode: null, zip: '50667', countryCode: 'DE', phone: null };
  const moving = { ...fulfillment({ id: '31', orderId: '3', numbers: ['JD014600003828392837'], checkpoints: [checkpoint('311', '3', '31', 'in_transit', daysAgo(1))] }), facts: { name: null, status: 'success', created_at: daysAgo(2) } };
  const unscanned = { ...fulfillment({ id: '41', orderId: '4' }), facts: { name: null, status: 'success', created_at: daysAgo(5) } };
  const failed = { ...fulfillment({ id: '51', orderId: '5', updatedAt: daysAgo(1), checkpoints: [checkpoint('511', '5', '51', 'failure', daysAgo(1))] }), facts: { name: null, status: 'success', created_at: daysAgo(4) } };
  const snapshots = [
    order({ id: '1', facts: { ...placed(1), email: 'wang@example.com' }, customer: wang }),
    order({ id: '2', facts: { ...placed(10), shipping_address: address } }),
    order({ id: '3', facts: { ...placed(3), fulfillment_status: 'fulfilled' }, customer: wang, fulfillments: [moving], refunds: [refund('9', '3', 500, daysAgo(1))] }),
    order({ id: '4', facts: { ...placed(6), fulfillment_status: 'fulfilled' }, fulfillments: [unscanned] }),
    order({ id: '5', facts: { ...placed(5), fulfillment_status: 'fulfilled' }, fulfillments: [failed] }),
    order({ id: '6', facts: { ...placed(20), cancelled_at: daysAgo(19), financial_status: 'voided' } }),
    order({ id: '7', facts: { ...placed(9), financial_status: 'pending' }, lines: [line('71', { title: 'Gift card', requires_shipping: false })] }),
  ];
  await ctx.tx((tx) => applyOrders(tx, ctx.shop, snapshots, now));
  await other.tx((tx) => applyOrders(tx, other.shop, [order({ id: '800', facts: placed(1) })], now));
});
afterAll(() => database.close());

const found = async (search: string) => (await listOrders(ctx, { search })).rows.map(({ name }) => name);

describe('the list of orders', () => {
  it('shows the newest first, page by page, forth and back, none twice and none left out', async () => {
    const first = await listOrders(ctx, { pageSize: 3 });
    expect(first.rows.map(({ id }) => id)).toEqual(['1', '3', '5']);
    expect(first.previous).toBeNull();
    const second = await listOrders(ctx, { pageSize: 3, cursor: first.next ?? '' });
    expect(second.rows.map(({ id }) => id)).toEqual(['4', '7', '2']);
    const third = await listOrders(ctx, { pageSize: 3, cursor: second.next ?? '' });
    expect(third.rows.map(({ id }) => id)).toEqual(['6']);
    expect(third.next).toBeNull();
    const back = await listOrders(ctx, { pageSize: 3, cursor: third.previous ?? '', direction: 'previous' });
    expect(back.rows).toEqual(second.rows);
    const start = await listOrders(ctx, { pageSize: 3, cursor: back.previous ?? '', direction: 'previous' });
    expect(start.rows).toEqual(first.rows);
    expect(start.previous).toBeNull();
    expect(start.next).not.toBeNull();
  });

  it('names and finds a guest as their script does, while the address stays as given', async () => {
    const japan = await newShop();
    const address = { name: '美咲 高橋', address1: null, address2: null, city: '渋谷区', province: null, provinceCode: null, zip: null, countryCode: 'JP', phone: null };
    await japan.tx((tx) => applyOrders(tx, japan.shop, [order({ id: '900', facts: { ...placed(6), shipping_address: address } })], now));
    expect((await listOrders(japan, { search: '高橋美咲' })).rows).toMatchObject([{ customerName: '高橋美咲' }]);
    expect(await ordersNeedingAttention(japan, 5)).toMatchObject([{ customerName: '高橋美咲' }]);
    expect((await orderStory(japan, '900')).order.shippingAddress?.name).toBe('美咲 高橋');
  });

  it('starts at the top for a cursor that is not ours', async () => {
    expect((await listOrders(ctx, { cursor: "x' or 1=1" })).rows).toHaveLength(7);
  });

  it('finds by number, with and without its sign', async () => {
    expect(await found('#4')).toEqual(['#4']);
    expect(await found('4')).toContain('#4');
  });

  it('finds Chinese names, whole and by two neighbouring characters', async () => {
    expect(await found('小明')).toEqual(['#1', '#3']);
    expect(await found('王小明')).toEqual(['#1', '#3']);
    expect(await found('明小')).toEqual([]);
  });

  it('finds people whatever their accents, and by the beginning of a word', async () => {
    expect(await found('jurgen')).toEqual(['#2']);
    expect(await found('köl')).toEqual(['#2']);
    expect(await found('wang@exam')).toEqual(['#1']);
  });

  it('finds by tracking number and article number', async () => {
    expect(await found('jd014600003828392837')).toEqual(['#3']);
    expect(await found('SOCK-21')).toEqual(['#2']);
  });

  it('finds nothing, and does not fail, for signs that mean something to a database', async () => {
    for (const typed of ["'", '\\', '& | !', ':*', '%', "a' & 'b", '<->']) expect(Array.isArray(await found(typed))).toBe(true);
  });

  it('filters by what is paid, sent, open and cancelled', async () => {
    const ids = async (filter: Parameters<typeof listOrders>[1]) => (await listOrders(ctx, filter)).rows.map(({ id }) => id);
    expect(await ids({ financial: ['pending', 'voided'] })).toEqual(['7', '6']);
    expect(await ids({ fulfillment: ['fulfilled'] })).toEqual(['3', '5', '4']);
    expect(await ids({ view: 'cancelled' })).toEqual(['6']);
    expect(await ids({ view: 'open' })).toEqual(['1', '7', '2']);
    expect(await ids({ view: 'attention' })).toEqual(['5', '4', '2']);
  });

  it('shows no order of another shop', async () => {
    expect((await listOrders(other, {})).rows.map(({ id }) => id)).toEqual(['800']);
  });
});

describe('what needs attention', () => {
  it('is goods unsent, parcels unscanned and deliveries failed, longest waiting first', async () => {
    const rows = await ordersNeedingAttention(ctx, 10);
    expect(rows.map(({ id, reasons }) => [id, reasons])).toEqual([['2', ['unfulfilled']], ['4', ['no_scan']], ['5', ['exception']]]);
    expect(rows[0]?.since).toEqual(new Date(daysAgo(7)));
  });

  it('is not yet a day without an hour that is today', async () => {
    const shop = await newShop();
    const told = (id: string, day: string) => {
      const scan = checkpoint(`9${id}`, id, `8${id}`, 'in_transit', daysAgo(1));
      return order({ id, facts: placed(3), fulfillments: [{ ...fulfillment({ id: `8${id}`, orderId: id, checkpoints: [{ ...scan, facts: { ...scan.facts, estimated_delivery_at: day } }] }), facts: { name: null, status: 'success', created_at: daysAgo(2) } }], lines: [line(`${id}1`, { unfulfilled_quantity: 0 })] });
    };
    await shop.tx((tx) => applyOrders(tx, shop.shop, [told('1', '2026-11-21T00:00:00.000Z'), told('2', '2026-11-20T00:00:00.000Z'), told('3', '2026-11-21T10:00:00.000Z')], now));
    expect((await ordersNeedingAttention(shop, 10)).map(({ id, reasons }) => [id, ...reasons]).sort()).toEqual([['2', 'late'], ['3', 'late']]);
  });

  it('is counted as it is listed', async () => {
    expect(await ordersOverview(ctx)).toEqual({ total: 7, open: 3, inTransit: 1, attention: 3 });
  });
});

describe('the story of an order', () => {
  it('holds the order, its people, parcels, refunds and what happened, oldest first', async () => {
    const story = await orderStory(ctx, '3');
    expect(story.order).toMatchObject({ name: '#3', fulfillmentStatus: 'fulfilled', money: { refunded: { shop: { minor: 500, currency: 'EUR' } } } });
    expect(story.customer).toMatchObject({ name: '王小明', earlierOrders: { count: 0 }, contacts: [{ kind: 'email', value: 'wang@example.com' }] });
    expect(story.parcels).toMatchObject([{ number: 'JD014600003828392837', carrier: 'DHL', status: 'in_transit', lines: [{ title: 'Wool socks', quantity: 2 }], checkpoints: [{ city: 'Leipzig' }] }]);
    expect(story.refunds).toMatchObject([{ amount: { shop: { minor: 500 } }, lines: [{ lineId: '31', quantity: 1 }] }]);
    expect(story.timeline.map(({ type }) => type)).toEqual(['order.placed', 'fulfillment.created', 'shipment.scanned', 'refund.created']);
  });

  it('counts the orders placed before it', async () => {
    expect((await orderStory(ctx, '1')).customer?.earlierOrders).toMatchObject({ count: 1, newest: [{ id: '3' }] });
  });

  it('is not found for another shop, nor for what is no id', async () => {
    await expect(orderStory(ctx, '800')).rejects.toMatchObject({ code: 'not_found', status: 404 });
    await expect(orderStory(ctx, "1' or '1'='1")).rejects.toMatchObject({ status: 404 });
  });
});
