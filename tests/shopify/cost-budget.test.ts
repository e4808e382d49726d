import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '#app/platform/db/database.server.ts';
import { createCostBudget, type CostBudget } from '#app/platform/shopify/cost-budget.server.ts';
import { after } from '#app/kernel/time.ts';
import { freshDatabase } from '../harness/fresh-database.ts';

let now = new Date('2026-11-21T12:00:00Z');
const clock = { now: () => now };
const pass = (seconds: number) => {
  now = after(now, seconds * 1_000);
};
let databases: Database[];
let one: CostBudget;
let two: CostBudget;
let shops = 0;

beforeAll(async () => {
  const url = await freshDatabase();
  databases = [1, 2].map((each) => openDatabase({ url, pool: 4, name: `test-${each}` }));
  [one, two] = databases.map((database) => createCostBudget(database, clock)) as [CostBudget, CostBudget];
});
afterAll(() => Promise.all(databases.map((database) => database.close())));

const says = (currentlyAvailable: number, actualQueryCost: number | null, maximumAvailable = 2_000, restoreRate = 100) => ({
  requestedQueryCost: 0,
  actualQueryCost,
  throttleStatus: { maximumAvailable, currentlyAvailable, restoreRate },
});
/** A shop whose bucket is known and holds so much. */
const shopWith = async (available: number): Promise<number> => {
  const id = (shops += 1);
  await one.reserve(id, 0);
  await one.settle(id, 0, says(available, 0));
  return id;
};

describe('the cost bucket', () => {
  it('lets through what it covers and makes the rest wait (requested - available) / restore rate', async () => {
    const shop = await shopWith(100);
    expect(await one.reserve(shop, 80)).toBe(0);
    expect(await one.reserve(shop, 70)).toBe(500);
  });

  it('is one for all processes: whoever asks first goes first', async () => {
    const shop = await shopWith(0);
    const waits = await Promise.all([one, two, one, two].map((budget) => budget.reserve(shop, 50)));
    expect(waits.toSorted((a, b) => a - b)).toEqual([500, 1_000, 1_500, 2_000]);
  });

  it('fills at the restore rate up to its maximum', async () => {
    const shop = await shopWith(0);
    pass(3);
    expect(await one.reserve(shop, 300)).toBe(0);
    expect(await one.reserve(shop, 1)).toBe(10);
    pass(3_600);
    expect(await one.reserve(shop, 2_000)).toBe(0);
    expect(await one.reserve(shop, 100)).toBe(1_000);
  });

  it('gives back what a request did not use', async () => {
    const shop = await shopWith(500);
    await one.reserve(shop, 500);
    await one.settle(shop, 500, says(480, 20));
    expect(await two.reserve(shop, 480)).toBe(0);
    expect(await two.reserve(shop, 10)).toBe(100);
  });

  it('believes Shopify when it has less than we thought', async () => {
    const shop = await shopWith(2_000);
    await one.reserve(shop, 100);
    await one.settle(shop, 100, says(0, null));
    expect(await one.reserve(shop, 100)).toBe(1_000);
  });

  it('queues those that were refused together one behind the other', async () => {
    const shop = await shopWith(2_000);
    for (let at = 0; at < 3; at += 1) await one.reserve(shop, 100);
    const waits: number[] = [];
    for (let at = 0; at < 3; at += 1) {
      await one.settle(shop, 100, says(0, null));
      waits.push(await one.reserve(shop, 100));
    }
    expect(waits).toEqual([1_000, 2_000, 3_000]);
  });

  it('keeps the reservations of others when one of many comes back', async () => {
    const shop = await shopWith(1_000);
    await one.reserve(shop, 400);
    await two.reserve(shop, 400);
    await one.settle(shop, 400, says(990, 10));
    expect(await one.reserve(shop, 600)).toBe(100);
  });

  it("learns a bigger plan's bucket from its first answer", async () => {
    const shop = (shops += 1);
    await one.reserve(shop, 20);
    await one.settle(shop, 20, says(19_990, 10, 20_000, 1_000));
    expect(await one.reserve(shop, 19_000)).toBe(0);
  });

  it('makes a request that is dearer than the bucket wait for a full one, not for ever', async () => {
    const shop = await shopWith(2_000);
    expect(await one.reserve(shop, 1_000_000)).toBe(0);
    expect(await one.reserve(shop, 100)).toBe(1_000);
  });
});
