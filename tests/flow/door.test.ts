import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFlow } from '#sandbox/flow/index.ts';
import { app, DOMAIN, MERCHANT, smallShop, standingClock } from '#tests/sandbox/admin-api/small-shop.ts';

const mutation = 'mutation ($handle: String, $payload: JSON) { flowTriggerReceive(handle: $handle, payload: $payload) { userErrors { field message } } }';
const payload = { order_id: '5001', 'Tracking number': 'RR123456785DE', Carrier: 'DHL', 'Happened at': '2026-11-21T09:00:00Z' };

function door() {
  const flow = createFlow({ extensionsDir: resolve('extensions'), clock: standingClock() });
  const shop = smallShop({ resolvers: { Mutation: flow.mutations } });
  const fire = async (variables: Record<string, unknown>) => (await shop.ask(mutation, variables, app())).data;
  return { flow, shop, fire };
}

const refusal = (field: string, message: string) => ({ flowTriggerReceive: { userErrors: [{ field: [field], message }] } });
const invalid = (what: string) => refusal('body', `Errors validating schema:\n  ${what}\n`);

describe("Flow's door in the sandbox", () => {
  it('takes a trigger that the app declares, and shows what came in', async () => {
    const { flow, fire } = door();
    expect(await fire({ handle: 'parcel-delivered', payload })).toEqual({ flowTriggerReceive: { userErrors: [] } });
    expect(flow.received(DOMAIN)).toEqual([{ shop: DOMAIN, handle: 'parcel-delivered', payload, at: new Date('2026-11-21T12:00:00Z') }]);
    expect(flow.received('other.myshopify.com')).toEqual([]);
  });

  it.each([
    ['an unknown handle', { handle: 'parcel-eaten', payload }, invalid("Invalid handle 'parcel-eaten'.")],
    ['a payload beyond the limit', { handle: 'parcel-delivered', payload: { ...payload, Carrier: 'x'.repeat(50_000) } }, invalid('Properties size exceeds the limit of 50000 bytes.')],
    ['no payload', { handle: 'parcel-delivered' }, refusal('handle', '`handle` and `payload` arguments are required')],
    ['no handle', { payload }, refusal('handle', '`handle` and `payload` arguments are required')],
    ['a field that is missing', { handle: 'parcel-exception', payload }, invalid("Required field missing: 'Cause'.")],
    ['a field that is not declared', { handle: 'parcel-delivered', payload: { ...payload, Email: 'a@b.example' } }, invalid("Unknown field: 'Email'.")],
    ['a value of another type', { handle: 'parcel-delivered', payload: { ...payload, Carrier: 7 } }, invalid("Invalid value for 'Carrier'.")],
    ['a global id where a number belongs', { handle: 'parcel-delivered', payload: { ...payload, order_id: 'gid://shopify/Order/5001' } }, invalid("Invalid value for 'order_id'.")],
  ])('refuses %s and keeps nothing', async (_, variables, answer) => {
    const { flow, fire } = door();
    expect(await fire(variables)).toEqual(answer);
    expect(flow.received(DOMAIN)).toEqual([]);
  });

  it('takes nothing from a merchant: triggers are fired by apps', async () => {
    const { shop } = door();
    const answer = await shop.ask(mutation, { handle: 'parcel-delivered', payload }, MERCHANT);
    expect(answer.errors[0]?.extensions).toMatchObject({ code: 'SANDBOX_NOT_MODELLED' });
  });
});
