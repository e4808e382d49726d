import { afterAll, describe, expect, it } from 'vitest';
import { applyOrders } from '../../app/modules/orders/index.server.ts';
import { parcelStories, refreshChangedParcels } from '../../app/modules/parcels/index.server.ts';
import { fulfillment, line, order } from '../orders/snapshots.ts';
import { openStorefront } from './storefront.ts';

const { database, ctx, visit } = await openStorefront();
afterAll(() => database.close());

const text = (html: string) => html.replace(/<style>.*?<\/style>/s, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const at = (moment: string) => Object.assign(ctx.clock, { now: () => new Date(moment) });
const place = (id: string) => {
  const placed = { created_at: '2026-11-16T09:00:00.000Z', processed_at: '2026-11-16T09:00:00.000Z', email: 'ada@example.com' };
  return ctx.tx((tx) => applyOrders(tx, ctx.shop, [order({ id, facts: placed, lines: [line(`${id}1`), line(`${id}2`)] })], ctx.clock.now()));
};
const ship = async (id: string, lineId: string, moment: string) => {
  const left = fulfillment({ id: lineId, orderId: id, updatedAt: moment, lineIds: [lineId] });
  await ctx.tx((tx) => applyOrders(tx, ctx.shop, [{ ...left, facts: { ...left.facts, created_at: moment } }], ctx.clock.now()));
  await refreshChangedParcels(ctx);
  return ctx.tx((tx) => parcelStories(tx, id, ctx.clock.now()));
};
const seen = async (id: string, moment: string) => {
  at(moment);
  return text((await visit({ form: { order: id, contact: 'ada@example.com' } })).html);
};
const first = 'Thu, Nov 19 – Mon, Nov 30';

describe('the day of an order that has not left', () => {
  it('stays as it was first shown until it passes, and then stands as missed beside the new one, with the reason', async () => {
    at('2026-11-16T12:00:00Z');
    await place('3101');
    expect(await seen('3101', '2026-11-16T12:00:00Z')).toContain(`Expected, once it has left: ${first}`);
    expect(await seen('3101', '2026-11-25T12:00:00Z')).toContain(`Expected, once it has left: ${first}`);
    const late = await seen('3101', '2026-12-04T12:00:00Z');
    expect(late).toMatch(/It was promised for Monday, November 30, now expected: \w+, Dec \d+/);
    expect(late).toContain('It has not left the shop yet.');
    const now = /now expected: ([\w ,–]+\d)/.exec(late)?.[1] ?? 'none';
    expect(await seen('3101', '2026-12-05T12:00:00Z')).toContain(`It was promised for Monday, November 30, now expected: ${now}`);
    const told = await ctx.tx((tx) => tx.journal.findMany({ where: { order_id: '3101', type: { startsWith: 'promise.' } }, orderBy: { id: 'asc' } }));
    expect(told.map(({ type, data }) => [type, data])).toMatchObject([['promise.shown', { shipmentId: null, to: '2026-11-30' }], ['promise.missed', { shipmentId: null, to: '2026-11-30' }], ['promise.shown', { shipmentId: null }]]);
  });

  it('is the day of the parcels that its goods leave in, missed where it was missed by then', async () => {
    at('2026-11-16T12:00:00Z');
    await place('3102');
    await seen('3102', '2026-11-16T12:00:00Z');
    at('2026-11-27T12:00:00Z');
    expect(await ship('3102', '31021', '2026-11-27T11:00:00.000Z')).toMatchObject([{ promise: { from: '2026-11-19', to: '2026-11-30' }, missedTo: null }]);
    await seen('3102', '2026-12-04T12:00:00Z');
    const [, rest] = await ship('3102', '31022', '2026-12-04T12:30:00.000Z');
    expect(rest).toMatchObject({ firstPromisedTo: '2026-11-30', missedTo: '2026-11-30' });
    expect(rest?.promise?.to ?? '').toMatch(/^2026-12-1/);
  });

  it('that nobody was shown is missed by nobody', async () => {
    at('2026-11-16T12:00:00Z');
    await place('3103');
    expect(await seen('3103', '2026-12-20T12:00:00Z')).not.toContain('promised for');
  });
});
