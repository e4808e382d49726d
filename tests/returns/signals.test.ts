import { randomUUID } from 'node:crypto';
import { createElement } from 'react';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buyerOf, noteBuyer, signalsSetting } from '#app/modules/returns/index.server.ts';
import { isRepeatReturner } from '#app/modules/returns/signals/buyer-of.server.ts';
import type { Buyer } from '#app/modules/returns/signals/views.ts';
import { SignalsCard } from '#app/modules/returns/ui/signals/signals-card.tsx';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import { openDatabase, type Database } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { render, textOf } from '#tests/admin-ui/stage.tsx';
import { freshDatabase } from '#tests/harness/fresh-database.ts';
import { openShop } from '#tests/harness/shop-context.ts';
import { sentAgainAs } from '#tests/compensation/replacement.ts';
import { placeOrder, sendBack } from './figures/stage.ts';
import { shownBuyer } from './shown-buyer.ts';

let database: Database;
let ctx: ShopContext;
let shops = 0;
const now = new Date('2026-11-22T12:00:00Z');

beforeAll(async () => {
  database = openDatabase({ url: await freshDatabase(), pool: 4, name: 'test' });
});
afterAll(() => database.close());
const newShop = () => openShop(database, { domain: `signals-${(shops += 1)}.myshopify.com` }, { clock: { now: () => now } });
beforeEach(async () => {
  ctx = await newShop();
  await ctx.tx((tx) => tx.customers.create({ data: { id: '7', first_name: 'Nell', tags: ['VIP', 'No-Returns'] } }));
});

const order = (id: string, more: Partial<Parameters<typeof placeOrder>[1]> = {}) => placeOrder(ctx, { id, at: `2026-10-0${id}T10:00:00Z`, customerId: '7', ...more });
const back = (id: string, orderId: string, more: Partial<Parameters<typeof sendBack>[1]> = {}) => sendBack(ctx, { id, orderId, at: `2026-11-0${orderId}T10:00:00Z`, lines: [{ lineId: `${orderId}1` }], ...more });
const buyer = async (orderId = '1') => {
  const found = await buyerOf(ctx, { orderId });
  if (!found) throw new Error('nobody');
  return found;
};
const form = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};

describe('the history of a customer', () => {
  it('is what they bought and sent back, whatever they were refunded', async () => {
    await order('1', { lines: [{ id: '11', quantity: 3 }] });
    await order('2');
    await order('3', { cancelledAt: '2026-10-04T10:00:00Z' });
    await back('91', '1', { lines: [{ lineId: '11', quantity: 2, value: 8_000 }], refunds: [{ amount: 3_000, at: '2026-11-05T10:00:00Z' }, { amount: 1_000, at: '2026-11-06T10:00:00Z' }] });
    await back('92', '2', { status: 'declined' });
    expect(await buyer('2')).toMatchObject({
      customerId: '7',
      history: { orders: 2, units: 4, ordersBack: 1, unitsBack: 2, returns: 1, paid: 20_000, valueBack: 8_000, refunded: 4_000, reasons: [{ reason: 'too-small', name: 'TOO-SMALL', units: 2 }] },
      signals: [],
    });
  });

  it('counts goods that were sent again for nothing as neither ordered nor bought, and what comes back of them with the order they were sent for', async () => {
    await order('1', { lines: [{ id: '11', quantity: 3 }] });
    await order('2', { lines: [{ id: '21', quantity: 3 }], total: 0 });
    await sentAgainAs(ctx, { orderId: '1', as: '2' });
    await back('91', '1');
    await back('92', '2');
    expect((await buyer('1')).history).toMatchObject({ orders: 1, units: 3, ordersBack: 1, unitsBack: 2, returns: 2, paid: 10_000 });
  });

  it('is nobody’s where the order has no customer', async () => {
    await order('1', { customerId: undefined });
    expect(await buyerOf(ctx, { orderId: '1' })).toBeNull();
    expect(await buyerOf(ctx, { orderId: '999' })).toBeNull();
  });
});

describe('a signal', () => {
  it('points to whoever sends much of much back, as the merchant set it, with each return', async () => {
    for (const id of ['1', '2', '3']) {
      await order(id);
      await back(`9${id}`, id);
    }
    expect((await buyer()).signals).toMatchObject([{ is: 'repeat_returner', evidence: [{ kind: 'return', id: '93' }, { id: '92' }, { id: '91' }] }]);
    await changeSetting(ctx, signalsSetting, { value: { share: 50, orders: 4, tags: [] }, version: 0, by: null });
    expect((await buyer()).signals).toEqual([]);
    const many = { units: 10, unitsBack: 5, ordersBack: 3 };
    expect([isRepeatReturner(many, { share: 50, orders: 3 }), isRepeatReturner({ ...many, unitsBack: 4 }, { share: 50, orders: 3 }), isRepeatReturner({ ...many, ordersBack: 2 }, { share: 50, orders: 3 })]).toEqual([true, false, false]);
  });

  it('points to deliveries that are denied more than once, of parcels their carrier says it delivered', async () => {
    for (const id of ['1', '2', '3']) {
      await order(id);
      await ctx.tx(async (tx) => {
        const day = new Date('2026-10-20T10:00:00Z');
        await tx.fulfillments.create({ data: { id, order_id: id, status: 'success', created_at: day, updated_at: day, fingerprint: '' } });
        const { id: shipment_id } = await tx.shipments.create({ data: { fulfillment_id: id, order_id: id, position: 0 } });
        await tx.parcels.create({ data: { shipment_id, order_id: id, fulfillment_id: id, status: 'delivered', placed_at: day, shipped_at: day, delivered_at: id === '3' ? null : day, computed_at: day } });
        await tx.problem_reports.create({ data: { id: `report-${id}`, order_id: id, kind: 'not_arrived', locale: 'en', created_at: new Date(`2026-10-2${id}T10:00:00Z`), state: 'closed' } });
      });
      const { signals } = await buyer();
      if (id === '1') expect(signals).toEqual([]);
      else expect(signals).toMatchObject([{ is: 'denied_delivery', evidence: [{ kind: 'report', id: 'report-2', name: '#2' }, { id: 'report-1' }] }]);
    }
  });

  it('points to what was missing when it was looked at', async () => {
    await order('1');
    await back('91', '1');
    await ctx.tx((tx) => tx.return_inspections.create({ data: { id: randomUUID(), return_id: '91', return_line_id: '910', chain_id: randomUUID(), quantity: 1, finding: 'missing', disposition: 'missing', accepted: false, refusal: 'It was not in the box.', inspected_at: now } }));
    expect((await buyer()).signals).toMatchObject([{ is: 'empty_box', evidence: [{ kind: 'return', id: '91' }] }]);
  });

  it('points to tags the merchant listed, however they are written', async () => {
    await order('1');
    await changeSetting(ctx, signalsSetting, { value: { share: 50, orders: 3, tags: ['no-returns', 'other'] }, version: 0, by: null });
    expect((await buyer()).signals).toEqual([{ is: 'blocked_tag', tags: ['No-Returns'] }]);
  });
});

describe('the merchant’s own list', () => {
  it('reminds of a customer with the reason, until they are taken off it', async () => {
    await order('1');
    expect(await noteBuyer(ctx, form({ customerId: '7', reason: '  Sent back a brick. ' }), '42')).toEqual({ is: 'noted' });
    expect(await noteBuyer(ctx, form({ customerId: '7', reason: 'Twice a brick.' }), '42')).toEqual({ is: 'noted' });
    expect((await buyer()).signals).toEqual([{ is: 'noted', reason: 'Twice a brick.', at: now }]);
    expect(await noteBuyer(ctx, form({ customerId: '7', reason: '' }), '42')).toEqual({ is: 'removed' });
    expect((await buyer()).signals).toEqual([]);
  });

  it('takes no customer of another shop, none that is no number, and no essay', async () => {
    const other = await newShop();
    await expect(noteBuyer(other, form({ customerId: '7', reason: 'x' }), null)).rejects.toMatchObject({ status: 404 });
    await expect(noteBuyer(ctx, form({ customerId: 'x', reason: 'x' }), null)).rejects.toMatchObject({ status: 404 });
    expect(await noteBuyer(ctx, form({ customerId: '7', reason: 'x'.repeat(501) }), null)).toEqual({ is: 'too_long' });
  });

  it('is not written by whoever may only look', async () => {
    await ctx.tx((tx) => tx.settings.create({ data: { name: 'staff-rights', value: { everybody: 'look_only', people: {}, goodwill: '0', largestRefund: null } } }));
    expect(await noteBuyer(ctx, form({ customerId: '7', reason: 'x' }), '42')).toEqual({ is: 'forbidden' });
    expect(await ctx.tx((tx) => tx.noted_buyers.count())).toBe(0);
  });
});

describe('the card', () => {
  const card = (buyer: Buyer | null, quiet = false) => textOf(render({ path: '/app/returns/1', children: createElement(SignalsCard, { buyer, quiet }) }));

  it('says what was bought and sent back, each signal with what it rests on, and that nothing is refused for it', () => {
    const text = card(shownBuyer);
    for (const words of ['6, 5 with a return', '80% of what they bought (8 of 10 units)', '$640.00; refunded: $600.00', 'Too small (5)', 'Sent back a brick in May.', 'no-returns', '#1001-R1', '#1003', 'Nothing is refused because of this.'])
      expect(text).toContain(words);
  });

  it('shows nothing of an order nobody is known of, and on an order’s page only what is worth knowing', () => {
    expect([card(null), card({ ...shownBuyer, signals: [] }, true)].map((text) => text.includes('This customer'))).toEqual([false, false]);
    expect(card({ ...shownBuyer, signals: [] })).toContain('This customer');
  });
});
