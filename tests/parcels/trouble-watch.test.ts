import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readStory } from '../../app/modules/journal/index.server.ts';
import type { ParcelRecord } from '../../app/modules/parcels/records.ts';
import type { NextCheck } from '../../app/modules/parcels/store.server.ts';
import { troubleThresholdsSetting } from '../../app/modules/parcels/trouble/thresholds.ts';
import { recheckOpenParcels, watchParcels } from '../../app/modules/parcels/trouble/watch-parcels.server.ts';
import { disruptionsSetting } from '../../app/modules/promises/index.server.ts';
import { changeSetting } from '../../app/modules/settings/index.server.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { openShops } from '../orders/shop.ts';
import { fill, parcel, placeParcels } from './trouble-stage.ts';

const now = new Date('2026-11-20T12:00:00Z');
let database: Database;
let newShop: Awaited<ReturnType<typeof openShops>>['newShop'];
let ctx: ShopContext;

beforeAll(async () => void ({ database, newShop } = await openShops()));
afterAll(() => database.close());
beforeEach(async () => void (ctx = await newShop({ at: now })));

const due = '2026-11-20T11:00:00.000Z';
const numbered = (id: string, { next_check_at = due, ...more }: Partial<ParcelRecord & NextCheck> = {}) => ({ ...parcel({ shipment_id: id, order_id: id, fulfillment_id: id, ...more }), next_check_at });
const place = (...parcels: (ParcelRecord & Partial<NextCheck>)[]) => ctx.tx((tx) => placeParcels(tx, parcels));
const open = async () => (await ctx.tx((tx) => tx.troubles.findMany({ where: { closed_at: null }, orderBy: { order_id: 'asc' } }))).map(({ order_id, kind }) => `${order_id} ${kind}`);
const later = (at: string): ShopContext => ({ ...ctx, clock: { now: () => new Date(at) } });

describe('watching parcels', () => {
  it('opens what time alone opens, and says when to look next', async () => {
    await place(numbered('1'), numbered('2', { last_scan_at: '2026-11-20T08:00:00.000Z' }), numbered('3', { next_check_at: '2026-11-20T13:00:00.000Z' }), numbered('4', { settled_at: '2026-11-19T08:00:00.000Z' }));
    await watchParcels(ctx);
    expect(await open()).toEqual(['1 silent']);
    const next = await ctx.tx((tx) => tx.parcel_checks.findMany({ orderBy: { shipment_id: 'asc' }, select: { next_check_at: true } }));
    expect(next.map(({ next_check_at }) => next_check_at?.toISOString() ?? null)).toEqual(['2026-12-10T08:00:00.000Z', '2026-11-28T08:00:00.000Z', '2026-11-20T13:00:00.000Z', null]);
    await watchParcels(later('2026-11-28T08:00:00Z'));
    expect(await open()).toEqual(['1 silent', '2 silent', '3 silent']);
  });

  it('has the row of a parcel made anew whose promised day is over', async () => {
    await place(numbered('1', { promised_to: '2026-11-19', last_scan_at: '2026-11-19T08:00:00.000Z', next_check_at: '2026-11-19T23:00:00.000Z' }), numbered('2'));
    await watchParcels(ctx);
    expect(await ctx.tx((tx) => tx.changed_orders.findMany())).toMatchObject([{ order_id: '1' }]);
  });

  it('reaches every parcel though more than a page fall due at one moment, and two workers do nothing twice', async () => {
    await place(...Array.from({ length: 9_000 }, (_, at) => numbered(String(at + 1), { last_scan_at: at % 2 ? '2026-11-10T08:00:00.000Z' : '2026-11-20T08:00:00.000Z' })));
    await Promise.all([watchParcels(ctx), watchParcels(ctx)]);
    expect(await open()).toHaveLength(4_500);
    expect(await ctx.tx((tx) => tx.parcel_checks.count({ where: { next_check_at: { lte: now } } }))).toBe(0);
    expect(await ctx.tx((tx) => tx.journal.count({ where: { type: 'trouble.opened' } }))).toBe(4_500);
  });

  it('respects what the merchant marks afterwards: troubles a disruption explains are closed and are no recovery', async () => {
    await place(numbered('1', { destination: 'FR' }), numbered('2', { destination: 'ES' }));
    await watchParcels(ctx);
    expect(await open()).toEqual(['1 silent', '2 silent']);
    await changeSetting(ctx, disruptionsSetting, { value: [{ carrier: null, country: 'FR', from: '2026-11-10', to: '2026-11-20', extraDays: 10, reason: 'Strike' }], version: 0, by: null });
    await recheckOpenParcels(ctx);
    expect(await open()).toEqual(['2 silent']);
    expect(await ctx.tx((tx) => tx.troubles.findFirst({ where: { order_id: '1' } }))).toMatchObject({ outcome: 'settled' });
  });
});

describe('orders that should have left', () => {
  // Placed on Monday the 9th before the cut-off: two days of processing and one of grace end with Thursday.
  const order = (id: string, orders: Record<string, unknown> = {}) =>
    ctx.tx(async (tx) => {
      await placeParcels(tx, [numbered(id, { settled_at: due })], { fulfillment_status: 'unfulfilled', ...orders });
      await fill(tx, 'order_lines', [{ id, order_id: id, position: 0, title: 'Socks', requires_shipping: true, quantity: 1, current_quantity: 1, unfulfilled_quantity: 1, unit_price: 1, unit_price_presentment: 1, discount: 0, discount_presentment: 0, tax: 0, tax_presentment: 0 }]);
    });

  it('are late from the end of their last day on the shop’s clock', async () => {
    await order('1');
    await watchParcels(later('2026-11-12T22:59:59Z'));
    expect(await open()).toEqual([]);
    await watchParcels(later('2026-11-12T23:00:00Z'));
    await watchParcels(later('2026-11-13T23:00:00Z'));
    expect(await open()).toEqual(['1 late_to_ship']);
    expect((await ctx.tx((tx) => readStory(tx, { orderId: '1' }))).map(({ type, data }) => [type, 'evidence' in data && data.evidence])).toEqual([
      ['trouble.opened', { placedAt: '2026-11-09T08:00:00.000Z', shipBy: '2026-11-12', graceDays: 1 }],
    ]);
  });

  it.each([
    ['is not paid', { financial_status: 'pending' }],
    ['is paid in part', { financial_status: 'partially_paid' }],
    ['was asked for unpaid this morning', { financial_status: 'pending', sent_unpaid: 'requested', ready_at: '2026-11-20T06:00:00.000Z' }],
    ['is a test', { test: true }],
    ['is cancelled', { cancelled_at: due }],
    ['is archived', { closed_at: due }],
    ['is sent', { fulfillment_status: 'fulfilled' }],
    ['waits on purpose', { tags: ['vip', 'Pre-Order'] }],
    ['is held back', { waiting: 'on_hold' }],
    ['waits for its customer to come', { waiting: 'pickup' }],
    ['is meant for a later day', { waiting: 'scheduled', ready_at: '2026-12-01T00:00:00.000Z' }],
    ['was let go this morning', { ready_at: '2026-11-20T06:00:00.000Z' }],
    ['was placed two months ago', { processed_at: '2026-09-10T08:00:00.000Z' }],
  ])('do not include one that %s', async (_which, orders) => {
    await order('1', orders);
    await watchParcels(ctx);
    expect(await open()).toEqual([]);
  });

  it.each([
    ['is paid to who brings it', { financial_status: 'pending', sent_unpaid: 'on_delivery' }],
    ['was asked for before it was paid', { financial_status: 'pending', sent_unpaid: 'requested' }],
    ['was asked for when a part was paid', { financial_status: 'partially_paid', sent_unpaid: 'requested' }],
    ['was begun to be sent unpaid', { financial_status: 'pending', fulfillment_status: 'partially_fulfilled' }],
  ])('include one that %s', async (_which, orders) => {
    await order('1', orders);
    await watchParcels(ctx);
    expect(await open()).toEqual(['1 late_to_ship']);
  });

  it('count the rest of what was begun unpaid from the day it was begun', async () => {
    await order('1', { financial_status: 'pending', fulfillment_status: 'partially_fulfilled' });
    await ctx.tx((tx) => tx.fulfillments.updateMany({ where: { order_id: '1' }, data: { created_at: new Date('2026-11-20T06:00:00Z') } }));
    await watchParcels(ctx);
    expect(await open()).toEqual([]);
  });

  it('include one whose later day has come and gone', async () => {
    await order('1', { waiting: 'scheduled', ready_at: '2026-11-11T00:00:00.000Z' });
    await watchParcels(later('2026-11-16T22:59:59Z'));
    expect(await open()).toEqual([]);
    await watchParcels(later('2026-11-16T23:00:00Z'));
    expect(await open()).toEqual(['1 late_to_ship']);
  });

  it('recover by leaving, and settle by being cancelled', async () => {
    await order('1');
    await order('2');
    await watchParcels(ctx);
    expect(await open()).toEqual(['1 late_to_ship', '2 late_to_ship']);
    await ctx.tx((tx) => tx.orders.updateMany({ where: { id: '1' }, data: { fulfillment_status: 'fulfilled' } }));
    await ctx.tx((tx) => tx.orders.updateMany({ where: { id: '2' }, data: { cancelled_at: now } }));
    await watchParcels(ctx);
    expect((await ctx.tx((tx) => tx.troubles.findMany({ orderBy: { order_id: 'asc' } }))).map(({ outcome }) => outcome)).toEqual(['recovered', 'settled']);
  });

  it('can be switched off', async () => {
    await order('1');
    await changeSetting(ctx, troubleThresholdsSetting, { value: { ...troubleThresholdsSetting.initial, unwatched: ['late_to_ship'] }, version: 0, by: null });
    await watchParcels(ctx);
    expect(await open()).toEqual([]);
  });
});
