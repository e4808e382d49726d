import { expect, it } from 'vitest';
import type { SentParcel } from '#app/modules/inbox/deeds/sent-parcels.server.ts';
import { sentParcels } from '#app/modules/inbox/deeds/sent-parcels.server.ts';
import { suggestedReship } from '#app/modules/inbox/deeds/suggested-reship.server.ts';
import { PartsProvider } from '#app/modules/inbox/beside/ui/beside-parts.ts';
import { ReshipFields } from '#app/modules/inbox/deeds/ui/reship-fields.tsx';
import { besideParts } from '#app/wiring/beside-parts.tsx';
import { openLedgerStage } from '../compensation/stage.ts';
import { render } from '../admin-ui/stage.tsx';
import { sentMugs } from './reship-stage.ts';
import { shownReship } from './shown-reship.ts';

const stage = await openLedgerStage();

const parcel = (where: SentParcel['where'], changes: Partial<SentParcel['shown']> = {}): SentParcel => ({
  shown: { id: '1', carrierName: 'UPS', cause: null, number: '1Z', promise: null, since: null, status: 'in_transit', url: null, deliveredAt: null, troubles: [], ...changes },
  where,
  units: [{ id: 'l1', quantity: 2 }],
});
const wheres = ['moving', 'late', 'lost', 'delivered', 'returning', 'unknown'] as const;

/** What is chosen before anybody chooses, wherever the parcel is. */
async function chosenFor(kind: string | null): Promise<Record<string, string | null>> {
  const { shop, orderId } = await sentMugs(await stage.open());
  if (kind) await shop.ctx.tx((tx) => tx.problem_reports.create({ data: { id: 'r1', order_id: orderId, kind, lines: [{ lineId: 'l1', quantity: 1 }], locale: 'en', created_at: shop.ctx.clock.now() } }));
  const found = await shop.ctx.tx((tx) => Promise.all(wheres.map(async (where) => [where, await suggestedReship(tx, orderId, [parcel(where)])] as const)));
  return Object.fromEntries(found.flatMap(([where, { units, reason }]) => (reason === null && units.length === 0 ? [] : [[where, `${reason} ${units.map(({ quantity }) => quantity).join()}`]])));
}

it('nothing is chosen to be sent again but what a report names, or a lost parcel held', async () => {
  expect(await chosenFor(null)).toEqual({ lost: 'lost 2' });
  // Who has nothing may be right against the carrier, but not of what comes back or is on its way.
  expect(await chosenFor('not_arrived')).toEqual({ late: 'lost 1', lost: 'lost 1', delivered: 'lost 1', unknown: 'lost 1' });
  expect(await chosenFor('late')).toEqual({ lost: 'lost 1' });
  expect(await chosenFor('damaged')).toEqual(Object.fromEntries(wheres.map((where) => [where, 'damaged 1'])));
});

it('of several parcels it is the one that is lost, or was damaged on its way', async () => {
  const { shop, orderId } = await sentMugs(await stage.open());
  const suggest = (...parcels: SentParcel[]) => shop.ctx.tx((tx) => suggestedReship(tx, orderId, parcels));
  const other = { ...parcel('delivered', { id: '2' }), units: [{ id: 'l2', quantity: 1 }] };
  expect(await suggest(parcel('lost'), other)).toEqual({ units: [{ id: 'l1', quantity: 2 }], reason: 'lost' });
  expect(await suggest(other, parcel('late', { cause: 'damaged' }))).toEqual({ units: [{ id: 'l1', quantity: 2 }], reason: 'damaged' });
  expect(await suggest(other, parcel('late', { troubles: ['customs'] }))).toEqual({ units: [], reason: null });
});

it('each parcel is told of with what went out with it', async () => {
  const { shop, orderId, lineId } = await sentMugs(await stage.open(), { fulfillmentStatus: 'FULFILLED' });
  const found = await shop.ctx.tx((tx) => sentParcels(tx, orderId, shop.ctx.clock.now()));
  expect(found.map(({ where, units }) => [where, units])).toEqual([['unknown', [{ id: lineId, quantity: 3 }]]]);
});

it('who chooses is told what speaks against it, of the parcels that the chosen goods were in', () => {
  const shown = (changes: Partial<typeof shownReship>, units: Record<string, number> | null = { l1: 1 }) =>
    render({ locale: 'en', path: '/app/inbox/17', children: <PartsProvider value={besideParts}><ReshipFields preview={{ ...shownReship, ...changes }} name="#1001" chosen={{ units, reason: null, receipt: false }} isWithin onChange={() => undefined} onRefund={() => undefined} /></PartsProvider> });
  const told = (html: string) => (['By its carrier it was delivered', 'nothing is known to be wrong', 'on its way back to you'] as const).map((words) => html.includes(words));
  const of = (...parcels: SentParcel[]) => ({ parcels, reason: 'lost' as const });
  expect(told(shown(of(parcel('delivered'))))).toEqual([true, false, false]);
  expect(told(shown(of(parcel('moving'))))).toEqual([false, true, false]);
  expect(told(shown(of(parcel('returning'))))).toEqual([false, false, true]);
  expect(told(shown(of(parcel('lost'), { ...parcel('delivered', { id: '2' }), units: [{ id: 'l2', quantity: 1 }] })))).toEqual([false, false, false]);
  expect(told(shown({ parcels: [parcel('delivered')], reason: 'damaged' }))).toEqual([false, false, false]);
  expect(told(shown({ parcels: [parcel('delivered')], reason: null }, {}))).toEqual([true, false, false]);
  expect(shown({ parcels: [parcel('delivered')], reason: null }, {})).toContain('Choose why');
});
