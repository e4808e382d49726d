import { describe, expect, test, vi } from 'vitest';
import { app, fakeResolvers, MERCHANT, smallShop } from './small-shop.ts';
import { honours } from '#sandbox/admin-api/resolver.ts';

describe('what is not modelled says so by name', () => {
  test.each([
    ['a field that neither a resolver nor the source has', '{ order(id: "gid://shopify/Order/1") { tags } }', 'The sandbox does not model Order.tags'],
    ['a field that was trimmed away', '{ order(id: "gid://shopify/Order/1") { paymentGatewayNames publication { id } } }', 'The sandbox does not model Order.publication'],
    ['a root field that was trimmed away', '{ themes(first: 1) { nodes { id } } }', 'The sandbox does not model QueryRoot.themes'],
    ['an argument', '{ orders(first: 1, sortKey: UPDATED_AT) { nodes { id } } }', 'The sandbox does not model the argument sortKey of QueryRoot.orders'],
    ['an argument of a field without resolver', '{ order(id: "gid://shopify/Order/1") { lineItems(first: 1) { nodes { id } } name email createdAt } shop { orders(first: 1, query: "x") { nodes { id } } } }', 'The sandbox does not model the argument query of Shop.orders'],
    ['a field of an input object', 'mutation { orderUpdate(input: { id: "gid://shopify/Order/1", tags: ["a"] }) { order { id } } }', 'The sandbox does not model the argument input.tags of Mutation.orderUpdate'],
    ['an input field that was trimmed away', 'mutation { draftOrderCreate(input: { paymentTerms: {} }) { draftOrder { id } } }', 'The sandbox does not model the input field DraftOrderInput.paymentTerms'],
    ['a whole root', '{ products(first: 1) { nodes { id } } }', 'The sandbox does not model QueryRoot.products'],
  ])('%s', async (_name, query, message) => {
    const { errors } = await smallShop().ask(query);
    expect(errors.map((error) => error.message)).toEqual([message]);
    expect(errors[0]?.extensions).toEqual({ code: 'SANDBOX_NOT_MODELLED' });
  });
});

test('an input field that was trimmed away is named in variables too', async () => {
  const query = 'mutation($i: DraftOrderInput!) { draftOrderCreate(input: $i) { draftOrder { id } } }';
  const { errors } = await smallShop().ask(query, { i: { paymentTerms: {} } });
  expect(errors).toMatchObject([{ message: 'The sandbox does not model the input field DraftOrderInput.paymentTerms', extensions: { code: 'SANDBOX_NOT_MODELLED' } }]);
});

test('an argument equal to its default or null asks for nothing and is let through', async () => {
  const { errors } = await smallShop().ask('{ orders(first: 1, reverse: false, sortKey: PROCESSED_AT, savedSearchId: null) { nodes { id } } }');
  expect(errors).toEqual([]);
});

test('an input array of more than 250 is refused', async () => {
  const resolvers = { ...fakeResolvers([]), Mutation: { tagsAdd: honours(['id', 'tags'], () => ({ node: null, userErrors: [] })) } };
  const { errors } = await smallShop({ resolvers }).ask('mutation($t: [String!]!) { tagsAdd(id: "gid://shopify/Order/1", tags: $t) { userErrors { message } } }', {
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
    const { data, errors } = await smallShop().ask(query);
    expect(data).toBeNull();
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_REQUEST' } }]);
  });

  test('an array from a resolver or from the source becomes a connection', async () => {
    const { data } = await smallShop().ask('{ orders(first: 1, reverse: true) { nodes { name lineItems(last: 1) { edges { node { title } } } } pageInfo { hasNextPage } } }');
    expect(data).toEqual({
      orders: { nodes: [{ name: '#1003', lineItems: { edges: [{ node: { title: 'Line 2' } }] } }], pageInfo: { hasNextPage: true } },
    });
  });
});

describe('documents', () => {
  test('a syntax error is answered without data', async () => {
    const { status, data, errors } = await smallShop().ask('{ orders(');
    expect([status, data, errors.length]).toEqual([200, undefined, 1]);
    expect(errors[0]?.message).toMatch(/Syntax Error/);
  });

  test('an unknown field is named as Shopify names it', async () => {
    const { errors } = await smallShop().ask('{ shop { colour } }');
    expect(errors).toMatchObject([{ message: "Field 'colour' doesn't exist on type 'Shop'", extensions: { code: 'undefinedField', typeName: 'Shop', fieldName: 'colour' } }]);
  });

  test('an unknown argument is named as Shopify names it', async () => {
    const { errors } = await smallShop().ask('{ orders(first: 1, phone: "1") { nodes { id } } }');
    expect(errors).toMatchObject([{ message: "Field 'orders' doesn't accept argument 'phone'", extensions: { code: 'argumentNotAccepted' } }]);
  });

  test('a variable of the wrong type is refused before anything runs', async () => {
    const { data, errors } = await smallShop().ask('query($n: Int!) { orders(first: $n) { nodes { id } } }', { n: 'many' });
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'INVALID_VARIABLE' } }]);
  });

  test('one of several operations runs by its name', async () => {
    const { api } = smallShop();
    const query = 'query a { shop { id } } query b { shop { name } }';
    const named = await api.runAdmin('small.myshopify.com', { query, operationName: 'b' }, MERCHANT);
    expect(named.body.data).toEqual({ shop: { name: 'Small' } });
    const unnamed = await api.runAdmin('small.myshopify.com', { query }, MERCHANT);
    expect(unnamed.body.errors).toMatchObject([{ message: 'An operation name is required' }]);
  });

  test('an unknown shop is 404', async () => {
    const { status } = await smallShop().api.runAdmin('other.myshopify.com', { query: '{ shop { id } }' }, MERCHANT);
    expect(status).toBe(404);
  });

  test('a failure of the sandbox itself is an internal error that hides its cause', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const resolvers = { QueryRoot: { shop: () => { throw new Error('the secret cause'); } } };
    const { errors } = await smallShop({ resolvers }).ask('{ shop { id } }');
    expect(errors[0]?.message).toMatch(/^Internal error/);
    expect(errors[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });

  test('members of interfaces are told by __typename', async () => {
    const { data } = await smallShop().ask('{ node(id: "gid://shopify/Order/2") { __typename ... on Order { name } } }');
    expect(data).toEqual({ node: { __typename: 'Order', name: '#1002' } });
  });

  test('a deprecated field still answers', async () => {
    const { data, errors } = await smallShop().ask('{ currentBulkOperation { id } }');
    expect([data, errors]).toEqual([{ currentBulkOperation: null }, []]);
  });
});

describe('cost and throttling', () => {
  const query = '{ orders(first: 250) { nodes { id } } }';

  test('the answer tells what was asked, what it came to and what is left', async () => {
    const { extensions } = await smallShop().ask(query, {}, app());
    expect(extensions).toEqual({
      cost: { requestedQueryCost: 13, actualQueryCost: 4, throttleStatus: { maximumAvailable: 2000, restoreRate: 100, currentlyAvailable: 1996 } },
    });
  });

  test('an empty bucket answers THROTTLED at 200 without data, and fills with time', async () => {
    let milliseconds = 0;
    const made = smallShop({ milliseconds: () => milliseconds });
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
    const made = smallShop({ milliseconds: () => 0 });
    await made.ask(query, {}, app());
    const other = await made.ask(query, {}, app({ clientId: 'app-2' }));
    expect(other.extensions).toMatchObject({ cost: { throttleStatus: { currentlyAvailable: 1996 } } });
    expect((await made.ask(query)).extensions).toEqual({});
  });

  test('a single query over 1,000 points is refused and takes nothing', async () => {
    const many = `{ ${Array.from({ length: 78 }, (_, index) => `o${index}: orders(first: 250) { nodes { id } }`).join(' ')} }`;
    const { data, errors, extensions } = await smallShop().ask(many, {}, app());
    expect(data).toBeUndefined();
    expect(errors).toMatchObject([{ message: 'Query cost is 1014, which exceeds the single query max cost limit (1000).', extensions: { code: 'MAX_COST_EXCEEDED', cost: 1014, maxCost: 1000 } }]);
    expect(extensions).toMatchObject({ cost: { throttleStatus: { currentlyAvailable: 2000 } } });
  });
});
