import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { RunningSandbox } from '#sandbox/start.ts';
import { quill, startInMemory } from '../../harness/sandbox-in-memory.ts';
import { signInTools } from './signed-in-browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'aftercare-scopes-'));
const tomlPath = join(folder, 'shopify.app.toml');
let sandbox: RunningSandbox;
beforeAll(async () => {
  const own = readFileSync(resolve(import.meta.dirname, '../../../shopify.app.toml'), 'utf8');
  writeFileSync(tomlPath, own.replace('customer_read_customers', 'customer_read_customers,customer_read_orders'));
  sandbox = await startInMemory({ tomlPath });
  sandbox.oauth.install(quill.domain);
});
afterAll(async () => {
  await sandbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

const place = async (customerId: string) => {
  const lineItems = [{ title: 'Ink', quantity: 1, priceSet: { shopMoney: { amount: '12.00', currencyCode: 'EUR' } } }];
  const query = 'mutation ($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id name } userErrors { message } } }';
  const answer = await sandbox.runAdmin(quill.domain, { query, variables: { order: { customer: { toAssociate: { id: customerId } }, lineItems } } }, { kind: 'merchant' });
  return z.object({ orderCreate: z.object({ order: z.object({ id: z.string(), name: z.string() }) }) }).parse(answer.body.data).orderCreate.order;
};

it('pages through the customer’s own orders, and finds nobody else’s', async () => {
  const tools = await signInTools(sandbox, quill.domain);
  const tokenOf = async (email: string) => {
    const { to } = await tools.signIn(email);
    return z.object({ access_token: z.string() }).parse(await (await tools.trade(to.searchParams.get('code') ?? '')).json()).access_token;
  };
  const mine = await tokenOf('mira@quill.example');
  const theirs = await tokenOf('theo@quill.example');
  const ask = async (token: string, query: string) => (await tools.ask(token, query)).json();
  const idOf = async (token: string) => z.object({ data: z.object({ customer: z.object({ id: z.string() }) }) }).parse(await ask(token, '{ customer { id } }')).data.customer.id;
  const [first, second, foreign] = [await place(await idOf(mine)), await place(await idOf(mine)), await place(await idOf(theirs))];

  const page = '{ nodes { name } pageInfo { hasNextPage endCursor } }';
  const opening = z
    .object({ data: z.object({ customer: z.object({ orders: z.object({ nodes: z.array(z.object({ name: z.string() })), pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string() }) }) }) }) })
    .parse(await ask(mine, `{ customer { orders(first: 1) ${page} } }`)).data.customer.orders;
  expect(opening).toMatchObject({ nodes: [{ name: first.name }], pageInfo: { hasNextPage: true } });
  expect(await ask(mine, `{ customer { orders(first: 1, after: "${opening.pageInfo.endCursor}") ${page} } }`)).toMatchObject({ data: { customer: { orders: { nodes: [{ name: second.name }], pageInfo: { hasNextPage: false } } } } });
  expect(await ask(mine, `{ order(id: "${foreign.id}") { name } }`)).toEqual({ data: { order: null } });
  expect(await ask(theirs, `{ order(id: "${foreign.id}") { name } }`)).toEqual({ data: { order: { name: foreign.name } } });
});
