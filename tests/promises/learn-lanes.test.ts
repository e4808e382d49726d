import { afterAll, beforeAll, expect, it } from 'vitest';
import { forgetTransits, latestBacktest, learnLanes, loadKnowledge, promiseFor, recordTransits, silenceLimit } from '../../app/modules/promises/index.server.ts';
import { laneName, laneOfName, lanesOf } from '../../app/modules/promises/lane.ts';
import { after, day } from '../../app/kernel/time.ts';
import type { Database } from '../../app/platform/db/database.server.ts';
import type { ShopContext } from '../../app/platform/shops/shop-context.ts';
import { openShops } from '../orders/shop.ts';
import { simulatedParcels } from './simulated-parcels.ts';

let database: Database;
let newShop: (options?: { at?: Date }) => Promise<ShopContext>;

beforeAll(async () => {
  ({ database, newShop } = await openShops());
});
afterAll(() => database.close());

const parcels = simulatedParcels({ count: 3_000, seed: 3, days: 400, drift: 0 });
const now = after(new Date(Math.max(...parcels.map(({ deliveredAt }) => deliveredAt.getTime()))), day);

it('dates and limits of a shop come from its own delivered parcels once they were learned from', async () => {
  const ctx = await newShop({ at: now });
  const journey = { ...parcels[0], carrier: 'ups', service: 'Express', origin: 'DE', destination: 'DE', destinationProvince: null, placedAt: after(now, -day), shippedAt: now, firstScanAt: null, lastScanAt: null, status: null, told: null };
  const ask = () => ctx.tx(async (tx) => {
    const knowledge = await loadKnowledge(tx, now, ctx.shop.ianaTimezone);
    return { promise: promiseFor(journey, knowledge, now), limit: silenceLimit(knowledge, journey) };
  });
  expect((await ask()).promise?.source).toBe('rule');
  expect((await ask()).limit.samples).toBe(0);
  await ctx.tx((tx) => recordTransits(tx, parcels));
  await ctx.tx((tx) => recordTransits(tx, parcels.slice(0, 10)));
  await learnLanes(ctx);
  const { promise, limit } = await ask();
  expect(promise).toMatchObject({ source: 'learned', basis: { lane: 'ups/Express/DE/DE' } });
  expect(limit.lane).toBe('ups/Express/DE/DE');
  expect(limit.samples).toBe(parcels.filter((parcel) => parcel.service === 'Express' && parcel.destination === 'DE').length);
  const backtest = await ctx.tx(latestBacktest);
  expect(backtest?.ranAt).toEqual(now);
  expect(backtest?.report.all.tested).toBe(900);
  expect(backtest?.report.all.coverage).toBeGreaterThan(0.75);
  expect(backtest?.report.all.coverage).toBeLessThan(0.87);
});

it('learning again replaces what was learned, and what was forgotten is no longer known', async () => {
  const ctx = await newShop({ at: now });
  await ctx.tx((tx) => recordTransits(tx, parcels));
  await learnLanes(ctx);
  await learnLanes(ctx);
  await ctx.tx((tx) => forgetTransits(tx, parcels.map(({ shipmentId }) => shipmentId)));
  await learnLanes(ctx);
  const knowledge = await ctx.tx((tx) => loadKnowledge(tx, now, ctx.shop.ianaTimezone));
  expect(knowledge.learned.transit.size).toBe(0);
});

it.each(['dhl/express', '*', ' / '])('a service that its merchant calls %j stays one part of its lane', (service) => {
  const names = lanesOf({ carrier: 'dhl', service, origin: 'DE', destination: 'FR' });
  expect(names.map((name) => name.split('/').length)).toEqual(names.map(() => 4));
  expect(names.map((name) => laneName(laneOfName(name)))).toEqual(names);
});

it('one shop learns nothing from the parcels of another', async () => {
  const [one, other] = [await newShop({ at: now }), await newShop({ at: now })];
  await one.tx((tx) => recordTransits(tx, parcels));
  await learnLanes(one);
  await learnLanes(other);
  const knowledge = await other.tx((tx) => loadKnowledge(tx, now, other.shop.ianaTimezone));
  expect(knowledge.learned.transit.size).toBe(0);
  expect(await other.tx(latestBacktest)).toBeNull();
});

it('a service is told its own days, and what was learned without services, or is asked without one, goes on', async () => {
  const ctx = await newShop({ at: now });
  const lasting = (days: number, service: string | null, first: number) =>
    Array.from({ length: 120 }, (_, at) => {
      const shippedAt = after(now, -(20 + (at % 60)) * day);
      return { shipmentId: String(first + at), carrier: 'ups', service, origin: 'DE', destination: 'FR', destinationProvince: null, placedAt: shippedAt, shippedAt, firstScanAt: shippedAt, deliveredAt: after(shippedAt, days * day), firstPromisedTo: null, silences: [10], excepted: false };
    });
  await ctx.tx((tx) => recordTransits(tx, [...lasting(1, 'express', 1), ...lasting(6, 'economy', 1_000), ...lasting(4, null, 2_000)]));
  await learnLanes(ctx);
  const laneFor = (service: string | null) => ctx.tx(async (tx) => {
    const journey = { carrier: 'ups', service, origin: 'DE', destination: 'FR', destinationProvince: null, placedAt: now, shippedAt: now, firstScanAt: null, lastScanAt: null, status: null, told: null };
    const promise = promiseFor(journey, await loadKnowledge(tx, now, ctx.shop.ianaTimezone), now);
    return { lane: promise?.basis.lane, to: promise?.to ?? '' };
  });
  const [express, economy, unnamed, unheard] = [await laneFor('express'), await laneFor('economy'), await laneFor(null), await laneFor('by bike')];
  expect([express.lane, economy.lane, unnamed.lane, unheard.lane]).toEqual(['ups/express/DE/FR', 'ups/economy/DE/FR', 'ups/*/DE/FR', 'ups/*/DE/FR']);
  expect(express.to < unnamed.to && unnamed.to <= economy.to).toBe(true);
});
