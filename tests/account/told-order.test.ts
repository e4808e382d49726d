import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { orderForCustomer, orderForStaff, ordersOnTheirWay } from '#app/modules/extensions/index.server.ts';
import type { ParcelRecord } from '#app/modules/parcels/records.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { openShops } from '#tests/orders/shop.ts';
import { fill, parcel, placeParcels } from '#tests/parcels/trouble-stage.ts';

let database: Database;
let newShop: Awaited<ReturnType<typeof openShops>>['newShop'];
let ctx: ShopContext;
beforeAll(async () => void ({ database, newShop } = await openShops()));
afterAll(() => database.close());
beforeEach(async () => void (ctx = await newShop()));

const orderId = '5001';
const mine = { orderId, customerId: '77', locales: ['en'], secret: 'shpss_test' };
const numbered = (id: string, more: Partial<ParcelRecord> = {}) => parcel({ shipment_id: id, order_id: orderId, fulfillment_id: id, ...more });
const scan = (id: string, more: object = {}) => ({ shipment_id: id, order_id: orderId, id: `dhl:${id}-1`, source: 'dhl', status: 'in_transit', happened_at: '2026-11-20T08:10:00Z', city: 'Leipzig', country: 'DE', recorded_at: '2026-11-20T08:10:00Z', ...more });

/** One order of customer 77, with these parcels and scans. */
async function place(parcels: ParcelRecord[], scans: object[] = []): Promise<void> {
  await ctx.tx(async (tx) => {
    await fill(tx, 'customers', [{ id: '77', first_name: 'Ada', tags: [], orders_count: 1, amount_spent: 0 }]);
    await placeParcels(tx, parcels, { customer_id: '77', customer_locale: 'de' });
    for (const one of scans) await fill(tx, 'scans', [one]);
  });
}
const told = async (question: Partial<typeof mine> = {}) => orderForCustomer(ctx, { ...mine, ...question });
const firstTold = async (question?: Partial<typeof mine>) => (await told(question)).parcels[0];

describe('an order told to its customer', () => {
  it('says where each parcel is, when it comes and who says so', async () => {
    await place([numbered('1', { promised_from: '2026-11-24', promised_to: '2026-11-24', promise_source: 'carrier' })], [scan('1')]);
    expect(await told()).toMatchObject({
      locale: 'en',
      name: '#5001',
      tone: 'moving',
      parcels: [
        {
          id: '1',
          heading: 'Your parcel',
          status: 'Your parcel is on its way',
          tone: 'moving',
          date: 'Expected: Tuesday, November 24',
          why: 'This date comes from UPS and may still change.',
          carrier: 'UPS',
          number: '1Z999AA10123456784',
          scans: [{ text: 'On the way', place: 'Leipzig, Germany', at: '2026-11-20T08:10:00.000Z' }],
        },
      ],
    });
  });

  it('has a range of days in the way of the language', async () => {
    await place([numbered('1', { promised_from: '2026-11-24', promised_to: '2026-11-26', promise_source: 'learned' })], [scan('1')]);
    expect((await firstTold())?.date).toMatch(/^Expected: Tue, Nov 24\s*–\s*Thu, Nov 26$/);
    expect((await firstTold({ locales: ['zh-CN'] }))?.date).toMatch(/11.24.*26/);
  });

  it('keeps a missed day visible beside the new one', async () => {
    await place([numbered('1', { promised_from: '2026-11-24', promised_to: '2026-11-24', promise_source: 'carrier', missed_to: '2026-11-20' })], [scan('1')]);
    const one = await firstTold();
    expect(one?.tone).toBe('attention');
    expect(one?.date).toBe('It was promised for Friday, November 20, now expected: Tuesday, November 24');
    expect(one?.why).toBe('This date comes from UPS and may still change.');
  });

  it('says that a day passed where there is no other', async () => {
    await place([numbered('1', { missed_to: '2026-11-20' })], [scan('1')]);
    expect(await firstTold()).toMatchObject({ tone: 'attention', date: 'It was promised for Friday, November 20 and has not arrived yet', why: expect.stringContaining('We have no new date yet.') });
  });

  it('says nothing of days once a parcel goes back', async () => {
    await place([numbered('1', { promised_from: '2026-11-24', promised_to: '2026-11-24', promise_source: 'carrier' })], [scan('1', { status: 'exception', cause: 'returned_to_sender' })]);
    expect(await firstTold()).toMatchObject({ date: expect.stringMatching(/^Since /), why: null, tone: 'attention' });
  });

  it('tells the parcels of a split order apart and leaves out what was withdrawn', async () => {
    await place([numbered('1'), numbered('2'), numbered('3')], [scan('1', { status: 'delivered' }), scan('2')]);
    await ctx.tx((tx) => tx.shipments.updateMany({ where: { id: 3n }, data: { removed_at: new Date() } }));
    const order = await told();
    expect(order.parcels.map(({ heading, tone }) => `${heading} ${tone}`)).toEqual(['Parcel 1 of 2 done', 'Parcel 2 of 2 moving']);
    expect(order.tone).toBe('moving');
  });

  it('tells a scan by the clock of its place', async () => {
    await place([numbered('1')], [scan('1', { utc_offset: 540, city: 'Tokyo', country: 'JP', happened_at: '2026-11-20T23:30:00Z' })]);
    expect((await firstTold({ locales: ['de'] }))?.scans[0]).toMatchObject({ when: expect.stringMatching(/21\. Nov.*8:30/), place: 'Tokyo, Japan' });
  });

  it('names the cause of what holds a parcel up, and what to do about it', async () => {
    await place([numbered('1')], [scan('1', { status: 'exception', cause: 'address' })]);
    expect(await firstTold()).toMatchObject({ status: 'The carrier has a question about the address', tone: 'attention', advice: expect.stringMatching(/./) });
  });

  it('writes down the days it has shown, once', async () => {
    await place([numbered('1', { promised_from: '2026-11-24', promised_to: '2026-11-24', promise_source: 'carrier' })], [scan('1')]);
    await told();
    await told({ locales: ['ja'] });
    expect(await ctx.tx((tx) => tx.journal.findMany({ where: { type: 'promise.shown' } }))).toMatchObject([{ order_id: orderId, data: { from: '2026-11-24', to: '2026-11-24', source: 'carrier', where: 'account' } }]);
  });

  it('shows nobody a day whose order is not theirs, and writes nothing down', async () => {
    await place([numbered('1', { promised_from: '2026-11-24', promised_to: '2026-11-24', promise_source: 'carrier' })], [scan('1')]);
    await expect(told({ customerId: '78' })).rejects.toMatchObject({ status: 404 });
    expect(await ctx.tx((tx) => tx.journal.count({ where: { type: 'promise.shown' } }))).toBe(0);
  });

  it('speaks the language asked for, else that of the order', async () => {
    await place([numbered('1')], [scan('1')]);
    const languages = await Promise.all([['zh-CN'], ['ja'], ['pt-BR'], [''], ['tlh']].map(async (locales) => (await told({ locales })).locale));
    expect(languages).toEqual(['zh-CN', 'ja', 'pt-PT', 'de', 'de']);
    expect((await told({ locales: ['ja'] })).trackingUrl).toMatch(/^https:\/\/shop\.example\.com\/apps\/aftercare\/track\?key=5001\.full\.[^&]+&locale=ja$/);
  });

  it('leads to returns with a key that opens everything, only where the shop takes them and something left', async () => {
    await place([numbered('1')], [scan('1')]);
    expect((await told()).returnsUrl).toBeNull();
    await ctx.tx(async (tx) => {
      await tx.returns_policy_versions.create({ data: { version: 1, policy: {}, published_at: ctx.clock.now() } });
      await tx.settings.create({ data: { name: 'returns_portal', value: { open: true } } });
    });
    expect((await told()).returnsUrl).toBeNull();
    await ctx.tx((tx) => fill(tx, 'order_lines', [{ id: '1', order_id: orderId, position: 0, title: 'Mug', quantity: 1, current_quantity: 1, unfulfilled_quantity: 0, requires_shipping: true, unit_price: 0, unit_price_presentment: 0, discount: 0, discount_presentment: 0, tax: 0 }]));
    expect((await told()).returnsUrl).toMatch(/^https:\/\/shop\.example\.com\/apps\/aftercare\/returns\?key=5001\.full\.[^&]+&locale=en$/);
    await ctx.tx((tx) => tx.$executeRaw`update order_lines set unfulfilled_quantity = current_quantity`);
    expect((await told()).returnsUrl).toBeNull();
    await ctx.tx((tx) => tx.$executeRaw`update order_lines set unfulfilled_quantity = 0`);
    await ctx.tx((tx) => tx.$executeRaw`update orders set cancelled_at = ${ctx.clock.now()}`);
    expect((await told()).returnsUrl).toBeNull();
  });

  it('never leads anywhere but to a page of the web', async () => {
    await place([numbered('1', { carrier: null })], [scan('1')]);
    await ctx.tx((tx) => tx.shipments.updateMany({ where: { id: 1n }, data: { url: 'javascript:alert(1)' } }));
    expect((await firstTold())?.follow).toBeNull();
  });

  it("is not there for another customer, for nobody's order, nor for another shop", async () => {
    await place([numbered('1')]);
    const none = { status: 404, code: 'not_found' };
    await expect(told({ customerId: '78' })).rejects.toMatchObject(none);
    await expect(told({ orderId: '5002' })).rejects.toMatchObject(none);
    await ctx.tx((tx) => tx.orders.updateMany({ data: { customer_id: null } }));
    await expect(told()).rejects.toMatchObject(none);
    const other = await newShop();
    await expect(orderForCustomer(other, mine)).rejects.toMatchObject(none);
  });
});

describe('an order told to the people of the shop', () => {
  it('has what is wrong with each parcel, in the language of the admin', async () => {
    await place([numbered('1'), numbered('2')], [scan('1'), scan('2')]);
    await ctx.tx((tx) => fill(tx, 'troubles', [{ id: 9, order_id: orderId, shipment_id: 2, kind: 'silent', evidence: {}, imported: false, opened_at: '2026-11-20T09:00:00Z', changed_at: '2026-11-20T09:00:00Z' }]));
    expect((await orderForStaff(ctx, orderId, 'en')).parcels.map(({ heading, troubles }) => [heading, troubles.map(({ text }) => text)])).toEqual([
      ['Parcel 1 of 2', []],
      ['Parcel 2 of 2', ['No scan for too long']],
    ]);
    expect((await orderForStaff(ctx, orderId, 'zh-CN')).parcels[1]?.troubles[0]?.text).toBe('长时间无扫描');
  });
});

describe('the orders on their way to a customer', () => {
  const onTheirWay = (customerId = '77') => ordersOnTheirWay(ctx, { customerId, locales: ['en'] });

  it('have the parcels that have not arrived, and no order of which everything has', async () => {
    await place([numbered('1'), numbered('2'), parcel({ shipment_id: '3', order_id: '5002', fulfillment_id: '3' })], [
      scan('1', { status: 'delivered' }),
      scan('2'),
      scan('3', { order_id: '5002', status: 'delivered' }),
    ]);
    expect(await onTheirWay()).toEqual({ orders: [{ id: orderId, name: '#5001', parcels: [{ id: '2', status: 'Your parcel is on its way', date: null }] }] });
  });

  it('write down the days they name, once, and only of what is listed', async () => {
    const promised = { promised_from: '2026-11-24', promised_to: '2026-11-24', promise_source: 'carrier' } as const;
    await place([numbered('1', promised), numbered('2', promised)], [scan('1', { status: 'delivered' }), scan('2')]);
    await onTheirWay();
    await onTheirWay();
    expect(await ctx.tx((tx) => tx.journal.findMany({ where: { type: 'promise.shown' } }))).toMatchObject([{ order_id: orderId, data: { shipmentId: '2', to: '2026-11-24', where: 'account_list' } }]);
  });

  it("are nobody else's", async () => {
    await place([numbered('1')], [scan('1')]);
    expect(await onTheirWay('78')).toEqual({ orders: [] });
    ctx = await newShop();
    expect(await onTheirWay()).toEqual({ orders: [] });
  });

  it('are no cancelled and no old ones', async () => {
    await place([numbered('1')], [scan('1')]);
    await ctx.tx((tx) => tx.orders.updateMany({ data: { cancelled_at: new Date() } }));
    expect(await onTheirWay()).toEqual({ orders: [] });
    await ctx.tx((tx) => tx.orders.updateMany({ data: { cancelled_at: null, processed_at: new Date('2026-07-01') } }));
    expect(await onTheirWay()).toEqual({ orders: [] });
  });
});
