import { describe, expect, test } from 'vitest';
import { honours } from '#sandbox/admin-api/resolver.ts';
import { app, smallShop } from './small-shop.ts';

describe('@idempotent', () => {
  const refund = (key: string) => `mutation($note: String) { refundCreate(input: { orderId: "gid://shopify/Order/1", note: $note }) ${key} { refund { id } userErrors { message } } }`;
  const idOf = (data: unknown) => JSON.stringify(data);

  test('refundCreate without a key is refused', async () => {
    const { data, errors } = await smallShop().ask(refund(''), {}, app());
    expect(data).toEqual({ refundCreate: null });
    expect(errors).toMatchObject([{ message: 'The @idempotent directive is required for this mutation but was not provided.', extensions: { code: 'BAD_REQUEST' } }]);
  });

  test('a blank key is refused', async () => {
    expect((await smallShop().ask(refund('@idempotent(key: "  ")'))).errors[0]?.extensions?.['code']).toBe('BAD_REQUEST');
  });

  test('a replay answers the first result and refunds nothing more', async () => {
    const made = smallShop();
    const first = await made.ask(refund('@idempotent(key: "k")'), {}, app());
    const replay = await made.ask(refund('@idempotent(key: "k")'), {}, app());
    const fresh = await made.ask(refund('@idempotent(key: "k2")'), {}, app());
    expect(idOf(replay.data)).toBe(idOf(first.data));
    expect(idOf(first.data)).toContain('Refund/1');
    expect(idOf(fresh.data)).toContain('Refund/2');
  });

  test('one key with other input is refused', async () => {
    const made = smallShop();
    await made.ask(refund('@idempotent(key: "k")'), { note: 'a' }, app());
    const other = await made.ask(refund('@idempotent(key: "k")'), { note: 'b' }, app());
    expect(other.errors[0]?.extensions?.['code']).toBe('IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
  });

  test('one app’s key means nothing to another', async () => {
    const made = smallShop();
    await made.ask(refund('@idempotent(key: "k")'), {}, app());
    const other = await made.ask(refund('@idempotent(key: "k")'), {}, app({ clientId: 'app-2' }));
    expect(idOf(other.data)).toContain('Refund/2');
  });

  test('a mutation that does not support it refuses it', async () => {
    const { errors } = await smallShop().ask('mutation { orderUpdate(input: { id: "gid://shopify/Order/1" }) @idempotent(key: "k") { order { id } } }');
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
  const made = smallShop({ resolvers });
  const started = await made.ask('mutation { orderCancel(orderId: "gid://shopify/Order/1", reason: CUSTOMER, restock: true) { job { id done } } }');
  expect(started.data).toMatchObject({ orderCancel: { job: { done: false } } });
  await made.api.settled();
  const id = Reflect.get(Object(job), 'id');
  expect((await made.ask('query($id: ID!) { job(id: $id) { id done } }', { id })).data).toEqual({ job: { id, done: true } });
  expect((await made.ask('{ job(id: "gid://shopify/Job/none") { id } }')).data).toEqual({ job: null });
});
