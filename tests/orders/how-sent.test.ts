import { describe, expect, it } from 'vitest';
import { shippingService } from '#app/modules/orders/normal-words.ts';
import { readWebhookOrder } from '#app/modules/orders/read-webhook-order.ts';
import { sentUnpaidOf } from '#app/modules/orders/sent-unpaid.ts';
import { orderShape } from '#app/modules/orders/webhook-shapes.ts';
import { applyOrders } from '#app/modules/orders/index.server.ts';
import { openShops } from './shop.ts';
import { order, second } from './snapshots.ts';

describe('how an order is sent', () => {
  it.each([
    [{ code: 'UPS_GROUND', title: 'Ground' }, 'ups_ground'],
    [{ code: ' Express  Worldwide ', title: 'x' }, 'express worldwide'],
    [{ code: 'custom', title: 'By bike' }, 'by bike'],
    [{ code: null, title: 'Standard' }, 'standard'],
    [{ code: '', title: '' }, null],
    // Postgres takes no half of a sign.
    [{ code: null, title: `${'x'.repeat(79)}\u{1f69a}` }, 'x'.repeat(79)],
    [null, null],
  ])('is read from the rate %j', (rate, service) => expect(shippingService(rate)).toBe(service));

  it('is told by webhooks, of the rate that still counts; what they leave out is not told', () => {
    const payload = { id: 1, updated_at: second(0) };
    const read = (more: object) => readWebhookOrder(orderShape.parse({ ...payload, ...more })).extras;
    expect(read({ shipping_lines: [{ code: 'old', title: 'Old', is_removed: true }, { code: 'dhl_paket', title: 'DHL' }], payment_gateway_names: ['Cash on Delivery (COD)'] })).toMatchObject({ shipping_service: 'dhl_paket', sent_unpaid: 'on_delivery' });
    expect(read({ shipping_lines: [] }).shipping_service).toBe(null);
    expect(read({}).shipping_service).toBe(undefined);
    expect(read({ payment_gateway_names: ['Bank Deposit'] }).sent_unpaid).toBe(undefined);
  });
});

describe('an order that goes out unpaid', () => {
  it.each(['Cash on Delivery (COD)', 'cash_on_delivery', 'Nachnahme', 'Contre-remboursement', '代金引換', '货到付款'])('shows by its way of payment: %s', (gateway) => {
    expect(sentUnpaidOf(['gift_card', gateway], 'UNFULFILLED')).toBe('on_delivery');
  });

  it.each(['Bank Deposit', 'manual', 'Money Order', 'shopify_payments', 'Codi'])('does not show by %s', (gateway) => {
    expect(sentUnpaidOf([gateway], 'UNFULFILLED')).toBe(null);
  });

  it('shows by what the shop asked for', () => {
    expect([sentUnpaidOf(['manual'], 'IN_PROGRESS'), sentUnpaidOf(['manual'], 'PENDING_FULFILLMENT'), sentUnpaidOf(['manual'], null)]).toEqual(['requested', 'requested', null]);
  });

  it('is due from the moment it was asked for, a paid one from the day it was placed', async () => {
    const { database, newShop } = await openShops();
    const ctx = await newShop();
    const now = ctx.clock.now().toISOString();
    const hear = (id: string, at: number, financial: string, extras: object) => ctx.tx((tx) => applyOrders(tx, ctx.shop, [{ ...order({ id, updatedAt: second(at), facts: { financial_status: financial } }), extras }], ctx.clock.now()));
    for (const [id, financial] of [['1', 'pending'], ['2', 'paid']] as const) {
      await hear(id, 0, financial, { sent_unpaid: null });
      await hear(id, 60, financial, { sent_unpaid: 'requested' });
    }
    const rows = await ctx.tx((tx) => tx.orders.findMany({ orderBy: { id: 'asc' } }));
    expect(rows.map(({ ready_at }) => ready_at?.toISOString() ?? null)).toEqual([now, null]);
    await database.close();
  });
});
