import { afterEach, expect, it } from 'vitest';
import { addOrder } from '../world/shop-in-memory.ts';
import { openAdmin } from '../world/admin-in-memory.ts';
import { openStorefront, type OpenStorefront } from './open-storefront.ts';

let front: OpenStorefront | undefined;
afterEach(() => front?.close());

it('what is owed for an order is paid on Shopify’s page, once, by whoever holds its secret', async () => {
  const { world, ask } = openAdmin();
  const order = addOrder(world, { email: 'anna@example.com', financialStatus: 'PENDING' });
  const merchant = (query: string, variables?: Record<string, unknown>) => ask(query, variables).then((body) => ({ status: 200, body }));
  front = await openStorefront({ runAdmin: (_domain, { query, variables }) => merchant(query, variables) });
  const told = await ask(`query ($id: ID!) { order(id: $id) { paymentCollectionDetails { additionalPaymentCollectionUrl } } }`, { id: order.id });
  const { pathname, search } = new URL(/"(http[^"]+order_payment[^"]+)"/.exec(JSON.stringify(told.data))?.[1] ?? '');
  const page = front.base + pathname;
  expect(await (await fetch(page + search)).text()).toContain('€20.00');
  expect((await fetch(page)).status).toBe(404);
  expect((await fetch(`${page}?secret=guessed`, { method: 'POST' })).status).not.toBe(303);
  expect(world.orders.get(order.id)?.transactions).toEqual([]);
  for (const _ of ['once', 'twice']) expect((await fetch(page + search, { method: 'POST', redirect: 'manual' })).status).toBe(303);
  expect(world.orders.get(order.id)?.transactions).toMatchObject([{ kind: 'SALE', amount: { shop: { minor: 2_000 } } }]);
  expect(await (await fetch(page + search)).text()).toContain('Nothing is owed any more');
  expect((await ask(`query ($id: ID!) { order(id: $id) { paymentCollectionDetails { additionalPaymentCollectionUrl } } }`, { id: order.id })).data).toMatchObject({ order: { paymentCollectionDetails: { additionalPaymentCollectionUrl: null } } });
});
