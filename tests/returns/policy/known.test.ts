import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import { refreshChangedParcels } from '#app/modules/parcels/index.server.ts';
import { day } from '#app/kernel/time.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { DeliveryFacts } from '../../../app/modules/returns/policy/facts.ts';
import { knownLines } from '../../../app/modules/returns/policy/known/known-lines.server.ts';
import { knownOrders } from '../../../app/modules/returns/policy/known/known-orders.server.ts';
import { tryPolicy } from '../../../app/modules/returns/policy/replay/try-policy.server.ts';
import { sentAgainAs } from '../../compensation/replacement.ts';
import { openShops } from '../../orders/shop.ts';
import { checkpoint, customer, fulfillment, line, order, second } from '../../orders/snapshots.ts';
import { aPolicy } from './policies.ts';

const { database, newShop } = await openShops();
afterAll(() => database.close());
const days = (count: number) => second(count * 86_400);
const zone = 'Europe/Berlin';
const nothingAsked = { discountCodes: new Map(), products: new Map(), collections: new Map() };

/** Order 1 with lines sent in all ways, 2 and 3 of the same customer: the second half returned. */
let ctx: ShopContext;
beforeAll(async () => {
  ctx = await newShop({ at: new Date(days(12)), installedAt: new Date('2026-10-01T00:00:00Z') });
  const ada = customer('7');
  const parcels = ['11', '12', '13', '14'].map((id) => fulfillment({ id, orderId: '1', lineIds: [id], numbers: [`0034043416109402211${id.at(-1)}`] }));
  const [, , both] = parcels;
  both?.lines?.push({ order_line_id: '12', quantity: 1 });
  const scans = [checkpoint('a', '1', '11', 'delivered', days(3)), checkpoint('b', '1', '12', 'delivered', days(4)), checkpoint('c', '1', '13', 'in_transit', days(5))];
  await ctx.tx((tx) =>
    applyOrders(
      tx,
      ctx.shop,
      [
        order({ id: '0', customer: ada, facts: { processed_at: days(-20) }, lines: [line('01', { quantity: 4 })] }),
        order({ id: '1', customer: ada, facts: { tags: ['gift'], source_name: 'pos', shipping_address: { name: 'Ada', address1: 'Weg 1', address2: null, city: 'Wien', province: null, provinceCode: null, zip: '1010', countryCode: 'AT', phone: null } }, lines: [line('11', { discount: 400 }), line('12'), line('13'), line('14'), line('15')], fulfillments: parcels }),
        ...scans,
        order({ id: '2', facts: { processed_at: days(1) } }),
      ],
      new Date(days(12)),
    ),
  );
  await refreshChangedParcels(ctx);
  await ctx.tx((tx) => tx.fulfillments.updateMany({ where: { id: '14' }, data: { method: 'retail' } }));
  await cameBack('80', '0', [{ line: '01', quantity: 1, value: 1_000 }], days(-10), 'closed');
  await cameBack('81', '0', [{ line: '01', quantity: 1, value: 1_000 }], days(-9), 'canceled');
});

async function cameBack(id: string, orderId: string, lines: { line: string; quantity: number; value: number }[], createdAt: string, status = 'open', shop = ctx): Promise<void> {
  await shop.tx(async (tx) => {
    const at = new Date(createdAt);
    await tx.returns.create({ data: { id, order_id: orderId, name: `#${orderId}-R${id}`, status, next_step: 'done', waits_since: at, created_at: at, total_quantity: 1, order_updated_at: at, read_at: at } });
    await tx.return_lines.createMany({ data: lines.map(({ line, quantity, value }, position) => ({ id: `${id}${position}`, return_id: id, position, order_line_id: line, quantity, processed: 0, refundable: quantity, refunded: 0, reason: 'too-small', value })) });
  });
}

const orderFacts = async (id: string) => (await ctx.tx((tx) => knownOrders(tx, [id], zone))).get(id);
const lineOf = async (id: string) => {
  const found = (await ctx.tx((tx) => knownLines(tx, ['1'], zone))).get(id);
  if (!found) throw new Error('no such line');
  return found;
};
const delivery = async (id: string): Promise<DeliveryFacts> => (await lineOf(id)).facts(1, nothingAsked).delivery;

describe('of an order', () => {
  it('is known what was asked of it and of its customer, whose earlier returns count and cancelled ones do not', async () => {
    expect(await orderFacts('1')).toMatchObject({ boughtAt: new Date(second(0)), zone, currency: 'EUR', country: 'AT', channel: 'pos', tags: ['gift'], discountCodes: null, customer: { returns: 1, returnRate: 25 } });
    expect((await orderFacts('0'))?.customer).toMatchObject({ returns: 0, returnRate: 0 });
  });

  it('what was sent again for nothing is no order of theirs and nothing that they bought', async () => {
    const again = await newShop({ at: new Date(days(12)), installedAt: new Date('2026-10-01T00:00:00Z') });
    const ada = customer('7', { extras: { orders_count: 3 } });
    await again.tx((tx) => applyOrders(tx, again.shop, ['0', '1', '2'].map((id) => order({ id, customer: ada, facts: { processed_at: days(Number(id)) }, lines: [line(`${id}1`, { quantity: 4 })] })), new Date(days(12))));
    await cameBack('70', '0', [{ line: '01', quantity: 1, value: 1_000 }], days(1), 'closed', again);
    const known = async () => (await again.tx((tx) => knownOrders(tx, ['2'], zone))).get('2')?.customer;
    expect(await known()).toMatchObject({ orders: 3, returns: 1, returnRate: 12.5 });
    await sentAgainAs(again, { orderId: '0', as: '1' });
    expect(await known()).toMatchObject({ orders: 2, returns: 1, returnRate: 25 });
  });

  it('without a customer or an address nothing of them is known', async () => {
    expect(await orderFacts('2')).toMatchObject({ country: null, customer: { tags: null, orders: null, spent: null, returns: null, returnRate: null } });
  });
});

describe('of a line', () => {
  it('is known what was paid for its units, after discounts', async () => {
    const known = await lineOf('11');
    expect(known.facts(1, nothingAsked)).toMatchObject({ productId: '1', variantId: '2', price: 1_000, discount: 20, value: 800, type: null, collections: null });
    expect([known.facts(2, nothingAsked).value, known.facts(1, nothingAsked, 777).value]).toEqual([1_600, 777]);
  });

  it('is known when it arrived, and with several parcels when the last of them did', async () => {
    expect(await delivery('11')).toMatchObject({ deliveredAt: new Date(days(3)), underway: false });
    expect(await delivery('12')).toMatchObject({ deliveredAt: null, underway: true });
    expect(await delivery('13')).toMatchObject({ deliveredAt: null, underway: true });
  });

  it('that was handed over in a shop arrived there and then, and one not sent has not left', async () => {
    expect(await delivery('14')).toMatchObject({ deliveredAt: new Date(second(60)) });
    expect(await delivery('15')).toEqual({ deliveredAt: null, expectedAt: null, shippedAt: null, underway: false });
  });
});

describe('an edited policy', () => {
  it('is tried on the returns of the past 90 days, and on no other', async () => {
    await cameBack('90', '1', [{ line: '11', quantity: 1, value: 800 }], days(10));
    await cameBack('91', '1', [{ line: '11', quantity: 1, value: 800 }], days(12 - 91));
    const report = await tryPolicy(ctx, aPolicy([], { period: { kind: 'days', days: 5, until: null } }));
    // One was asked for seven days after its delivery; the other was not sent when it was asked back, so that nothing had ended.
    expect(report).toMatchObject({ returns: 2, worse: 1, back: { before: 1_800, after: 1_000 } });
    expect(report.changed).toMatchObject([{ id: '90', name: '#1-R90', difference: -800, lines: [{ because: 'allowed', after: { matter: 'period' } }] }]);
  });

  it('is tried on every one, however many pages of them there are', async () => {
    const before = (await tryPolicy(ctx, aPolicy())).returns;
    const at = new Date(new Date(days(2)).getTime() + day);
    await ctx.tx((tx) => tx.returns.createMany({ data: Array.from({ length: 1_200 }, (_, index) => ({ id: String(1_000 + index), order_id: '1', name: `R${index}`, status: 'open', next_step: 'done', waits_since: at, created_at: at, total_quantity: 1, order_updated_at: at, read_at: at })) }));
    await ctx.tx((tx) => tx.return_lines.createMany({ data: Array.from({ length: 1_200 }, (_, index) => ({ id: `9${1_000 + index}`, return_id: String(1_000 + index), position: 0, order_line_id: '13', quantity: 1, processed: 0, refundable: 1, refunded: 0, value: 1_000 })) }));
    expect((await tryPolicy(ctx, aPolicy())).returns).toBe(before + 1_200);
  });
});
