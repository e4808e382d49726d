import { execFile } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { portsFrom, root, takenPorts } from '../../sandbox/demo/places.ts';
import { inShop, ordersInApp } from './app-database.ts';
import { askShop } from './ask-shop.ts';
import { contractFile, forget, startDemoSession, withoutVitest, type DemoSession } from './demo-session.ts';
import { descendantsOf, stillRunning } from './process-tree.ts';

const seeded = 10;
const patience = { timeout: 10_000, interval: 200 };
const count = z.object({ ordersCount: z.object({ count: z.int() }) });
const created = z.object({ orderCreate: z.object({ order: z.object({ name: z.string() }).nullable(), userErrors: z.array(z.unknown()) }) });

let demo: DemoSession;
let ordered = '';

beforeAll(async () => {
  demo = await startDemoSession({ orders: seeded });
}, 120_000);

afterAll(async () => {
  await demo?.stop();
  if (demo) forget(demo.place);
});

test('every address of the contract answers', async () => {
  const { admin, storefront, outbox, app, smtp, supportAddress, log } = demo.contract;
  const answers = await Promise.all([admin, storefront, outbox, `${app.url}/health/ready`].map((url) => fetch(url)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(await answers[2]?.json()).toEqual([]);
  const line = connect(smtp.port, smtp.host);
  const [greeting] = await once(line, 'data');
  line.destroy();
  expect(String(greeting)).toMatch(/^220 /);
  expect(supportAddress).toContain('juniper-and-pine');
  expect(readdirSync(log)).toEqual(expect.arrayContaining(['sandbox.log', 'web.log', 'worker.log']));
});

test('an order made with the merchant’s token reaches the app’s database within seconds', async () => {
  const order = {
    email: 'nora@example.com',
    lineItems: [{ title: 'Wool socks', quantity: 2, requiresShipping: true, priceSet: { shopMoney: { amount: '18.00', currencyCode: 'USD' } } }],
  };
  const { orderCreate } = await askShop(demo, created, 'mutation Order($order: OrderCreateOrderInput!) { orderCreate(order: $order) { order { name } userErrors { field message } } }', { order });
  expect(orderCreate.userErrors).toEqual([]);
  ordered = orderCreate.order?.name ?? '';
  expect(ordered).toMatch(/^#\d+$/);
  await vi.waitFor(async () => expect(await ordersInApp(demo)).toContain(ordered), patience);
});

test('a mail that a customer’s program hands in for the support address is a conversation within seconds', async () => {
  const { smtp, supportAddress } = demo.contract;
  const program = createTransport({ ...smtp, ignoreTLS: true });
  await program.sendMail({ from: 'Nora Lind <nora@example.com>', to: supportAddress, subject: 'Where is my parcel?', text: `It is about ${ordered}.` });
  await expect(program.sendMail({ from: 'nora@example.com', to: 'nobody@juniper-and-pine.example', text: 'x' })).rejects.toMatchObject({ responseCode: 550 });
  const subjects = () => inShop(demo, async (client) => (await client.query<{ subject: string }>('select subject from tickets')).rows);
  await vi.waitFor(async () => expect(await subjects()).toEqual([{ subject: 'Where is my parcel?' }]), patience);
});

test('the app’s address takes a signed webhook and refuses a forged one', async () => {
  const { app } = demo.contract;
  expect(await postWebhook(app.clientSecret)).toBe(200);
  expect(await postWebhook('shpss_somebody_elses')).toBe(401);
});

test('a second demo on the same ports says which are taken and how to choose others', async () => {
  const second = promisify(execFile)(process.execPath, ['sandbox/demo/main.ts'], { cwd: root, env: { ...withoutVitest(), PORT: String(demo.place.port) } });
  const { code, stderr } = await second.then(() => ({ code: 0, stderr: '' }), (error: { code: number; stderr: string }) => error);
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(`Port ${demo.place.port}, .* is taken`));
  expect(stderr).toContain('PORT=5000 npm run demo');
});

test('a demo that is killed outright leaves no process behind, and the next start has its orders', async () => {
  const before = descendantsOf(demo.pid);
  for (const part of ['postgres', 'sandbox/main.ts', 'index.js web', 'index.js worker']) expect(before.some(({ command }) => command.includes(part)), part).toBe(true);
  await demo.crash();
  await vi.waitFor(() => expect(stillRunning(before)).toEqual([]), patience);
  expect(await takenPorts(Object.values(portsFrom(demo.place.port)))).toEqual([]);

  demo = await startDemoSession({ place: demo.place, orders: seeded, fresh: false });
  expect((await askShop(demo, count, 'query { ordersCount { count } }')).ordersCount.count).toBe(seeded + 1);
  expect(await ordersInApp(demo)).toContain(ordered);
}, 60_000);

test('a demo that is stopped leaves no process and no contract behind', async () => {
  const before = descendantsOf(demo.pid);
  expect(before.length).toBeGreaterThan(4);
  await demo.stop();
  await vi.waitFor(() => expect(stillRunning(before)).toEqual([]), { timeout: 2_000, interval: 100 });
  expect(existsSync(contractFile(demo.place))).toBe(false);
});

async function postWebhook(secret: string): Promise<number> {
  const body = JSON.stringify({ id: 1, name: 'Dawn' });
  const response = await fetch(`${demo.contract.app.url}/webhooks`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': 'themes/update',
      'x-shopify-shop-domain': demo.contract.shop,
      'x-shopify-webhook-id': randomUUID(),
      'x-shopify-event-id': randomUUID(),
      'x-shopify-api-version': '2026-10',
      'x-shopify-triggered-at': new Date().toISOString(),
      'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
    },
  });
  return response.status;
}
