import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { customerEmailMarketingConsentUpdate } from '#sandbox/world/commands/customer-email-marketing-consent-update.ts';
import { orderCancel } from '#sandbox/world/commands/order-cancel.ts';
import { tagsAdd } from '#sandbox/world/commands/tags-add.ts';
import { openAdmin } from './admin-in-memory.ts';
import { addOrder, customLine } from './shop-in-memory.ts';

const admin = openAdmin();

beforeAll(() => {
  const { world, clock } = admin;
  const at = (time: string) => clock.travelTo(new Date(time));
  at('2026-11-01T09:00:00Z');
  addOrder(world, {
    customer: { toUpsert: { email: 'anna.berg@example.com', firstName: 'Anna', lastName: 'Berg', phone: '+4915112345678', tags: ['vip'], addresses: [{ city: 'Berlin', countryCode: 'DE' }] } },
    lineItems: [{ ...customLine('10.00'), title: 'Blue mug', sku: 'MUG-1' }],
    financialStatus: 'PAID',
    tags: ['gift'],
    phone: '+4915112345678',
  });
  at('2026-11-05T09:00:00Z');
  addOrder(world, { email: 'guest@example.com', test: true, sourceName: 'pos', fulfillmentStatus: 'FULFILLED', poNumber: 'PO-7', lineItems: [customLine('99.00')] });
  at('2026-11-10T09:00:00Z');
  const third = addOrder(world, { customer: { toUpsert: { email: 'anna@other.com', firstName: 'Anna', lastName: 'Zell' } }, lineItems: [customLine('50.00')], sourceIdentifier: 'ext-3' });
  at('2026-11-12T09:00:00Z');
  world.change((change) => orderCancel(change, { orderId: third.id, reason: 'CUSTOMER', restock: true }));
  at('2026-11-15T09:00:00Z');
  addOrder(world, { name: 'EN-77', lineItems: [customLine('20.00')], closedAt: '2026-11-15T09:00:00Z' });
  at('2026-11-20T10:00:00Z');
  const [anna] = world.customers.where('email', 'anna.berg@example.com');
  world.change((change) => tagsAdd(change, { id: anna?.id ?? '', tags: ['wholesale'] }));
  world.change((change) => customerEmailMarketingConsentUpdate(change, { customerId: anna?.id ?? '', emailMarketingConsent: { marketingState: 'SUBSCRIBED' } }));
});

const Found = z.object({ found: z.object({ nodes: z.array(z.object({ value: z.string() })) }) });
const Page = z.object({ orders: z.object({ nodes: z.array(z.object({ name: z.string() })), pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string() }) }) });

async function names(root: 'customers' | 'orders', field: string, args: string): Promise<string[]> {
  const body = await admin.ask(`{ found: ${root}(first: 10, ${args}) { nodes { value: ${field} } } }`);
  expect(body.errors).toBeUndefined();
  return Found.parse(body.data).found.nodes.map((node) => node.value);
}

describe('orders can be found by', () => {
  it.each([
    ['name with its sign', 'name:"#1001"', ['#1001']],
    ['name without it', 'name:1001', ['#1001']],
    ['a name of the merchant’s own', 'name:EN-77', ['EN-77']],
    ['no name at all', 'name:1', []],
    ['email', 'email:"guest@example.com"', ['#1002']],
    ['a word of an email, as it is tokenised', 'email:anna', ['#1001', '#1003']],
    ['name and email together', 'name:"#1001" AND email:"anna.berg@example.com"', ['#1001']],
    ['name and the email of someone else', 'name:"#1001" AND email:"guest@example.com"', []],
    ['tag', 'tag:gift', ['#1001']],
    ['the lack of a tag', 'tag_not:gift', ['#1002', '#1003', 'EN-77']],
    ['day of creation', 'created_at:2026-11-05', ['#1002']],
    ['a span of changes', 'updated_at:>=2026-11-11 updated_at:<2026-11-14', ['#1003']],
    ['processing before a moment', "processed_at:<'2026-11-05T09:00:00Z'", ['#1001']],
    ['payment', 'financial_status:paid', ['#1001']],
    ['shipping', 'fulfillment_status:shipped', ['#1002']],
    ['what is left to ship', 'fulfillment_status:unfulfilled', ['#1001', '#1003', 'EN-77']],
    ['state open', 'status:open', ['#1001', '#1002']],
    ['state closed', 'status:closed', ['EN-77']],
    ['state cancelled', 'status:cancelled', ['#1003']],
    ['return state', 'return_status:no_return', ['#1001', '#1002', '#1003', 'EN-77']],
    ['stock keeping unit', 'sku:MUG-1', ['#1001']],
    ['source', 'source_name:pos', ['#1002']],
    ['source identifier', 'source_identifier:ext-3', ['#1003']],
    ['being a test', 'test:true', ['#1002']],
    ['purchase order number', 'po_number:PO-7', ['#1002']],
    ['a bare word', 'zell', ['#1003']],
    ['one of two', 'name:1001 OR name:1002', ['#1001', '#1002']],
    ['not', '-status:open', ['#1003', 'EN-77']],
  ])('%s', async (_what, query, found) => {
    expect(await names('orders', 'name', `query: ${JSON.stringify(query)}, sortKey: CREATED_AT`)).toEqual(found);
  });

  it('never a phone number: the filter is ignored and said to be unknown', async () => {
    const body = await admin.ask('{ orders(first: 10, query: "phone:+4915112345678") { nodes { name } } }');
    expect(JSON.stringify(body.extensions)).toContain('"phone"');
    expect(await names('orders', 'name', 'query: "phone:+4915112345678"')).toHaveLength(4);
  });
});

describe('orders are sorted by', () => {
  it.each([
    ['PROCESSED_AT', ['#1001', '#1002', '#1003', 'EN-77']],
    ['UPDATED_AT', ['#1001', '#1002', '#1003', 'EN-77']],
    ['ORDER_NUMBER', ['#1001', '#1002', '#1003', 'EN-77']],
    ['TOTAL_PRICE', ['#1001', 'EN-77', '#1003', '#1002']],
    ['CUSTOMER_NAME', ['#1002', 'EN-77', '#1001', '#1003']],
    ['ID', ['#1001', '#1002', '#1003', 'EN-77']],
  ])('%s, and the other way round', async (key, expected) => {
    expect(await names('orders', 'name', `sortKey: ${key}`)).toEqual(expected);
    expect(await names('orders', 'name', `sortKey: ${key}, reverse: true`)).toEqual(expected.toReversed());
  });

  it('pages that neither lose nor repeat an order', async () => {
    const page = async (after: string | null) => {
      const { data } = await admin.ask('query($after: String) { orders(first: 2, after: $after, sortKey: CREATED_AT) { nodes { name } pageInfo { hasNextPage endCursor } } }', { after });
      return Page.parse(data).orders;
    };
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([...first.nodes, ...second.nodes].map((node) => node.name)).toEqual(['#1001', '#1002', '#1003', 'EN-77']);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });
});

describe('customers can be found by', () => {
  it.each([
    ['email', 'email:anna.berg@example.com', ['Anna Berg']],
    ['phone', 'phone:+4915112345678', ['Anna Berg']],
    ['first name', 'first_name:anna', ['Anna Berg', 'Anna Zell']],
    ['last name', 'last_name:Zell', ['Anna Zell']],
    ['tag', 'tag:wholesale', ['Anna Berg']],
    ['number of orders', 'orders_count:1', ['Anna Berg', 'Anna Zell']],
    ['what they spent', 'total_spent:>5', ['Anna Berg']],
    ['country', 'country:Germany', ['Anna Berg']],
    ['consent', 'accepts_marketing:true', ['Anna Berg']],
    ['day of their last change', 'updated_at:2026-11-20', ['Anna Berg']],
    ['a bare word', 'berg', ['Anna Berg']],
  ])('%s', async (_what, query, found) => {
    expect(await names('customers', 'displayName', `query: ${JSON.stringify(query)}, sortKey: NAME`)).toEqual(found);
  });
});

describe('without read_all_orders', () => {
  it('orders older than 60 days are not there, by whatever way they are asked for', async () => {
    const { world, clock } = admin;
    const present = clock.now();
    clock.travelTo(new Date('2026-08-01T00:00:00Z'));
    const old = addOrder(world, { email: 'old@example.com', fulfillmentStatus: 'FULFILLED' });
    clock.travelTo(present);
    const [parcel] = world.fulfillments.where('order', old.id);
    const query = `{ order(id: "${old.id}") { name } node(id: "${old.id}") { id } parcel: node(id: "${parcel?.id}") { id }
      orders(first: 5, query: "email:old@example.com") { nodes { name } } ordersCount(query: "email:old@example.com") { count } }`;
    const scopes = ['read_orders', 'read_fulfillments'];
    expect(await admin.askAsApp(scopes, query)).toMatchObject({ data: { order: null, node: null, parcel: null, orders: { nodes: [] }, ordersCount: { count: 0 } } });
    expect(await admin.askAsApp([...scopes, 'read_all_orders'], query)).toMatchObject({ data: { order: { name: old.name }, node: { id: old.id }, ordersCount: { count: 1 } } });
  });
});
