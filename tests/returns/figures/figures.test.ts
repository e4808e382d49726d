import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { gid } from '#app/kernel/ids.ts';
import { returnFigures } from '#app/modules/returns/index.server.ts';
import { openDatabase, type Database } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { freshDatabase } from '#tests/harness/fresh-database.ts';
import { openShop } from '#tests/harness/shop-context.ts';
import { placeOrder, sendBack } from './stage.ts';

let database: Database;
let ctx: ShopContext;
let shops = 0;
const now = new Date('2026-11-22T12:00:00Z');

beforeAll(async () => {
  database = openDatabase({ url: await freshDatabase(), pool: 4, name: 'test' });
});
afterAll(() => database.close());
const newShop = () => openShop(database, { domain: `figures-${(shops += 1)}.myshopify.com` }, { clock: { now: () => now } });
beforeEach(async () => {
  ctx = await newShop();
});
const figures = () => returnFigures(ctx, 3);

/** Gives along these roads for a return of order 1, as processing one does. */
const give = (returnId: string, roads: readonly (readonly [string, number])[], { key = `k${returnId}`, subject = gid('Return', returnId) as string | null } = {}) =>
  ctx.tx(async (tx) => {
    const [chain, at] = [randomUUID(), new Date('2026-11-05T10:00:00Z')];
    await tx.chains.create({ data: { id: chain, kind: 'returns.process', order_id: '1', request_key: key, subject, state: 'done', step_key: randomUUID(), input: {}, source: 'staff', created_at: at, updated_at: at } });
    for (const [road, amount] of roads) await tx.compensations.create({ data: { id: randomUUID(), order_id: '1', chain_id: chain, road, state: 'given', currency: 'USD', amount, created_at: at, settled_at: at } });
  });

describe('how much comes back', () => {
  it('is counted by the month of the order on the shop’s clocks, whenever the return came', async () => {
    await placeOrder(ctx, { id: '1', at: '2026-09-30T22:30:00Z', lines: [{ id: '11', quantity: 3 }] });
    await placeOrder(ctx, { id: '2', at: '2026-10-15T10:00:00Z' });
    await sendBack(ctx, { id: '9', orderId: '1', at: '2026-11-20T10:00:00Z', lines: [{ lineId: '11', quantity: 2 }] });
    const { rate, rateByMonth } = await figures();
    expect(rateByMonth).toEqual([
      { month: '2026-09', orders: 0, ordersBack: 0, units: 0, unitsBack: 0 },
      { month: '2026-10', orders: 2, ordersBack: 1, units: 4, unitsBack: 2 },
      { month: '2026-11', orders: 0, ordersBack: 0, units: 0, unitsBack: 0 },
    ]);
    expect(rate).toEqual({ orders: 2, ordersBack: 1, units: 4, unitsBack: 2 });
  });

  it('leaves out cancelled and test orders, what is not shipped, and returns that came to nothing', async () => {
    await placeOrder(ctx, { id: '1', at: '2026-11-01T10:00:00Z', cancelledAt: '2026-11-02T10:00:00Z' });
    await placeOrder(ctx, { id: '2', at: '2026-11-01T10:00:00Z', test: true });
    await placeOrder(ctx, { id: '3', at: '2026-11-01T10:00:00Z', lines: [{ id: '31' }, { id: '32', shipped: false }] });
    await placeOrder(ctx, { id: '4', at: '2026-07-01T10:00:00Z' });
    await sendBack(ctx, { id: '8', orderId: '3', at: '2026-11-03T10:00:00Z', status: 'declined', lines: [{ lineId: '31' }] });
    await sendBack(ctx, { id: '9', orderId: '3', at: '2026-11-03T10:00:00Z', status: 'canceled', lines: [{ lineId: '31' }] });
    const { rate, reasons, products } = await figures();
    expect([rate, reasons, products]).toEqual([{ orders: 1, ordersBack: 0, units: 1, unitsBack: 0 }, [], []]);
  });

  it('is told of each product and variant, with its reasons', async () => {
    const sizes = [{ id: '11', variantId: '11', variantTitle: 'M', quantity: 2 }, { id: '12', variantId: '12', variantTitle: 'L', quantity: 4 }, { id: '13', productId: null, variantId: '13', variantTitle: 'One', title: 'Gift wrap' }];
    await placeOrder(ctx, { id: '1', at: '2026-11-01T10:00:00Z', lines: sizes });
    await sendBack(ctx, { id: '9', orderId: '1', at: '2026-11-10T10:00:00Z', lines: [{ lineId: '11', quantity: 2 }, { lineId: '12', reason: null }, { lineId: '13', reason: 'style' }] });
    const { reasons, products } = await figures();
    expect(reasons).toEqual([{ reason: 'too-small', name: 'TOO-SMALL', units: 2 }, { reason: null, name: null, units: 1 }, { reason: 'style', name: 'STYLE', units: 1 }]);
    expect(products).toMatchObject([
      { title: 'Dress', variantTitle: null, units: 6, unitsBack: 3, variants: [{ variantTitle: 'M', units: 2, unitsBack: 2 }, { variantTitle: 'L', units: 4, unitsBack: 1 }] },
      { title: 'Gift wrap', units: 1, unitsBack: 1 },
    ]);
  });
});

describe('what the shop keeps', () => {
  it('is what was taken as store credit and what was exchanged; the ledger knows both', async () => {
    await placeOrder(ctx, { id: '1', at: '2026-10-01T10:00:00Z', total: 10_000, totalPresentment: 20_000 });
    await sendBack(ctx, { id: '9', orderId: '1', at: '2026-11-01T10:00:00Z', lines: [{ lineId: '11', value: 8_000, fee: 500 }], shippingFee: 200, refunds: [{ amount: 3_000, at: '2026-11-05T10:00:00Z' }], exchanged: true });
    await give('9', [['store_credit', 6_000], ['exchange', 8_600], ['goodwill', 400]]);
    expect((await figures()).money).toEqual({ returns: 1, refunded: 0, credited: 3_000, exchanged: 4_300, bonus: 200, fees: 700 });
  });

  it('is what the ledger gave, before Shopify tells of its refund too; only what more was refunded counts as refunded elsewhere', async () => {
    await placeOrder(ctx, { id: '1', at: '2026-10-01T10:00:00Z' });
    await sendBack(ctx, { id: '8', orderId: '1', at: '2026-11-01T10:00:00Z', lines: [{ lineId: '11' }] });
    await sendBack(ctx, { id: '9', orderId: '1', at: '2026-11-01T10:00:00Z', lines: [{ lineId: '11' }], refunds: [{ amount: 1_664, at: '2026-11-05T10:00:00Z' }, { amount: 500, at: '2026-11-06T10:00:00Z' }] });
    await give('8', [['refund', 700]]);
    await give('9', [['store_credit', 1_664], ['goodwill', 166]]);
    await give('9', [['goodwill', 90]], { key: 'k9:extra', subject: null });
    expect((await figures()).money).toEqual({ returns: 2, refunded: 1_200, credited: 1_664, exchanged: 0, bonus: 256, fees: 0 });
  });

  it('of a return processed in Shopify’s admin is what went out in place of what came back', async () => {
    await placeOrder(ctx, { id: '1', at: '2026-10-01T10:00:00Z' });
    await sendBack(ctx, { id: '8', orderId: '1', at: '2026-11-01T10:00:00Z', lines: [{ lineId: '11', quantity: 2, processed: 1, value: 8_000 }], refunds: [{ amount: 1_500, at: '2026-11-05T10:00:00Z' }], exchanged: true });
    await sendBack(ctx, { id: '9', orderId: '1', at: '2026-11-01T10:00:00Z', lines: [{ lineId: '11', processed: 0 }] });
    expect((await figures()).money).toEqual({ returns: 1, refunded: 1_500, credited: 0, exchanged: 2_500, bonus: 0, fees: 0 });
  });
});

describe('what labels cost', () => {
  it('is counted by the month they were bought in, without what is given back and what was paid in another currency', async () => {
    await placeOrder(ctx, { id: '1', at: '2026-10-01T10:00:00Z' });
    await placeOrder(ctx, { id: '2', at: '2026-10-01T10:00:00Z' });
    const bought = (cost: number | null, currency: string | null, refund: string | null) =>
      ctx.tx((tx) => tx.labels.create({ data: { id: randomUUID(), order_id: '1', kind: 'label', maker: 'easypost', state: 'ready', cost, currency, refund, created_at: now, bought_at: new Date('2026-10-31T23:30:00Z') } }));
    for (const [cost, currency, refund] of [[700, 'EUR', null], [500, 'EUR', 'rejected'], [900, 'EUR', 'refunded'], [900, 'EUR', 'asked'], [400, 'USD', null], [null, null, null]] as const) await bought(cost, currency, refund);
    const { labels, labelsByMonth } = await figures();
    expect(labels).toEqual({ labels: 2, cost: 1_200, inOtherCurrencies: 1 });
    expect(labelsByMonth[2]).toEqual({ month: '2026-11', labels: 2, cost: 1_200, inOtherCurrencies: 1 });
  });
});

describe('how soon the money comes', () => {
  it('is counted from the receipt to the first refund, in all and by month of receipt', async () => {
    await placeOrder(ctx, { id: '1', at: '2026-09-01T10:00:00Z' });
    const received = (id: string, receivedAt: string, refundedAt: string[]) =>
      sendBack(ctx, { id, orderId: '1', at: '2026-09-02T10:00:00Z', lines: [{ lineId: '11' }], receivedAt, refunds: refundedAt.map((at) => ({ amount: 1, at })) });
    await received('2', '2026-10-01T10:00:00Z', ['2026-10-01T20:00:00Z', '2026-10-09T20:00:00Z']);
    await received('3', '2026-11-01T10:00:00Z', ['2026-11-03T10:00:00Z']);
    await received('4', '2026-11-02T10:00:00Z', ['2026-11-01T10:00:00Z']);
    await received('5', '2026-11-02T10:00:00Z', []);
    const { times, timesByMonth } = await figures();
    expect(times).toEqual({ refunded: 3, median: 10, ninety: expect.closeTo(40.4), withinDay: 2 });
    expect(timesByMonth.map(({ month, refunded, median }) => [month, refunded, median])).toEqual([['2026-09', 0, null], ['2026-10', 1, 10], ['2026-11', 2, 24]]);
  });
});

it('another shop’s returns are in none of it', async () => {
  await placeOrder(ctx, { id: '1', at: '2026-11-01T10:00:00Z' });
  await sendBack(ctx, { id: '9', orderId: '1', at: '2026-11-02T10:00:00Z', lines: [{ lineId: '11' }] });
  ctx = await newShop();
  const { rate, products, money, times } = await figures();
  expect([rate.orders, products, money.returns, times.refunded]).toEqual([0, [], 0, 0]);
});
