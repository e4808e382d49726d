import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { carrierReport } from '../../app/modules/parcels/report/carrier-report.server.ts';
import type { ReportFilter, ReportRow } from '../../app/modules/parcels/report/views.ts';
import type { ParcelRecord } from '../../app/modules/parcels/records.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { openShops } from '../orders/shop.ts';
import { fill, parcel, placeParcels } from './trouble-stage.ts';

/** A Friday, shortly after midnight in Berlin, where the shops of these tests are. */
const now = new Date('2026-11-19T23:30:00.000Z');
let database: Database;
let newShop: Awaited<ReturnType<typeof openShops>>['newShop'];
let ctx: ShopContext;
let count = 0;

/** A parcel shipped on the 9th at 15:00 UTC and promised for the 14th, unless said otherwise. */
const sent = (more: Partial<ParcelRecord> = {}): ParcelRecord => {
  const id = String((count += 1));
  return parcel({ shipment_id: id, order_id: id, fulfillment_id: id, number: `N${id}`, promised_from: '2026-11-12', promised_to: '2026-11-14', promise_source: 'learned', first_promised_to: '2026-11-14', ...more });
};
const arrived = (at: string, more: Partial<ParcelRecord> = {}) => sent({ status: 'delivered', delivered_at: at, settled_at: at, last_scan_at: at, ...more });
const times = (number: number, make: (at: number) => ParcelRecord) => Array.from({ length: number }, (_, at) => make(at));
const place = (...parcels: ParcelRecord[]) => ctx.tx((tx) => placeParcels(tx, parcels));
const report = (filter: Partial<ReportFilter> = {}) => carrierReport(ctx, { days: 30, ...filter });
const trouble = (of: ParcelRecord, kind: string, cause: string | null, at = '2026-11-12T08:00:00Z') =>
  ({ order_id: of.order_id, shipment_id: of.shipment_id, kind, cause, carrier: of.carrier, origin: of.origin, destination: of.destination, evidence: {}, opened_at: at, changed_at: at });
const problem = (id: string, of: ParcelRecord, more: object = {}) => ({ id, order_id: of.order_id, shipment_id: of.shipment_id, kind: 'damaged', lines: [], words: '', locale: 'en', state: 'open', created_at: '2026-11-15T08:00:00Z', ...more });
const lanes = (rows: readonly ReportRow[]) => rows.map((row) => (row.level === 'lane' ? `${row.carrier} ${row.origin}-${row.destination} ${row.delivered}` : row.level)).sort();

beforeAll(async () => void ({ database, newShop } = await openShops()));
afterAll(() => database.close());
beforeEach(async () => {
  count = 0;
  ctx = await newShop({ at: now });
});

describe('the report', () => {
  it('counts what was delivered in its days, for all, by carrier and by lane', async () => {
    await place(
      arrived('2026-11-12T15:00:00Z'), arrived('2026-11-13T15:00:00Z'), arrived('2026-11-13T15:00:00Z', { destination: 'ES' }), arrived('2026-11-13T15:00:00Z', { carrier: 'dpd' }),
      arrived('2026-10-19T15:00:00Z'), sent(), arrived('2026-11-12T15:00:00Z', { method: 'pickup' }), arrived('2026-11-12T15:00:00Z', { carrier: null, origin: null }),
    );
    const { all, carriers, lanes: ways, choices, carrierNames } = await report();
    expect(all.delivered).toBe(5);
    expect(carriers.map((row) => [row.level === 'carrier' && row.carrier, row.delivered]).sort()).toEqual([['dpd', 1], ['ups', 3], [null, 1]].sort());
    expect(lanes(ways)).toEqual(['dpd DE-FR 1', 'null null-FR 1', 'ups DE-ES 1', 'ups DE-FR 2']);
    expect([choices.carriers[0], [...choices.carriers].sort(), [...choices.destinations].sort()]).toEqual(['ups', ['dpd', 'ups', null].sort(), ['ES', 'FR']]);
    expect(carrierNames).toEqual({ ups: 'UPS', dpd: 'DPD' });
  });

  it('narrowed to a carrier or a destination holds that only, and still offers all', async () => {
    await place(arrived('2026-11-12T15:00:00Z'), arrived('2026-11-12T15:00:00Z', { destination: 'ES' }), arrived('2026-11-12T15:00:00Z', { carrier: null }));
    expect(lanes((await report({ carrier: 'ups' })).lanes)).toEqual(['ups DE-ES 1', 'ups DE-FR 1']);
    expect(lanes((await report({ carrier: null })).lanes)).toEqual(['null DE-FR 1']);
    const spain = await report({ destination: 'ES' });
    expect([lanes(spain.lanes), spain.all.delivered, spain.choices.destinations.length]).toEqual([['ups DE-ES 1'], 1, 2]);
    expect((await report({ carrier: 'nobody' })).all).toMatchObject({ delivered: 0, transit: null, exceptions: 0 });
  });

  it('says how long parcels took from shipping, and says nothing of fewer than twenty', async () => {
    await place(...times(19, (at) => arrived(`2026-11-${10 + Math.floor(at / 4)}T15:00:00Z`)));
    expect((await report()).all).toMatchObject({ delivered: 19, transit: null, promised: { due: 19, keptShare: null }, contactsPer100: null });
    await place(arrived('2026-11-19T15:00:00Z'));
    const { transit } = (await report()).all;
    expect(transit).toMatchObject({ quarter: 2, median: 3, threeQuarters: 4 });
    expect(transit?.ninety).toBeCloseTo(5);
  });

  it('never saw another shop’s parcels', async () => {
    const parcels = times(25, () => arrived('2026-11-12T15:00:00Z'));
    await place(...parcels);
    await ctx.tx(async (tx) => {
      await fill(tx, 'troubles', parcels.map((one) => trouble(one, 'exception', 'lost')));
      await fill(tx, 'problem_reports', parcels.map((one) => problem(`aa-${one.shipment_id}`, one)));
    });
    const other = await newShop({ at: now });
    expect(await carrierReport(other, { days: 90 })).toMatchObject({ all: { delivered: 0, exceptions: 0, contacts: 0, promised: { due: 0 } }, carriers: [], lanes: [], choices: { carriers: [], destinations: [] } });
  });
});

describe('a promise', () => {
  const due = async () => (await report()).all.promised;

  it('is kept by who arrives on its day where the customer lives, not where the shop is', async () => {
    await place(arrived('2026-11-14T22:59:00Z'), arrived('2026-11-14T23:01:00Z'), arrived('2026-11-14T15:01:00Z', { destination: 'JP' }), arrived('2026-11-15T05:30:00Z', { destination: 'US' }));
    expect(await due()).toMatchObject({ due: 4, kept: 2, late: 2, missing: 0 });
  });

  it('that nobody delivered on counts as not kept, and one that is not over yet does not count', async () => {
    await place(sent(), sent({ status: 'exception', cause: 'lost' }), sent({ going_back: true, settled_at: '2026-11-16T08:00:00Z' }), sent({ first_promised_to: '2026-11-20', promised_to: '2026-11-20' }), arrived('2026-11-19T10:00:00Z', { first_promised_to: '2026-11-20', promised_to: '2026-11-20' }));
    expect(await due()).toMatchObject({ due: 3, kept: 0, late: 0, missing: 3 });
  });

  it('of a day that is over for the shop and not for the customer does not count yet', async () => {
    await place(sent({ first_promised_to: '2026-11-19' }), sent({ first_promised_to: '2026-11-19', destination: 'US' }));
    expect(await due()).toMatchObject({ due: 1, missing: 1 });
  });

  it('of a parcel that was withdrawn has nothing to keep, that of one given up has', async () => {
    await place(sent({ settled_at: '2026-11-11T08:00:00Z' }), sent({ first_promised_to: '2026-10-25', last_scan_at: '2026-09-18T08:00:00.000Z', settled_at: '2026-11-17T08:00:00.000Z' }));
    expect(await due()).toMatchObject({ due: 1, missing: 1 });
  });

  it('of an order from before the app was installed does not count: of those only the late ones are known', async () => {
    await place(arrived('2026-11-16T10:00:00Z', { imported: true }), sent({ imported: true }), arrived('2026-11-14T10:00:00Z'));
    expect(await due()).toMatchObject({ due: 1, kept: 1 });
  });

  it('is judged by the first date told, and beside it by the last', async () => {
    const moved = { first_promised_to: '2026-11-12', promised_to: '2026-11-15' };
    await place(...times(20, (at) => arrived(at < 15 ? '2026-11-12T10:00:00Z' : '2026-11-15T10:00:00Z', moved)), arrived('2026-11-16T10:00:00Z', moved));
    const { keptShare, keptLastShare, lateShare, ...counts } = await due();
    expect(counts).toEqual({ due: 21, kept: 15, keptLast: 20, late: 6, missing: 0 });
    expect([keptShare, keptLastShare, lateShare]).toEqual([15 / 21, 20 / 21, 6 / 21]);
  });

  it.each([[7, 7, 1], [30, 5, 7], [90, 13, 7]] as const)('over %i days is drawn at %i points without gaps, each due counted in one', async (days, points, step) => {
    await place(arrived('2026-11-14T10:00:00Z'), arrived('2026-11-19T10:00:00Z', { first_promised_to: '2026-11-19' }), sent({ first_promised_to: '2026-11-18' }));
    const { all, step: told, from, to } = await report({ days });
    expect([all.keptInTime.length, told, all.keptInTime[0]?.from, all.keptInTime.at(-1)?.to]).toEqual([points, step, from, to]);
    expect(to).toBe('2026-11-19');
    expect([all.keptInTime.reduce((sum, point) => sum + point.due, 0), all.keptInTime.reduce((sum, point) => sum + point.kept, 0)]).toEqual([3, 2]);
    expect(all.keptInTime.at(-1)).toMatchObject(days === 90 ? { due: 3 } : days === 30 ? { due: 2 } : { due: 1, kept: 1 });
  });
});

describe('what went wrong', () => {
  it('is counted once a parcel, by cause, without silence and passed dates', async () => {
    const [one, two, three] = [sent(), sent(), sent({ carrier: 'dpd' })];
    await place(one, two, three);
    await ctx.tx((tx) => fill(tx, 'troubles', [trouble(one, 'exception', 'address'), trouble(one, 'returning', null), trouble(two, 'customs', null), trouble(two, 'silent', null), trouble(three, 'past_date', null), trouble(three, 'exception', 'weather', '2026-10-01T08:00:00Z')]));
    const { all, carriers } = await report();
    await ctx.tx((tx) => fill(tx, 'troubles', [{ ...trouble(three, 'customs', null), imported: true }]));
    expect((await report()).all.exceptions).toBe(2);
    expect([all.exceptions, all.causes]).toEqual([2, [{ cause: 'address', parcels: 1 }, { cause: 'customs', parcels: 1 }, { cause: 'returned_to_sender', parcels: 1 }]]);
    expect(carriers.map((row) => [row.level === 'carrier' && row.carrier, row.exceptions])).toEqual(expect.arrayContaining([['ups', 2], ['dpd', 0]]));
  });

  it('is a loss where the carrier says so, or nobody saw a scanned parcel for two months', async () => {
    const silent = { last_scan_at: '2026-09-18T08:00:00.000Z', settled_at: '2026-11-17T08:00:00.000Z', first_promised_to: null };
    await place(
      sent({ status: 'exception', cause: 'lost', status_since: '2026-11-15T08:00:00Z' }), sent(silent),
      sent({ ...silent, first_scan_at: null, last_scan_at: null }), sent({ ...silent, going_back: true }), sent({ ...silent, imported: true }), sent({ settled_at: '2026-11-12T08:00:00Z' }), arrived('2026-11-15T08:00:00Z', { cause: 'lost' }),
    );
    expect((await report()).all.lost).toBe(2);
  });

  it('is written about: a report about a whole order counts for each of its carriers and once in the sum', async () => {
    const parcels = times(50, () => arrived('2026-11-12T15:00:00Z'));
    const [first] = parcels;
    if (!first) throw new Error('There is no parcel.');
    await place(...parcels, sent({ order_id: first.order_id, fulfillment_id: 'second', carrier: 'dpd' }));
    await ctx.tx((tx) => fill(tx, 'problem_reports', [problem('aa', first, { shipment_id: null }), problem('bb', first), problem('cc', first, { created_at: '2026-10-01T08:00:00Z' })]));
    const { all, carriers } = await report();
    expect([all.contacts, all.contactsPer100]).toEqual([2, 4]);
    expect(carriers.map((row) => [row.level === 'carrier' && row.carrier, row.contacts]).sort()).toEqual([['dpd', 1], ['ups', 2]]);
  });

  it('before the app was installed is not known, and the report says from when it is', async () => {
    expect((await report()).watchedSince).toBeNull();
    expect((await carrierReport({ ...ctx, shop: { ...ctx.shop, installedAt: new Date('2026-11-10T08:00:00Z') } }, { days: 30 })).watchedSince).toBe('2026-11-10');
  });
});

describe('ranges tried in a back-test', () => {
  const figures = (tested: number, coverage: number, meanWidth: number) => ({ tested, coverage, meanWidth, meanError: 1 });
  const backtest = (ranAt: string, lane: string) => ({
    ran_at: ranAt,
    report: { trained: 900, all: figures(400, 0.81, 1.8), lanes: [{ lane, ...figures(60, 0.9, 2) }, { lane: 'ups/*/DE/FR-75', ...figures(20, 0.5, 4) }, { lane: 'ups/*/DE/ES', ...figures(19, 1, 1) }, { lane: 'dpd/*/DE/FR', ...figures(30, 1, 1) }] },
  });

  it('are those of the latest, brought together by carrier and lane and weighed by their parcels', async () => {
    await place(arrived('2026-11-12T15:00:00Z'), arrived('2026-11-12T15:00:00Z', { destination: 'ES' }));
    await ctx.tx((tx) => fill(tx, 'backtests', [{ id: 1, ...backtest('2026-11-10T03:00:00Z', 'gls/*/DE/FR') }, { id: 2, ...backtest('2026-11-18T03:00:00Z', 'ups/ground/DE/FR') }]));
    const { all, carriers, lanes: ways, backtestedAt } = await report();
    expect(backtestedAt).toEqual(new Date('2026-11-18T03:00:00Z'));
    expect(all.ranges).toEqual({ tested: 400, held: { coverage: 0.81, meanWidth: 1.8 } });
    expect(carriers[0]?.ranges.tested).toBe(99);
    const byDestination = Object.fromEntries(ways.map((row) => [row.level === 'lane' ? row.destination : '', row.ranges]));
    expect(byDestination.FR?.tested).toBe(80);
    expect(byDestination.FR?.held?.coverage).toBeCloseTo(0.8);
    expect(byDestination.FR?.held?.meanWidth).toBeCloseTo(2.5);
    expect(byDestination.ES).toEqual({ tested: 19, held: null });
    expect((await report({ destination: 'FR' })).all.ranges.tested).toBe(110);
  });

  it('are none where none was made', async () => expect(await report()).toMatchObject({ backtestedAt: null, all: { ranges: { tested: 0, held: null } } }));
});
