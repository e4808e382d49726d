import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { defaultPolicy } from '#app/modules/returns/policy/default-policy.ts';
import type { Policy } from '#app/modules/returns/policy/policy.ts';
import { inShop } from './app-database.ts';
import { askShop } from './ask-shop.ts';
import type { DemoSession } from './demo-session.ts';
import { orderOf, scan, ship, type PlacedOrder } from './ship-and-scan.ts';
import { confirmWithCode, seen } from './shop-visitors.ts';

/** A policy that offers everything, charges a little, and wants a photo of what came broken. */
const policy: Policy = {
  ...defaultPolicy,
  rules: [
    { id: 'broken', when: [{ trait: 'reason', is: 'one_of', values: [{ value: 'damaged-or-defective', name: 'Damaged or defective' }] }], settles: { evidence: { photos: 1, questions: ['When did you notice it?'] }, way_back: { payer: 'shop' }, fee: { percent: 0, waived: [] } } },
  ],
  base: {
    ...defaultPolicy.base,
    store_credit: { offered: true, bonus: 10 },
    exchange: { offered: true },
    other_product: { offered: true },
    keep: { offered: true, below: 1_000_00 },
    fee: { percent: 10, waived: ['store_credit', 'exchange', 'other_product'] },
    way_back: { payer: 'customer', amount: 395, waived: ['exchange', 'other_product'] },
    approval: { by: 'nobody' },
  },
};

/** Promises that policy to every order there is, and opens the portal. What was bought more than thirty days ago is a final sale. */
export async function openReturns(demo: DemoSession): Promise<void> {
  const until = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  const rules: Policy['rules'] = [{ id: 'final-sale', when: [{ trait: 'bought', from: null, to: until }], settles: { period: { kind: 'final_sale' } } }];
  await inShop(demo, async (client) => {
    await client.query(`insert into returns_policy_versions (version, policy, published_at) values (1, $1::jsonb, now() - interval '1 year') on conflict do nothing`, [JSON.stringify({ ...policy, rules: [...rules, ...policy.rules] })]);
    await client.query(`insert into settings (name, value) values ('returns_portal', '{"open":true}') on conflict (shop_id, name) do update set value = excluded.value`);
  });
}

/** An order that was delivered three days ago. */
export async function deliveredOrder(demo: DemoSession, email: string, { things = 1, daysAgo = 7 } = {}): Promise<PlacedOrder> {
  const order = await orderOf(demo, things, email, { daysAgo });
  await deliver(demo, order);
  return order;
}

/** Sends an order, and says that it arrived three days ago. */
export async function deliver(demo: DemoSession, order: PlacedOrder): Promise<void> {
  const parcel = await ship(demo, order, { company: 'DHL Parcel', number: `00340434161094${order.legacyId.slice(-6).padStart(6, '0')}` });
  await scan(demo, parcel, { status: 'DELIVERED', daysAgo: 3, city: 'Hamburg' });
}

/** Resolves once the app has heard that these orders arrived. */
export async function untilHeard(demo: DemoSession, orders: readonly PlacedOrder[]): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const ids = orders.map(({ legacyId }) => legacyId);
    const heard = await inShop(demo, async (client) => (await client.query(`select distinct p.order_id from parcels p where p.order_id = any ($1::text[]) and p.status = 'delivered' and not exists (select from order_lines l where l.order_id = p.order_id and l.unfulfilled_quantity > 0)`, [ids])).rows.length);
    if (heard === new Set(ids).size) return;
    await sleep(300);
  }
  throw new Error('The app did not hear that the orders arrived.');
}

/** Goes into the portal by number, email and code, to the items of the order. */
export async function enterReturns(page: Page, demo: DemoSession, order: Pick<PlacedOrder, 'name' | 'email'>): Promise<void> {
  await page.goto(`${demo.contract.storefront}/apps/aftercare/returns`);
  await page.getByLabel('Order number').fill(order.name);
  await page.getByLabel('Email or phone number').fill(order.email);
  await page.getByRole('button', { name: 'Continue' }).click();
  await confirmWithCode(page, demo, order.email);
  await seen(page.getByRole('heading', { level: 1, name: 'What would you like to send back?' }));
}

/** Goes on by the one button of a step. */
export async function goOn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** Chooses the first item of an order and why it goes back. */
export async function chooseItem(page: Page, reason: string): Promise<void> {
  await page.getByRole('checkbox').first().check();
  await goOn(page);
  await page.getByRole('radio', { name: reason }).check();
  await goOn(page);
  await seen(page.getByRole('heading', { level: 1, name: 'What would you like for it?' }));
}

/** Looks again until a return stands like that: Shopify's answer takes moments. */
export async function untilStands(page: Page, name: string | RegExp, again = 'See how it stands now'): Promise<void> {
  const heading = page.getByRole('main').getByRole('heading', { level: 1 });
  for (let tries = 0; tries < 25; tries += 1) {
    const text = await heading.innerText();
    if (typeof name === 'string' ? text === name : name.test(text)) return;
    await page.getByRole('button', { name: again }).click();
    await sleep(800);
  }
  throw new Error(`The return does not stand as "${String(name)}" but as "${await heading.innerText()}".`);
}

/** Shopify's returns of an order, as its admin tells them. */
export async function returnsOf(demo: DemoSession, order: PlacedOrder) {
  const shape = z.object({ order: z.object({ returns: z.object({ nodes: z.array(z.object({ id: z.string(), status: z.string(), exchangeLineItems: z.object({ nodes: z.array(z.object({ quantity: z.int() })) }) })) }) }) });
  const held = await askShop(demo, shape, 'query($id: ID!) { order(id: $id) { returns(first: 10) { nodes { id status exchangeLineItems(first: 5) { nodes { quantity } } } } } }', { id: order.id });
  return held.order.returns.nodes;
}

/** An order as the shop's admin has it, by its name. */
export async function orderNamed(demo: DemoSession, name: string, email: string): Promise<PlacedOrder> {
  const shape = z.object({ orders: z.object({ nodes: z.array(z.object({ id: z.string(), legacyResourceId: z.string(), name: z.string() })) }) });
  const { orders } = await askShop(demo, shape, 'query($query: String!) { orders(first: 1, query: $query) { nodes { id legacyResourceId name } } }', { query: `name:${name}` });
  const [order] = orders.nodes;
  if (!order) throw new Error(`There is no order ${name}.`);
  return { id: order.id, legacyId: order.legacyResourceId, name: order.name, email };
}
