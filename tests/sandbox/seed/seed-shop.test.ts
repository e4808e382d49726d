import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createAdminApi } from '#sandbox/admin-api/index.ts';
import { resolvers } from '#sandbox/admin-api/resolvers/index.ts';
import type { SandboxClock } from '#sandbox/contract.ts';
import { seedShop } from '#sandbox/seed/index.ts';
import { openWorlds } from '#sandbox/world/index.ts';

const domain = 'juniper-and-pine.myshopify.com';
const present = new Date('2026-11-21T12:00:00Z');
const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

function frozenClock(): SandboxClock {
  let now = present;
  return { now: () => now, travelTo: (at) => (now = at), returnToPresent: () => (now = present) };
}

function openShop() {
  const clock = frozenClock();
  const worlds = openWorlds({ dataDir: null, clock });
  worlds.createShop({
    domain, name: 'Juniper & Pine', email: 'hello@juniper-and-pine.example', currency: 'USD', presentmentCurrencies: ['EUR', 'GBP', 'JPY', 'CNY', 'CAD'],
    ianaTimezone: 'America/Los_Angeles', locales: ['en'], taxesIncluded: false,
  });
  const urls = { base: 'http://localhost:1', storefront: () => 'http://localhost:2', appPublic: 'http://localhost:3', appLocal: 'http://localhost:4' };
  const api = createAdminApi({ worlds, resolvers, clock, urls, dataDir: null, merchantToken: 'm', authenticate: () => null });
  opened.push(async () => {
    await api.stop();
    worlds.close();
  });
  return { clock, api };
}

const orderShape = z.object({
  name: z.string(), createdAt: z.string(), updatedAt: z.string(), email: z.string().nullable(), cancelledAt: z.string().nullable(),
  displayFinancialStatus: z.string(), displayFulfillmentStatus: z.string(), returnStatus: z.string(),
  totalOutstandingSet: z.object({ shopMoney: z.object({ amount: z.string() }), presentmentMoney: z.object({ amount: z.string(), currencyCode: z.string() }) }),
  fulfillments: z.array(z.object({ displayStatus: z.string().nullable(), trackingInfo: z.array(z.object({ number: z.string().nullable(), url: z.string().nullable() })) })),
});

async function readOrders(api: ReturnType<typeof openShop>['api']) {
  const answer = await api.runAdmin(
    domain,
    {
      query: `{ orders(first: 200, sortKey: ID) { nodes { name createdAt updatedAt email cancelledAt displayFinancialStatus displayFulfillmentStatus returnStatus
        totalOutstandingSet { shopMoney { amount } presentmentMoney { amount currencyCode } } fulfillments(first: 5) { displayStatus trackingInfo(first: 2) { number url } } } } }`,
    },
    { kind: 'merchant' },
  );
  return z.object({ data: z.object({ orders: z.object({ nodes: z.array(orderShape) }) }) }).parse(answer.body).data.orders.nodes;
}

describe('a seeded shop', () => {
  it('holds its orders in the order of their moments, paid to the cent in both currencies, and the clock is back', async () => {
    const { clock, api } = openShop();
    const done = await seedShop({ runAdmin: api.runAdmin, domain, orders: 120, clock, seed: 3 });
    await api.settled();
    expect(done.orders).toBe(120);
    expect(clock.now()).toBe(present);
    const orders = await readOrders(api);
    expect(orders.map((order) => order.name)).toEqual(Array.from({ length: 120 }, (_, index) => `#${1001 + index}`));
    for (const order of orders) {
      expect(Number(order.totalOutstandingSet.shopMoney.amount), order.name).toBe(0);
      expect(Number(order.totalOutstandingSet.presentmentMoney.amount), order.name).toBe(0);
      expect(Date.parse(order.createdAt)).toBeLessThan(present.getTime());
      expect(Date.parse(order.updatedAt)).toBeGreaterThanOrEqual(Date.parse(order.createdAt));
    }
    const seen = new Set(orders.flatMap((order) => [order.displayFinancialStatus, order.displayFulfillmentStatus, order.returnStatus, ...order.fulfillments.map((parcel) => parcel.displayStatus)]));
    for (const status of ['PAID', 'REFUNDED', 'PARTIALLY_REFUNDED', 'UNFULFILLED', 'FULFILLED', 'DELIVERED', 'DELAYED', 'READY_FOR_PICKUP', 'IN_TRANSIT', 'IN_PROGRESS', 'RETURNED']) expect(seen).toContain(status);
    expect(orders.some((order) => order.cancelledAt)).toBe(true);
    expect(orders.some((order) => order.totalOutstandingSet.presentmentMoney.currencyCode === 'JPY')).toBe(true);
  });

  it('is the same shop again for the same seed number', async () => {
    const [one, two] = [openShop(), openShop()];
    for (const shop of [one, two]) await seedShop({ runAdmin: shop.api.runAdmin, domain, orders: 30, clock: shop.clock, seed: 11 });
    expect(await readOrders(two.api)).toEqual(await readOrders(one.api));
  });

  it('is left alone when it has products already', async () => {
    const { clock, api } = openShop();
    await seedShop({ runAdmin: api.runAdmin, domain, orders: 3, clock });
    expect(await seedShop({ runAdmin: api.runAdmin, domain, orders: 3, clock })).toEqual({ orders: 0, steps: 0 });
    expect(await readOrders(api)).toHaveLength(3);
  });
});
