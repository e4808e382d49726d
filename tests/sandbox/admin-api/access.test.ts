import { describe, expect, test } from 'vitest';
import { app, fakeOrders, MERCHANT, NOW, smallShop } from './small-shop.ts';

describe('access', () => {
  test('a field of a type without the scope is denied in Shopify’s words', async () => {
    const { data, errors } = await smallShop().ask('{ shop { name } orders(first: 1) { nodes { id } } }', {}, app({ scopes: new Set(['read_products']) }));
    expect(data).toBeNull();
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/^Access denied for orders field\. Required access: `read_orders` access scope/),
        path: ['orders'],
        extensions: { code: 'ACCESS_DENIED', documentation: 'https://shopify.dev/api/usage/access-scopes', requiredAccess: expect.stringContaining('read_orders') },
      },
    ]);
  });

  test('a mutation needs the scope to write, and writing includes reading', async () => {
    const query = 'mutation { orderUpdate(input: { id: "gid://shopify/Order/1", note: "x" }) { order { id } } }';
    const reader = await smallShop().ask(query, {}, app({ scopes: new Set(['read_orders']) }));
    expect(reader.errors[0]?.extensions?.['code']).toBe('ACCESS_DENIED');
    const writer = await smallShop().ask(query, {}, app({ scopes: new Set(['write_orders']) }));
    expect(writer.errors).toEqual([]);
  });

  test('the scope is checked on the member behind an interface', async () => {
    const { data, errors } = await smallShop().ask('{ node(id: "gid://shopify/Order/1") { id } }', {}, app({ scopes: new Set(['read_products']) }));
    expect(data).toEqual({ node: null });
    expect(errors[0]?.extensions?.['code']).toBe('ACCESS_DENIED');
  });

  test('a merchant needs no scope and no approval', async () => {
    const { errors } = await smallShop().ask('{ orders(first: 1) { nodes { email } } customer(id: "gid://shopify/Customer/1") { displayName } }');
    expect(errors).toEqual([]);
  });
});

describe('protected customer data', () => {
  const none = { level1: false, name: false, email: false, phone: false, address: false };

  test('a field that is not approved is null with an error, and the rest is there', async () => {
    const { status, data, errors } = await smallShop().ask('{ orders(first: 1) { nodes { name email } } }', {}, app({ protectedData: { ...none, level1: true } }));
    expect(status).toBe(200);
    expect(data).toEqual({ orders: { nodes: [{ name: '#1001', email: null }] } });
    expect(errors).toMatchObject([{ message: expect.stringMatching(/not approved to use the email field/), path: ['orders', 'nodes', 0, 'email'], extensions: { code: 'ACCESS_DENIED' } }]);
  });

  test('each kind is approved by itself', async () => {
    const query = '{ customer(id: "gid://shopify/Customer/1") { firstName phone } }';
    const { data, errors } = await smallShop().ask(query, {}, app({ protectedData: { ...none, level1: true, name: true } }));
    expect(data).toEqual({ customer: { firstName: 'Ada', phone: null } });
    expect(errors.map((error) => error.path)).toEqual([['customer', 'phone']]);
  });

  test('without level 1 the object itself is out of reach', async () => {
    const { data, errors } = await smallShop().ask('{ customer(id: "gid://shopify/Customer/1") { id } }', {}, app({ protectedData: none }));
    expect(data).toEqual({ customer: null });
    expect(errors[0]?.message).toMatch(/not approved to access the Customer object/);
  });
});

describe('the 60 days', () => {
  const orders = fakeOrders(3);
  const [old, edge] = orders;
  if (old) old.createdAt = '2026-09-22T11:59:59Z';
  if (edge) edge.createdAt = '2026-09-22T12:00:00Z';
  const names = async (caller: ReturnType<typeof app>) => (await smallShop({ orders }).ask('{ orders(first: 9) { nodes { name } } }', {}, caller)).data;

  test('an app without read_all_orders sees the last 60 days', async () => {
    expect(NOW.getTime() - Date.parse('2026-09-22T12:00:00Z')).toBe(60 * 86_400_000);
    expect(await names(app({ scopes: new Set(['read_orders']) }))).toEqual({ orders: { nodes: [{ name: '#1002' }, { name: '#1003' }] } });
  });

  test('read_all_orders and the merchant see everything', async () => {
    for (const caller of [app(), MERCHANT]) expect(await names(caller)).toMatchObject({ orders: { nodes: { length: 3 } } });
  });
});
