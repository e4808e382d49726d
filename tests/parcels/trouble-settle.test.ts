import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readStory } from '../../app/modules/journal/index.server.ts';
import type { FoundTrouble } from '../../app/modules/parcels/records.ts';
import type { Judgement } from '../../app/modules/parcels/trouble/judgement.ts';
import { settleTroubles } from '../../app/modules/parcels/trouble/settle-troubles.server.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { openShops } from '../orders/shop.ts';
import { judgement, parcel, placeParcels } from './trouble-stage.ts';

const now = new Date('2026-11-20T12:00:00.000Z');
const later = new Date('2026-11-21T12:00:00.000Z');
let database: Database;
let newShop: Awaited<ReturnType<typeof openShops>>['newShop'];
let ctx: ShopContext;

beforeAll(async () => void ({ database, newShop } = await openShops()));
afterAll(() => database.close());
beforeEach(async () => {
  ctx = await newShop();
  await ctx.tx((tx) => placeParcels(tx, [parcel()]));
});

const silence: FoundTrouble = { kind: 'silent', cause: null, since: '2026-11-15T08:00:00.000Z', evidence: { lastScanAt: '2026-11-10T08:00:00.000Z', limitHours: 120, samples: 40, lane: 'ups/*/DE/FR' } };
const weather: FoundTrouble = { kind: 'exception', cause: 'weather', since: '2026-11-19T08:00:00.000Z', evidence: { status: 'exception', lastScanAt: '2026-11-19T08:00:00.000Z' } };
const settle = (given: Partial<Judgement>, at = now) => ctx.tx((tx) => settleTroubles(tx, ctx.shop, [judgement(given)], at));
const rows = () => ctx.tx((tx) => tx.troubles.findMany({ orderBy: { id: 'asc' } }));
const story = async () => (await ctx.tx((tx) => readStory(tx, { orderId: '1' }))).filter(({ type }) => type.startsWith('trouble.'));
const news = async () => {
  const { rows: jobs } = await database.pool.query<{ payload: { shopId: number; data: { news: { kind: string; cause: string | null }[] } } }>(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'parcels.news' order by j.id`,
  );
  return jobs.filter(({ payload }) => payload.shopId === ctx.shop.id).flatMap(({ payload }) => payload.data.news.map(({ kind, cause }) => (cause === null ? kind : `${kind} ${cause}`)));
};

describe('a trouble', () => {
  it('opens once with its evidence in the journal, and settling again changes nothing', async () => {
    expect(await settle({ found: [silence] })).toEqual({ opened: 1, changed: 0, closed: 0 });
    const before = await rows();
    expect(await settle({ found: [silence] }, later)).toEqual({ opened: 0, changed: 0, closed: 0 });
    expect(await rows()).toEqual(before);
    expect(before).toMatchObject([{ kind: 'silent', opened_at: new Date(silence.since), carrier: 'ups', hub: 'Leipzig', imported: false, closed_at: null }]);
    expect(await story()).toMatchObject([{ type: 'trouble.opened', data: { kind: 'silent', shipmentId: '1', imported: false, evidence: silence.evidence } }]);
    expect(await news()).toEqual(['delayed']);
  });

  it('closes once with its outcome', async () => {
    await settle({ found: [silence] });
    await settle({ lastScanAt: '2026-11-20T11:00:00.000Z' });
    expect(await settle({ lastScanAt: '2026-11-20T11:00:00.000Z' }, later)).toEqual({ opened: 0, changed: 0, closed: 0 });
    expect((await story()).map(({ data }) => 'outcome' in data && data.outcome)).toEqual([false, 'recovered']);
    expect(await news()).toEqual(['delayed', 'recovered']);
  });

  it.each(['delivered', 'returned', 'settled'] as const)('of a parcel that is %s closes with that word and is no recovery', async (over) => {
    await settle({ found: [silence] });
    await settle({ over });
    expect(await rows()).toMatchObject([{ outcome: over, closed_at: now }]);
    expect(await news()).toEqual(['delayed']);
  });

  it('that began before the app was installed is told in the story and announced to nobody', async () => {
    await ctx.tx((tx) => settleTroubles(tx, { installedAt: new Date('2026-11-16T00:00:00Z') }, [judgement({ found: [silence] })], now));
    expect(await story()).toMatchObject([{ data: { imported: true } }]);
    expect(await news()).toEqual([]);
  });

  it('brings its evidence up to date without a line, and tells of a changed cause with one', async () => {
    await settle({ found: [weather] });
    expect(await settle({ found: [{ ...weather, evidence: { ...weather.evidence, lastScanAt: '2026-11-20T08:00:00.000Z' } }] })).toEqual({ opened: 0, changed: 1, closed: 0 });
    expect(await story()).toHaveLength(1);
    await settle({ found: [{ ...weather, cause: 'lost' }] }, later);
    expect((await story()).map(({ data }) => 'cause' in data && data.cause)).toEqual(['weather', 'lost']);
    expect(await news()).toEqual(['exception weather', 'lost lost']);
  });
});

describe('nothing flaps', () => {
  it('while a limit moves by hours: what holds again tomorrow stays open', async () => {
    await settle({ found: [silence] });
    expect(await settle({ near: ['silent'] })).toEqual({ opened: 0, changed: 0, closed: 0 });
    expect(await settle({ near: ['silent'], lastScanAt: '2026-11-20T11:00:00.000Z' })).toMatchObject({ closed: 1 });
  });

  it('where one trouble takes the place of another that was told in the same words', async () => {
    await settle({ found: [silence] });
    await settle({ found: [{ ...silence, kind: 'past_date' }], lastScanAt: '2026-11-20T11:00:00.000Z' });
    expect((await rows()).map(({ kind, outcome }) => [kind, outcome])).toEqual([['silent', 'superseded'], ['past_date', null]]);
    expect(await news()).toEqual(['delayed']);
  });

  it('where the same comes back within two days: it is listed again, not announced again', async () => {
    await settle({ found: [weather] });
    await settle({ lastScanAt: '2026-11-20T11:00:00.000Z' });
    await settle({ found: [weather], lastScanAt: '2026-11-21T11:00:00.000Z' }, later);
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(['recovered', null]);
    expect(await news()).toEqual(['exception weather', 'recovered weather']);
  });
});

describe('troubles that a judgement says nothing about', () => {
  it('are left alone', async () => {
    const denied: FoundTrouble = { kind: 'denied', cause: null, since: now.toISOString(), evidence: {} };
    await settle({ found: [denied], judged: ['denied'] });
    expect(await settle({ over: 'delivered' }, later)).toMatchObject({ closed: 0 });
    expect(await settle({ judged: ['denied'] }, later)).toMatchObject({ closed: 1 });
  });
});

describe('two workers at once', () => {
  it('open, tell and announce one trouble once', async () => {
    const many = Array.from({ length: 40 }, (_, at) => String(100 + at));
    await ctx.tx((tx) => placeParcels(tx, many.map((id) => parcel({ shipment_id: id, order_id: id, fulfillment_id: id }))));
    const found = (ids: string[]) => ids.map((id) => judgement({ orderId: id, shipmentId: id, found: [silence] }));
    const both = await Promise.all([0, 1, 2].map(() => ctx.tx((tx) => settleTroubles(tx, ctx.shop, found(many), now))));
    expect(both.reduce((sum, { opened }) => sum + opened, 0)).toBe(40);
    expect(await news()).toHaveLength(40);
    const closing = many.map((id) => judgement({ orderId: id, shipmentId: id, over: 'delivered' }));
    const closed = await Promise.all([0, 1, 2].map(() => ctx.tx((tx) => settleTroubles(tx, ctx.shop, closing, later))));
    expect(closed.reduce((sum, { closed: count }) => sum + count, 0)).toBe(40);
    const lines = await ctx.tx((tx) => tx.journal.groupBy({ by: ['type'], _count: true, orderBy: { type: 'asc' } }));
    expect(lines.map(({ type, _count }) => [type, _count])).toEqual([['trouble.closed', 40], ['trouble.opened', 40]]);
  });
});
