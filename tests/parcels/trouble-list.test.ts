import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readStory } from '../../app/modules/journal/index.server.ts';
import type { FoundTrouble, TroubleMark } from '../../app/modules/parcels/records.ts';
import type { Judgement } from '../../app/modules/parcels/trouble/judgement.ts';
import { actOnTroubles } from '../../app/modules/parcels/list/act-on-troubles.server.ts';
import { listTroubles } from '../../app/modules/parcels/trouble/list-troubles.server.ts';
import { markTroubles } from '../../app/modules/parcels/trouble/mark-troubles.server.ts';
import { settleTroubles } from '../../app/modules/parcels/trouble/settle-troubles.server.ts';
import { troubleFigures } from '../../app/modules/parcels/trouble/trouble-figures.server.ts';
import { troubleGroups } from '../../app/modules/parcels/trouble/trouble-groups.server.ts';
import type { TroubleFilter } from '../../app/modules/parcels/trouble/views.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { openShops } from '../orders/shop.ts';
import { judgement, parcel, placeParcels } from './trouble-stage.ts';

const now = new Date('2026-11-20T12:00:00.000Z');
let database: Database;
let newShop: Awaited<ReturnType<typeof openShops>>['newShop'];
let ctx: ShopContext;

/** Seven parcels: four silent since Leipzig, one since Memphis, one held by the weather, one at customs. */
const troubles: readonly [string, string, FoundTrouble['kind'], FoundTrouble['cause'], string][] = [
  ['1', 'Leipzig', 'silent', null, 'ups'], ['2', 'Leipzig', 'silent', null, 'ups'], ['3', 'Leipzig', 'silent', null, 'dpd'], ['4', 'Leipzig', 'silent', null, 'dpd'],
  ['5', 'Memphis', 'silent', null, 'fedex'], ['6', 'Memphis', 'exception', 'weather', 'fedex'], ['7', 'Le Havre', 'customs', 'customs', 'ups'],
];
const found = (id: string, more: Partial<Judgement> = {}): Judgement => {
  const [, hub, kind, cause, carrier] = troubles.find(([own]) => own === id) ?? ['', '', 'silent', null, ''];
  const lastScanAt = more.lastScanAt ?? '2026-11-10T08:00:00.000Z';
  return judgement({ orderId: id, shipmentId: id, hub, carrier, found: [{ kind, cause, since: `2026-11-1${id}T08:00:00.000Z`, evidence: { lastScanAt } }], ...more });
};
const settle = (...judgements: Judgement[]) => ctx.tx((tx) => settleTroubles(tx, ctx.shop, judgements, now));
const orders = async (filter: TroubleFilter = {}) => (await listTroubles(ctx, filter)).rows.map(({ orderId }) => orderId);
const idOf = async (orderId: string) => (await ctx.tx((tx) => tx.troubles.findFirstOrThrow({ where: { order_id: orderId }, orderBy: { id: 'desc' } }))).id.toString();
const mark = async (orderId: string, as: TroubleMark | null, reason: string | null = null) => markTroubles(ctx, [await idOf(orderId)], { mark: as, reason, by: 'ada' });

beforeAll(async () => void ({ database, newShop } = await openShops()));
afterAll(() => database.close());
beforeEach(async () => {
  ctx = await newShop({ at: now });
  await ctx.tx((tx) => placeParcels(tx, troubles.map(([id, hub, , , carrier]) => parcel({ shipment_id: id, order_id: id, fulfillment_id: id, number: `N${id}`, last_place: hub, carrier }))));
  await settle(...troubles.map(([id]) => found(id)));
});

describe('the list of troubles', () => {
  it('has the newest first, each once over all its pages', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTroubles(ctx, {}, cursor, 3);
      seen.push(...page.rows.map(({ orderId }) => orderId));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(['7', '6', '5', '4', '3', '2', '1']);
  });

  it.each([
    [{ kind: 'silent', hub: 'Leipzig' }, ['4', '3', '2', '1']],
    [{ cause: 'weather' }, ['6']],
    [{ carrier: 'fedex', kind: 'silent' }, ['5']],
    [{ mark: null, carrier: 'ups' }, ['7', '2', '1']],
    [{ search: 'n3' }, ['3']],
    [{ search: '2' }, ['2']],
    [{ search: 'nobody' }, []],
    [{ state: 'closed' }, []],
  ] satisfies [TroubleFilter, string[]][])('narrowed by %j shows %j', async (filter, expected) => expect(await orders(filter)).toEqual(expected));

  it('tells of the parcel and its order', async () => {
    const { rows } = await listTroubles(ctx, { search: 'N6' });
    expect(rows).toMatchObject([{ orderName: '#6', kind: 'exception', cause: 'weather', since: new Date('2026-11-16T08:00:00Z'), mark: null, closed: null, parcel: { shipmentId: '6', number: 'N6', status: 'in_transit' } }]);
  });

  it('starts at the top for a cursor that is none', async () => expect((await listTroubles(ctx, {}, 'x.y; drop table troubles')).rows).toHaveLength(7));
});

describe('groups', () => {
  it('say how many parcels are silent since which place', async () => {
    const groups = await troubleGroups(ctx, 'hub');
    expect(groups.map(({ kind, hub, count }) => `${count} ${kind} ${hub}`)).toEqual(['4 silent Leipzig', '1 silent Memphis', '1 exception Memphis', '1 customs Le Havre']);
    expect(groups[0]).toMatchObject({ since: new Date('2026-11-11T08:00:00Z'), newest: new Date('2026-11-14T08:00:00Z'), unmarked: 4 });
  });

  it.each(['cause', 'carrier', 'lane', 'hub'] as const)('by %s hold as many as their filter shows, and each trouble is in one', async (by) => {
    const groups = await troubleGroups(ctx, by);
    for (const { count, filter } of groups) expect(await orders(filter)).toHaveLength(count);
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(7);
  });
});

describe('marking', () => {
  it('keeps who and why, tells it once, and can be taken back', async () => {
    expect(await mark('1', 'claimed', 'Claim 12')).toBe(1);
    expect(await mark('1', 'claimed', 'Claim 12')).toBe(0);
    expect((await listTroubles(ctx, { mark: 'claimed' })).rows).toMatchObject([{ orderId: '1', mark: { by: 'ada', reason: 'Claim 12', at: now } }]);
    expect((await ctx.tx((tx) => readStory(tx, { orderId: '1' }))).map(({ type, actor }) => [type, actor])).toEqual([['trouble.opened', null], ['trouble.marked', 'ada']]);
    expect(await mark('1', null)).toBe(1);
    expect(await orders({ mark: 'claimed' })).toEqual([]);
  });

  it('of a whole group reaches exactly that group', async () => {
    expect(await markTroubles(ctx, { kind: 'silent', hub: 'Leipzig' }, { mark: 'told_customer', reason: null, by: 'ada' })).toBe(4);
    expect(await orders({ mark: 'told_customer' })).toEqual(['4', '3', '2', '1']);
  });

  it('never reaches another shop’s trouble', async () => {
    const id = await idOf('1');
    const other = await newShop({ at: now });
    expect(await markTroubles(other, [id], { mark: 'dismissed', reason: null, by: 'eve' })).toBe(0);
    expect(await orders({ search: 'N1' })).toEqual(['1']);
  });
});

it('is not dismissed by anybody who does not say why, alone or with a whole list', async () => {
  const needs = { filter: {}, by: 'ada', linkTo: () => '' };
  const dismiss = (which: Record<string, string>, reason: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'mark', mark: 'dismissed', reason, ...which })) form.append(name, value);
    return actOnTroubles(ctx, form, needs);
  };
  const wholeOrAlone: Record<string, string>[] = [{ ids: await idOf('1') }, { all: 'yes' }];
  for (const which of wholeOrAlone) expect(await dismiss(which, '  ')).toEqual({ invalid: 'decision' });
  expect(await orders()).toHaveLength(7);
  expect(await dismiss({ ids: await idOf('1') }, 'The customer has it')).toMatchObject({ marked: 1 });
  expect(await orders()).toHaveLength(6);
});

describe('a dismissed trouble', () => {
  beforeEach(() => mark('1', 'dismissed', 'The customer has it'));

  it('is closed with its reason and stays away while nothing new happens', async () => {
    await settle(found('1'));
    expect(await orders({ search: 'N1' })).toEqual([]);
    expect((await listTroubles(ctx, { state: 'dismissed' })).rows).toMatchObject([{ orderId: '1', closed: { outcome: 'dismissed' }, mark: { reason: 'The customer has it' } }]);
  });
  it('comes back with a newer scan', async () => {
    await settle(found('1', { lastScanAt: '2026-11-19T08:00:00.000Z' }));
    expect(await orders({ search: 'N1' })).toEqual(['1']);
  });
  it('comes back for another cause', async () => {
    await mark('6', 'dismissed');
    await settle(found('6'));
    expect(await orders({ search: 'N6' })).toEqual([]);
    await settle(found('6', { found: [{ kind: 'exception', cause: 'lost', since: '2026-11-17T08:00:00.000Z', evidence: { lastScanAt: '2026-11-10T08:00:00.000Z' } }] }));
    expect((await listTroubles(ctx, { search: 'N6' })).rows).toMatchObject([{ cause: 'lost' }]);
  });
  it('opens again when that is taken back, and its parcel is looked at', async () => {
    expect(await mark('1', null)).toBe(1);
    expect(await orders({ search: 'N1' })).toEqual(['1']);
    expect(await ctx.tx((tx) => tx.parcel_checks.findFirst({ where: { shipment_id: 1 } }))).toMatchObject({ next_check_at: now });
    await settle(judgement({ orderId: '1', shipmentId: '1', over: 'delivered' }));
    expect((await ctx.tx((tx) => readStory(tx, { orderId: '1' }))).map(({ data }) => ('outcome' in data ? data.outcome : 'mark' in data ? data.mark : 'opened'))).toEqual(['opened', 'dismissed', null, 'dismissed', 'delivered']);
  });
  it('does not open again where the parcel arrived meanwhile, or the same opened anew', async () => {
    await ctx.tx((tx) => tx.parcels.updateMany({ where: { order_id: '1' }, data: { settled_at: now } }));
    expect(await mark('1', null)).toBe(0);
    const dismissed = await idOf('2');
    await mark('2', 'dismissed');
    await settle(found('2', { lastScanAt: '2026-11-19T08:00:00.000Z' }));
    expect(await markTroubles(ctx, [dismissed], { mark: null, reason: null, by: 'ada' })).toBe(0);
  });
});

it('the figures count what waits, what began today and what ended', async () => {
  await mark('1', 'watched');
  await mark('2', 'dismissed');
  await settle(judgement({ orderId: '3', shipmentId: '3', over: 'delivered' }));
  expect(await troubleFigures(ctx)).toEqual({ underWay: 7, open: 5, unmarked: 4, openedToday: 0, byKind: { silent: 3, exception: 1, customs: 1 }, ended: { dismissed: 1, delivered: 1 } });
});
