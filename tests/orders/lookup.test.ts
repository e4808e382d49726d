import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyOrders } from '../../app/modules/orders/apply-orders.server.ts';
import { findOrderForCustomer, findParcelByNumber } from '../../app/modules/orders/index.server.ts';
import { createLookupGuard } from '../../app/modules/orders/lookup-guard.ts';
import { namesMeant } from '../../app/modules/orders/lookup.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { now, openShops } from './shop.ts';
import { checkpoint, customer, fulfillment, order, second } from './snapshots.ts';

let database: Database;
let ctx: ShopContext;
const asked: unknown[] = [];

beforeAll(async () => {
  const opened = await openShops();
  database = opened.database;
  ctx = await opened.newShop({ admin: { run: (_document, variables) => (asked.push(variables), Promise.resolve({ orders: { nodes: [] } } as never)) } });
  const address = { name: 'Ada Berg', address1: 'Weg 1', address2: null, city: 'Berlin', province: null, provinceCode: null, zip: '10115', countryCode: 'DE', phone: '+4915112345678' };
  const scan = { ...checkpoint('1', '1001', '7', 'delivered', second(90)), facts: { ...checkpoint('1', '1001', '7', 'delivered', second(90)).facts, message: 'Signed by A. Berg' } };
  const snapshots = [
    order({
      id: '1001',
      facts: { name: '#1001', email: 'ada@example.com', phone: null, shipping_address: address },
      customer: customer('1', { email: 'ada.berg@example.com', phone: '+49301234567' }),
      fulfillments: [fulfillment({ id: '7', orderId: '1001', numbers: ['1Z999AA10123456784'], checkpoints: [scan] })],
    }),
    order({ id: '1004', facts: { name: '#1004', email: null }, fulfillments: [fulfillment({ id: '8', orderId: '1004', numbers: ['LX 123 456 785 CN', '00340434-161094022115', 'rr 473 124 829 fi'] })] }),
    order({ id: '1002', facts: { name: 'NL-1002-A', email: 'bo@example.com', created_at: second(9), processed_at: second(9) } }),
    order({ id: '1003', facts: { name: '#1003', email: null } }),
  ];
  await ctx.tx((tx) => applyOrders(tx, ctx.shop, snapshots, now));
});
afterAll(() => database.close());

const find = async (number: string, contact: string) => (await findOrderForCustomer(ctx, { number, contact }))?.order.name ?? null;

describe('an order number', () => {
  it.each([
    ['1001', '#1001'],
    ['#1001', '#1001'],
    [' # 1001 ', '#1001'],
    ['Order 1001', '#1001'],
    ['１００１', '#1001'],
  ])('written as %j is read as %s', async (typed, name) => expect(await find(typed, 'ada@example.com')).toBe(name));

  it.each(['1002', 'NL-1002-A', 'nl-1002-a'])('of a shop with prefix and suffix is found as %j', async (typed) => expect(await find(typed, 'bo@example.com')).toBe('NL-1002-A'));

  it('that has no digit names nothing', () => expect(namesMeant('hello', '#1001')).toEqual([]));
});

describe('a contact', () => {
  it.each(['ada@example.com', ' ADA@Example.COM ', 'ada.berg@example.com'])('%j is the person of #1001', async (typed) => expect(await find('1001', typed)).toBe('#1001'));

  it.each(['+49 151 12345678', '0151 12345678', '0049 30 1234567', '030/1234567'])('%j is their phone, however it is written', async (typed) => expect(await find('1001', typed)).toBe('#1001'));

  it.each(['bo@example.com', 'ada@example.co', 'da@example.com', '%', '+4915112345679', '0151', '', '@', '12345678'])('%j is not', async (typed) => expect(await find('1001', typed)).toBeNull());

  it('that is empty does not open an order without one', async () => {
    expect(await find('1003', '')).toBeNull();
    expect(await find('1003', 'null')).toBeNull();
  });
});

describe('an unknown order and a wrong contact', () => {
  it('both look at Shopify once, with what was typed kept a value', async () => {
    asked.length = 0;
    expect(await find('1001', 'eve@example.com')).toBeNull();
    expect(await find('7777', 'eve@example.com')).toBeNull();
    expect(await find('7777', 'eve" OR name:"1001@x')).toBeNull();
    expect(await find('7777', 'eve@example.com')).toBeNull();
    expect(asked).toEqual([
      { query: 'name:"1001" AND email:"eve@example.com"' },
      { query: 'name:"7777" AND email:"eve@example.com"' },
      { query: String.raw`name:"7777" AND email:"eve\" OR name:\"1001@x"` },
    ]);
  });

  it('cannot make us ask more than so often a minute', () => {
    const guard = createLookupGuard();
    const allowed = Array.from({ length: 200 }, (_, at) => guard.mayAsk(1, `word ${at}`, now)).filter(Boolean).length;
    expect(allowed).toBe(30);
    expect(guard.mayAsk(2, 'word 1', now)).toBe(true);
    expect(guard.mayAsk(1, 'later', new Date(now.getTime() + 10_000))).toBe(true);
  });
});

describe('a tracking number alone', () => {
  it('finds its parcel, however it was typed', async () => {
    expect(await ctx.tx((tx) => findParcelByNumber(tx, ' 1z999aa1 0123456784 '))).toEqual({ orderId: '1001', shipmentId: expect.stringMatching(/^\d+$/) });
  });

  it.each(['LX123456785CN', 'lx 123456785 cn', '00340434161094022115', 'RR473124829FI', 'RR 473124829 FI'])('finds its parcel as %j, though the shop wrote it with blanks or dashes', async (typed) => {
    expect(await ctx.tx((tx) => findParcelByNumber(tx, typed))).toMatchObject({ orderId: '1004' });
  });

  it('finds its parcel among however many came after it, by an index', async () => {
    await ctx.tx(async (tx) => {
      await tx.$executeRaw`insert into shipments (fulfillment_id, order_id, position, number) select '7', '1001', 0, 'ZZ ' || n from generate_series(1, 25000) n`;
      expect(await findParcelByNumber(tx, 'LX123456785CN')).toMatchObject({ orderId: '1004' });
      await tx.$executeRaw`set local enable_seqscan = off`;
      const plan = await tx.$queryRaw<{ 'QUERY PLAN': string }[]>`explain select id from shipments where bare_number = 'LX123456785CN' and removed_at is null order by id desc limit 1`;
      expect(plan.map((line) => line['QUERY PLAN']).join('\n')).toMatch(/Index Scan using shipments_bare_number/);
      await tx.$executeRaw`delete from shipments where number like 'ZZ %'`;
    });
  });

  it('that several orders have finds the newest that was sent and is there', async () => {
    const number = 'SHARED-00001';
    const sent = (id: string, status = 'success') => fulfillment({ id: `2${id}`, orderId: id, status, numbers: [number] });
    await ctx.tx((tx) => applyOrders(tx, ctx.shop, [order({ id: '1011', fulfillments: [sent('1011')] }), order({ id: '1012', fulfillments: [sent('1012', 'cancelled')] })], now));
    expect(await ctx.tx((tx) => findParcelByNumber(tx, 'shared00001'))).toMatchObject({ orderId: '1011' });
  });

  it('that is part of another is not that one', async () => expect(await ctx.tx((tx) => findParcelByNumber(tx, '123456785'))).toBeNull());

  it('that nobody has is no parcel', async () => expect(await ctx.tx((tx) => findParcelByNumber(tx, '1Z000'))).toBeNull());
});
