import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { RunningSandbox } from '#sandbox/start.ts';
import { quill, startInMemory } from '../../harness/sandbox-in-memory.ts';

let sandbox: RunningSandbox;
let number: string;

const run = async (query: string, variables: Record<string, unknown>) => {
  const { body } = await sandbox.runAdmin(quill.domain, { query, variables }, { kind: 'merchant' });
  if (body.errors) throw new Error(JSON.stringify(body.errors));
  return body.data;
};
const order = () => {
  const found = sandbox.worlds.find(quill.domain)?.orders.get(`gid://shopify/Order/${number}`);
  if (!found) throw new Error('the order is gone');
  return found;
};
const reported = () => sandbox.webhooks.deliveries({ limit: 100 }).map(({ topic }) => topic);

/** Sends a form of the order's page; answers what the page says afterwards. */
async function submit(action: string, fields: Record<string, string>): Promise<string> {
  const back = `/store/quill/orders/${number}`;
  const response = await fetch(`${sandbox.urls.base}${back}/${action}`, { method: 'POST', body: new URLSearchParams({ back, ...fields }) });
  return /role="(?:status|alert)">([^<]*)</.exec(await response.text())?.[1] ?? 'nothing said';
}

/** Places an order of two pens, paid; answers its number. */
async function placeOrder(): Promise<string> {
  const made = await run('mutation Make($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { id } userErrors { message } } }', {
    order: {
      email: 'ada@example.com',
      currency: 'EUR',
      lineItems: [{ title: 'Pen', quantity: 2, priceSet: { shopMoney: { amount: '12.00', currencyCode: 'EUR' } }, requiresShipping: true }],
      shippingAddress: { firstName: 'Ada', lastName: 'Byron', address1: '12 Long Lane', city: 'Hamburg', zip: '20095', countryCode: 'DE' },
      transactions: [{ kind: 'SALE', status: 'SUCCESS', gateway: 'bogus', amountSet: { shopMoney: { amount: '24.00', currencyCode: 'EUR' } } }],
    },
  });
  const { orderCreate } = z.object({ orderCreate: z.object({ order: z.object({ id: z.string() }).nullable(), userErrors: z.array(z.object({ message: z.string() })) }) }).parse(made);
  expect(orderCreate.userErrors).toEqual([]);
  return orderCreate.order?.id.split('/').at(-1) ?? '';
}

beforeAll(async () => {
  sandbox = await startInMemory();
  sandbox.oauth.install(quill.domain);
  sandbox.webhooks.setSwitches({ paused: true });
  number = await placeOrder();
});
afterAll(() => sandbox.stop());

test('a merchant fulfills, scans, corrects and refunds on the pages, and every step is reported to the app', async () => {
  const world = sandbox.worlds.find(quill.domain);
  const waiting = world?.fulfillmentOrders.where('order', order().id)[0];
  const line = waiting?.lineItems[0];
  expect(await submit('fulfill', { fulfillmentOrder: waiting?.id ?? '', [`line:${line?.id}`]: '1', company: 'DHL Express', tracking: 'JD0001' })).toBe('Items fulfilled');
  const fulfillment = world?.fulfillments.where('order', order().id)[0];
  expect(fulfillment?.tracking).toMatchObject([{ company: 'DHL Express', number: 'JD0001', url: expect.stringContaining('JD0001') }]);

  expect(await submit('scan', { fulfillment: fulfillment?.id ?? '', status: 'IN_TRANSIT', at: '2026-07-03T08:30', city: 'Kiel', message: 'On the van' })).toBe('Scan added');
  expect(world?.fulfillmentEvents.where('order', order().id)).toMatchObject([{ status: 'IN_TRANSIT', city: 'Kiel', happenedAt: '2026-07-03T08:30:00Z' }]);

  expect(await submit('email', { email: 'ada.byron@example.com' })).toBe('Contact changed');
  expect(order().email).toBe('ada.byron@example.com');

  expect(await submit('refund', { [`line:${order().lineItems[0]?.id}`]: '1', note: 'Scratched' })).toBe('Refund made');
  expect(world?.refunds.where('order', order().id)).toMatchObject([{ note: 'Scratched', lineItems: [{ quantity: 1 }] }]);
  expect(order().transactions.filter(({ kind }) => kind === 'REFUND')).toMatchObject([{ amount: { shop: { minor: 1200 } } }]);

  const topics = reported();
  for (const topic of ['orders/create', 'orders/updated', 'fulfillments/create', 'fulfillments/update', 'fulfillment_events/create', 'refunds/create']) expect(topics).toContain(topic);
});

test('what Shopify refuses is said on the page', async () => {
  expect(await submit('scan', { fulfillment: 'gid://shopify/Fulfillment/1', status: 'IN_TRANSIT' })).not.toBe('Scan added');
  expect(await submit('refund', { amount: '1000.00' })).not.toBe('Refund made');
});

test('the order\'s page shows all of it', async () => {
  const html = await (await fetch(`${sandbox.urls.base}/store/quill/orders/${number}`)).text();
  for (const text of ['JD0001', 'On the van', 'Kiel', 'Partially refunded', 'ada.byron@example.com']) expect(html).toContain(text);
});

test('an order that has not left is cancelled with its money given back', async () => {
  number = await placeOrder();
  expect(await submit('cancel', { reason: 'CUSTOMER', refund: 'on', restock: 'on', note: 'asked by phone' })).toBe('Cancellation started');
  await expect.poll(() => order().cancelReason, { timeout: 10_000 }).toBe('CUSTOMER');
  expect(order().transactions.filter(({ kind }) => kind === 'REFUND')).toMatchObject([{ amount: { shop: { minor: 2400 } } }]);
  await expect.poll(reported, { timeout: 10_000 }).toContain('orders/cancelled');
});

test('the resource picker finds products by title', async () => {
  await run('mutation Product($product: ProductCreateInput!) { productCreate(product: $product) { product { id } userErrors { message } } }', { product: { title: 'Fountain pen', vendor: 'Quill', status: 'ACTIVE' } });
  const find = async (query: string) => {
    const response = await fetch(`${sandbox.urls.base}/store/quill/frame/resources`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ type: 'product', query }) });
    return response.json();
  };
  expect(await find('fountain')).toMatchObject([{ title: 'Fountain pen', totalVariants: 1, variants: [{ product: { title: 'Fountain pen' } }] }]);
  expect(await find('ladder')).toEqual([]);
});

test('the extensions of the app are listed with where their blocks stand', async () => {
  const list = async () => {
    const response = await fetch(`${sandbox.urls.base}/store/quill/frame/extensions`, { method: 'POST' });
    return z.array(z.looseObject({ handle: z.string(), activations: z.array(z.looseObject({ handle: z.string(), status: z.string() })) })).parse(await response.json());
  };
  const [extension] = await list();
  const [block] = extension?.activations ?? [];
  expect(block?.status).toBe('available');
  sandbox.admin.setBlockPlacements(quill.domain, [{ template: 'page', block: `${extension?.handle}/${block?.handle}`, settings: {} }]);
  const [after] = await list();
  expect(after?.activations.find(({ handle }) => handle === block?.handle)).toMatchObject({ status: 'active', activations: [{ target: `template--page/main/${block?.handle}` }] });
});
