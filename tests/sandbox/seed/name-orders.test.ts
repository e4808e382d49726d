import { afterAll, expect, it } from 'vitest';
import { nameOrders } from '#sandbox/demo/name-orders.ts';
import { ordersToTry, seedShop } from '#sandbox/seed/index.ts';
import { domain, setStage } from '../../shopify/stage.ts';

const { sandbox } = await setStage();
afterAll(() => sandbox.clock.returnToPresent());

it('the orders a newcomer is told to try are named by the number they have in the shop; an empty shop has none', async () => {
  const at = { url: `${sandbox.urls.base}/shop/${domain}/admin/api/2026-10/graphql.json`, token: 'merchant' };
  expect(await nameOrders(at)).toEqual([]);
  await seedShop({ runAdmin: sandbox.runAdmin, domain, orders: 16, clock: sandbox.clock });
  const named = await nameOrders(at);
  expect(named.map(({ email }) => email)).toEqual(ordersToTry.map(({ email }) => email));
  expect(new Set(named.map(({ name }) => name)).size).toBe(3);
  for (const { name } of named) expect(name).toMatch(/^#10\d\d$/);
});
