import { afterEach, describe, expect, test, vi } from 'vitest';
import { app, fakeOrders, fakeResolvers, MERCHANT, NOW, smallShop } from './small-shop.ts';
import { honours } from '#sandbox/admin-api/resolver.ts';

const open = new Set<ReturnType<typeof smallShop>>();
function shop(...args: Parameters<typeof smallShop>) {
  const made = smallShop(...args);
  open.add(made);
  return made;
}
afterEach(async () => {
  for (const each of open) await each.api.stop();
  open.clear();
});

describe('what is not modelled says so by name', () => {
  test.each([
    ['a field that neither a resolver nor the source has', '{ order(id: "gid://shopify/Order/1") { tags } }', 'The sandbox does not model Order.tags'],
    ['a field that was trimmed away', '{ order(id: "gid://shopify/Order/1") { paymentGatewayNames publication { id } } }', 'The sandbox does not model Order.publication'],
    ['a root field that was trimmed away', '{ themes(first: 1) { nodes { id } } }', 'The sandbox does not model QueryRoot.themes'],
    ['an argument', '{ orders(first: 1, sortKey: UPDATED_AT) { nodes { id } } }', 'The sandbox does not model the argument sortKey of QueryRoot.orders'],
    ['an argument of a field without resolver', '{ order(id: "gid://shopify/Order/1") { lineItems(first: 1) { nodes { id } } name email createdAt } shop { orders(first: 1, query: "x") { nodes { id } } } }', 'The sandbox does not model the argument query of Shop.orders'],
    ['a field of an input object', 'mutation { orderUpdate(input: { id: "gid://shopify/Order/1", tags: ["a"] }) { order { id } } }', 'The sandbox does not model the argument input.tags of Mutation.orderUpdate'],
    ['a whole root', '{ products(first: 1) { nodes { id } } }', 'The sandbox does not model QueryRoot.products'],
  ])('%s', async (_name, query, message) => {
    const { errors } = await shop().ask(query);
    expect(errors.map((error) => error.message)).toEqual([message]);
    expect(errors[0]?.extensions).toEqual({ code: 'SANDBOX_NOT_MODELLED' });
  });
});

test('an argument equal to its default or null asks for nothing and is let through', async () => {
  const { errors } = await shop().ask('{ orders(first: 1, reverse: false, sortKey: PROCESSED_AT, savedSearchId: null) { nodes { id } } }');
  expect(errors).toEqual([]);
});

test('an input array of more than 250 is refused', async () => {
  const resolvers = { ...fakeResolvers([]), Mutation: { tagsAdd: honours(['id', 'tags'], () => ({ node: null, userErrors: [] })) } };
  const { errors } = await shop({ resolvers }).ask('mutation($t: [String!]!) { tagsAdd(id: "gid://shopify/Order/1", tags: $t) { userErrors { message } } }', {
    t: Array.from({ length: 251 }, String),
  });
  expect(errors[0]?.message).toBe('The input array size of 251 is greater than the maximum allowed of 250.');
});

describe('pages', () => {
  test.each([
    ['without a size', '{ orders { nodes { id } } }', 'you must provide one of first or last'],
    ['with both sizes', '{ orders(first: 1, last: 1) { nodes { id } } }', 'providing both first and last is not supported'],
    ['over 250', '{ orders(first: 251) { nodes { id } } }', 'first cannot exceed 250'],
    ['of nothing', '{ orders(last: 0) { nodes { id } } }', 'last must be greater than 0'],
    ['after no cursor of ours', '{ orders(first: 1, after: "x") { nodes { id } } }', "'x' is not a valid cursor."],
  ])('%s are refused', async (_name, query, message) => {
    const { data, errors } = await shop().ask(query);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_REQUEST' } }]);
  });

  test('an array from a resolver or from the source becomes a connection', async () => {
    const { data } = await shop().ask('{ orders(first: 1, reverse: true) { nodes { name lineItems(last: 1) { edges { node { title } } } } pageInfo { hasNextPage } } }');
    expect(data).toEqual({
      orders: { nodes: [{ name: '#1003', lineItems: { edges: [{ node: { title: 'Line 2' } }] } }], pageInfo: { hasNextPage: true } },
    });
  });

  test('a nested query for more than 25,000 objects is refused', async () => {
    const { data, errors } = await shop().ask('{ orders(first: 200) { nodes { lineItems(first: 200) { nodes { id } } } } }', {}, app());
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ message: 'Query asks for 40200 objects, which exceeds the limit of 25000.', extensions: { code: 'MAX_COST_EXCEEDED' } }]);
  });
});

describe('documents', () => {
  test('a syntax error is answered without data', async () => {
    const { status, data, errors } = await shop().ask('{ orders(');
    expect([status, data, errors.length]).toEqual([200, undefined, 1]);
    expect(errors[0]?.message).toMatch(/Syntax Error/);
  });

  test('an unknown field is named as Shopify names it', async () => {
    const { errors } = await shop().ask('{ shop { colour } }');
    expect(errors).toMatchObject([{ message: "Field 'colour' doesn't exist on type 'Shop'", extensions: { code: 'undefinedField', typeName: 'Shop', fieldName: 'colour' } }]);
  });

  test('an unknown argument is named as Shopify names it', async () => {
    const { errors } = await shop().ask('{ orders(first: 1, phone: "1") { nodes { id } } }');
    expect(errors).toMatchObject([{ message: "Field 'orders' doesn't accept argument 'phone'", extensions: { code: 'argumentNotAccepted' } }]);
  });

  test('a variable of the wrong type is refused before anything runs', async () => {
    const { data, errors } = await shop().ask('query($n: Int!) { orders(first: $n) { nodes { id } } }', { n: 'many' });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_VARIABLE' } }]);
  });

  test('one of several operations runs by its name', async () => {
    const { api } = shop();
    const query = 'query a { shop { id } } query b { shop { name } }';
    const named = await api.runAdmin('small.myshopify.com', { query, operationName: 'b' }, MERCHANT);
    expect(named.body.data).toEqual({ shop: { name: 'Small' } });
    const unnamed = await api.runAdmin('small.myshopify.com', { query }, MERCHANT);
    expect(unnamed.body.errors).toMatchObject([{ message: 'An operation name is required' }]);
  });

  test('an unknown shop is 404', async () => {
    const { status } = await shop().api.runAdmin('other.myshopify.com', { query: '{ shop { id } }' }, MERCHANT);
    expect(status).toBe(404);
  });

  test('a failure of the sandbox itself is an internal error that hides its cause', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const resolvers = { QueryRoot: { shop: () => { throw new Error('the secret cause'); } } };
    const { errors } = await shop({ resolvers }).ask('{ shop { id } }');
    expect(errors[0]?.message).toMatch(/^Internal error/);
    expect(errors[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  test('members of interfaces are told by __typename', async () => {
    const { data } = await shop().ask('{ node(id: "gid://shopify/Order/2") { __typename ... on Order { name } } }');
    expect(data).toEqual({ node: { __typename: 'Order', name: '#1002' } });
  });

  test('a deprecated field still answers', async () => {
    const { data, errors } = await shop().ask('{ currentBulkOperation { id } }');
    expect([data, errors]).toEqual([{ currentBulkOperation: null }, []]);
  });
});

describe('access', () => {
  test('a field of a type without the scope is denied in Shopify’s words', async () => {
    const { data, errors } = await shop().ask('{ shop { name } orders(first: 1) { nodes { id } } }', {}, app({ scopes: new Set(['read_products']) }));
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
    const reader = await shop().ask(query, {}, app({ scopes: new Set(['read_orders']) }));
    expect(reader.errors[0]?.extensions?.['code']).toBe('ACCESS_DENIED');
    const writer = await shop().ask(query, {}, app({ scopes: new Set(['write_orders']) }));
    expect(writer.errors).toEqual([]);
  });

  test('the scope is checked on the member behind an interface', async () => {
    const { data, errors } = await shop().ask('{ node(id: "gid://shopify/Order/1") { id } }', {}, app({ scopes: new Set(['read_products']) }));
    expect(data).toEqual({ node: null });
    expect(errors[0]?.extensions?.['code']).toBe('ACCESS_DENIED');
  });

  test('a merchant needs no scope and no approval', async () => {
    const { errors } = await shop().ask('{ orders(first: 1) { nodes { email } } customer(id: "gid://shopify/Customer/1") { displayName } }');
    expect(errors).toEqual([]);
  });
});

describe('protected customer data', () => {
  const none = { level1: false, name: false, email: false, phone: false, address: false };

  test('a field that is not approved is null with an error, and the rest is there', async () => {
    const { status, data, errors } = await shop().ask('{ orders(first: 1) { nodes { name email } } }', {}, app({ protectedData: { ...none, level1: true } }));
    expect(status).toBe(200);
    expect(data).toEqual({ orders: { nodes: [{ name: '#1001', email: null }] } });
    expect(errors).toMatchObject([{ message: expect.stringMatching(/not approved to use the email field/), path: ['orders', 'nodes', 0, 'email'], extensions: { code: 'ACCESS_DENIED' } }]);
  });

  test('each kind is approved by itself', async () => {
    const query = '{ customer(id: "gid://shopify/Customer/1") { firstName phone } }';
    const { data, errors } = await shop().ask(query, {}, app({ protectedData: { ...none, level1: true, name: true } }));
    expect(data).toEqual({ customer: { firstName: 'Ada', phone: null } });
    expect(errors.map((error) => error.path)).toEqual([['customer', 'phone']]);
  });

  test('without level 1 the object itself is out of reach', async () => {
    const { data, errors } = await shop().ask('{ customer(id: "gid://shopify/Customer/1") { id } }', {}, app({ protectedData: none }));
    expect(data).toEqual({ customer: null });
    expect(errors[0]?.message).toMatch(/not approved to access the Customer object/);
  });
});

describe('the 60 days', () => {
  const orders = fakeOrders(3);
  const [old, edge] = orders;
  if (old) old.createdAt = '2026-09-22T11:59:59Z';
  if (edge) edge.createdAt = '2026-09-22T12:00:00Z';
  const names = async (caller: ReturnType<typeof app>) => (await shop({ orders }).ask('{ orders(first: 9) { nodes { name } } }', {}, caller)).data;

  test('an app without read_all_orders sees the last 60 days', async () => {
    expect(NOW.getTime() - Date.parse('2026-09-22T12:00:00Z')).toBe(60 * 86_400_000);
    expect(await names(app({ scopes: new Set(['read_orders']) }))).toEqual({ orders: { nodes: [{ name: '#1002' }, { name: '#1003' }] } });
  });

  test('read_all_orders and the merchant see everything', async () => {
    for (const caller of [app(), MERCHANT]) expect(await names(caller)).toMatchObject({ orders: { nodes: { length: 3 } } });
  });
});

describe('cost and throttling', () => {
  const query = '{ orders(first: 250) { nodes { id } } }';

  test('the answer tells what was asked, what it came to and what is left', async () => {
    const { extensions } = await shop().ask(query, {}, app());
    expect(extensions).toEqual({
      cost: { requestedQueryCost: 13, actualQueryCost: 4, throttleStatus: { maximumAvailable: 2000, restoreRate: 100, currentlyAvailable: 1996 } },
    });
  });

  test('an empty bucket answers THROTTLED at 200 without data, and fills with time', async () => {
    let milliseconds = 0;
    const made = shop({ milliseconds: () => milliseconds });
    const dear = `{ ${Array.from({ length: 99 }, (_, index) => `c${index}: customer(id: "gid://shopify/Customer/1") { id }`).join(' ')} }`;
    for (let used = 0; used <= 1980 - 99; used += 99) expect((await made.ask(dear, {}, app())).errors).toEqual([]);
    const refused = await made.ask(dear, {}, app());
    expect(refused).toMatchObject({
      status: 200,
      data: undefined,
      errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }],
      extensions: { cost: { requestedQueryCost: 99, actualQueryCost: null, throttleStatus: { currentlyAvailable: 20 } } },
    });
    milliseconds += 790;
    expect((await made.ask(dear, {}, app())).errors).toEqual([]);
  });

  test('each app has its own bucket, and the merchant none', async () => {
    const made = shop({ milliseconds: () => 0 });
    await made.ask(query, {}, app());
    const other = await made.ask(query, {}, app({ clientId: 'app-2' }));
    expect(other.extensions).toMatchObject({ cost: { throttleStatus: { currentlyAvailable: 1996 } } });
    expect((await made.ask(query)).extensions).toEqual({});
  });

  test('a single query over 1,000 points is refused and takes nothing', async () => {
    const many = `{ ${Array.from({ length: 78 }, (_, index) => `o${index}: orders(first: 250) { nodes { id } }`).join(' ')} }`;
    const { data, errors, extensions } = await shop().ask(many, {}, app());
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ message: 'Query cost is 1014, which exceeds the single query max cost limit (1000).', extensions: { code: 'MAX_COST_EXCEEDED', cost: 1014, maxCost: 1000 } }]);
    expect(extensions).toMatchObject({ cost: { throttleStatus: { currentlyAvailable: 2000 } } });
  });
});

describe('@idempotent', () => {
  const refund = (key: string) => `mutation($note: String) { refundCreate(input: { orderId: "gid://shopify/Order/1", note: $note }) ${key} { refund { id } userErrors { message } } }`;
  const idOf = (data: unknown) => JSON.stringify(data);

  test('refundCreate without a key is refused', async () => {
    const { data, errors } = await shop().ask(refund(''), {}, app());
    expect(data).toEqual({ refundCreate: null });
    expect(errors).toMatchObject([{ message: 'The @idempotent directive is required for this mutation but was not provided.', extensions: { code: 'BAD_REQUEST' } }]);
  });

  test('a blank key is refused', async () => {
    expect((await shop().ask(refund('@idempotent(key: "  ")'))).errors[0]?.extensions?.['code']).toBe('BAD_REQUEST');
  });

  test('a replay answers the first result and refunds nothing more', async () => {
    const made = shop();
    const first = await made.ask(refund('@idempotent(key: "k")'), {}, app());
    const replay = await made.ask(refund('@idempotent(key: "k")'), {}, app());
    const fresh = await made.ask(refund('@idempotent(key: "k2")'), {}, app());
    expect(idOf(replay.data)).toBe(idOf(first.data));
    expect(idOf(first.data)).toContain('Refund/1');
    expect(idOf(fresh.data)).toContain('Refund/2');
  });

  test('one key with other input is refused', async () => {
    const made = shop();
    await made.ask(refund('@idempotent(key: "k")'), { note: 'a' }, app());
    const other = await made.ask(refund('@idempotent(key: "k")'), { note: 'b' }, app());
    expect(other.errors[0]?.extensions?.['code']).toBe('IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
  });

  test('one app’s key means nothing to another', async () => {
    const made = shop();
    await made.ask(refund('@idempotent(key: "k")'), {}, app());
    const other = await made.ask(refund('@idempotent(key: "k")'), {}, app({ clientId: 'app-2' }));
    expect(idOf(other.data)).toContain('Refund/2');
  });

  test('a mutation that does not support it refuses it', async () => {
    const { errors } = await shop().ask('mutation { orderUpdate(input: { id: "gid://shopify/Order/1" }) @idempotent(key: "k") { order { id } } }');
    expect(errors[0]?.extensions?.['code']).toBe('BAD_REQUEST');
  });
});

test('a job is under way first and done later', async () => {
  let job: { id: string; done: boolean } | null = null;
  const resolvers = {
    Mutation: {
      orderCancel: honours(['orderId', 'reason', 'restock'], (_source, _args, context) => {
        job = context.jobs.start(() => undefined);
        return { job, orderCancelUserErrors: [] };
      }),
    },
  };
  const made = shop({ resolvers });
  const started = await made.ask('mutation { orderCancel(orderId: "gid://shopify/Order/1", reason: CUSTOMER, restock: true) { job { id done } } }');
  expect(started.data).toMatchObject({ orderCancel: { job: { done: false } } });
  await made.api.settled();
  const id = Reflect.get(Object(job), 'id');
  expect((await made.ask('query($id: ID!) { job(id: $id) { id done } }', { id })).data).toEqual({ job: { id, done: true } });
  expect((await made.ask('{ job(id: "gid://shopify/Job/none") { id } }')).data).toEqual({ job: null });
});
