import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { desktop, launchBrowser, phone, visitor } from '#tests/harness/browser.ts';
import { askShop } from './ask-shop.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { appDocument, expectAccessible, expectNoSideScroll } from './page-checks.ts';
import { appFrame, openInAdmin, seen } from './shop-visitors.ts';
import { orderOf, scan, ship, type PlacedOrder } from './ship-and-scan.ts';

const email = 'marta.keller@example.com';
const returnable = z.object({
  returnableFulfillments: z.object({ nodes: z.array(z.object({ returnableFulfillmentLineItems: z.object({ nodes: z.array(z.object({ fulfillmentLineItem: z.object({ id: z.string() }) })) }) })) }),
  returnReasonDefinitions: z.object({ nodes: z.array(z.object({ id: z.string() })) }),
});
const asked = z.object({ returnRequest: z.object({ return: z.object({ id: z.string(), name: z.string() }).nullable(), userErrors: z.array(z.object({ message: z.string() })) }) });

let demo: DemoSession;
let browser: Browser;
let app: Page;
let admin: Page;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoSession(), launchBrowser()]);
  const newPage = async () => (await visitor(browser, desktop)).newPage();
  [app, admin] = await Promise.all([newPage(), newPage()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  if (demo) forget(demo.place);
});

/** An order of one thing that arrived three days ago. */
async function deliveredOrder(): Promise<PlacedOrder> {
  const order = await orderOf(demo, 1, email, { daysAgo: 7 });
  const parcel = await ship(demo, order, { company: 'DHL Parcel', number: `00340434161094${order.legacyId.slice(-6).padStart(6, '0')}` });
  await scan(demo, parcel, { status: 'DELIVERED', daysAgo: 3, city: 'Hamburg' });
  return order;
}

/** A customer asks to send the one thing of an order back, with a fee of ten percent. */
async function request(order: PlacedOrder): Promise<string> {
  const query = 'query($id: ID!) { returnableFulfillments(orderId: $id, first: 1) { nodes { returnableFulfillmentLineItems(first: 1) { nodes { fulfillmentLineItem { id } } } } } returnReasonDefinitions(first: 1, query: "handle:too-small") { nodes { id } } }';
  const { returnableFulfillments, returnReasonDefinitions } = await askShop(demo, returnable, query, { id: order.id });
  const line = returnableFulfillments.nodes[0]?.returnableFulfillmentLineItems.nodes[0]?.fulfillmentLineItem.id;
  const input = { orderId: order.id, returnLineItems: [{ fulfillmentLineItemId: line, quantity: 1, returnReasonDefinitionId: returnReasonDefinitions.nodes[0]?.id, customerNote: 'One size up would fit.', restockingFee: { percentage: 10 } }] };
  const { returnRequest } = await askShop(demo, asked, 'mutation($input: ReturnRequestInput!) { returnRequest(input: $input) { return { id name } userErrors { message } } }', { input });
  if (!returnRequest.return) throw new Error(JSON.stringify(returnRequest.userErrors));
  return returnRequest.return.name;
}

const number = (id: string) => id.split('/').at(-1) ?? '';
/** The return in Shopify's own admin. */
async function inShopify(order: PlacedOrder, name: string): Promise<string> {
  await admin.goto(`${demo.shopAdmin}/orders/${number(order.id)}`);
  await admin.getByRole('link', { name, exact: true }).click();
  return (await admin.locator('main').textContent()) ?? '';
}
/** Our page as it is on a desk and on a phone, with a picture where one is wanted. */
async function isWell(picture?: string): Promise<void> {
  const pictures = process.env['PICTURES'];
  for (const size of [phone, desktop]) {
    await app.setViewportSize(size);
    const frame = await appDocument(app);
    await expectNoSideScroll(frame);
    await expectAccessible(frame);
    if (pictures && picture) await app.screenshot({ path: `${pictures}/${picture}${size === phone ? '-phone' : ''}.png` });
  }
}

describe('what a merchant does with a return', () => {
  let order: PlacedOrder;
  let name = '';

  test('is approved: it waits in the queue, and opens in Shopify', async () => {
    order = await deliveredOrder();
    const list = await openInAdmin(app, demo, '/app/returns');
    await seen(list.getByRole('heading', { name: 'Returns', level: 1 }));
    name = await request(order);
    await list.getByRole('link', { name, exact: true }).click();
    const page = appFrame(app);
    await seen(page.getByText('Customer: One size up would fit.'));
    await page.getByRole('button', { name: 'Approve', exact: true }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
    await seen(page.getByText('Customer sends it back'));
    const shopify = await inShopify(order, name);
    for (const words of ['Open', 'Restocking fee 10 %', '1 expected']) expect(shopify).toContain(words);
    await isWell();
  }, 60_000);

  test('is sent back: the parcel that the shop’s own admin knows is seen in ours', async () => {
    await admin.getByText('Add return shipping').click();
    await admin.getByLabel('Tracking number').fill('00340434161094770077');
    await admin.getByRole('button', { name: 'Add', exact: true }).click();
    await seen(admin.getByRole('status'));
    await seen(appFrame(app).getByText('00340434161094770077'));
  }, 60_000);

  test('is received: what was found is kept here, and what became of it is told to Shopify', async () => {
    const page = appFrame(app);
    await app.setViewportSize(desktop);
    await page.getByRole('link', { name: 'Receive items' }).first().click();
    await seen(page.getByRole('heading', { name: `Receive ${name}` }));
    await isWell('returns-receive');
    await page.getByLabel('Note').fill('Box was opened.');
    await page.getByLabel('Condition').selectOption('worn');
    await page.getByRole('button', { name: 'Receive items' }).click();
    await seen(page.getByText('As expected · Opened or worn', { exact: false }));
    await seen(page.getByText('Refund or exchange'));
    const shopify = await inShopify(order, name);
    for (const words of ['1 Restocked', '0 expected', '00340434161094770077']) expect(shopify).toContain(words);
  }, 60_000);

  test('is refunded: each amount is shown before the click, and Shopify books exactly that', async () => {
    const page = appFrame(app);
    await page.getByRole('link', { name: 'Refund', exact: true }).first().click();
    await seen(page.getByRole('heading', { name: `Refund ${name}` }));
    await seen(page.getByText('Restocking fee ·', { exact: false }));
    await isWell('returns-refund');
    const button = page.getByRole('button', { name: /^Give back / });
    const amount = ((await button.textContent()) ?? '').replace('Give back ', '').trim();
    await button.click();
    await page.getByRole('dialog', { name: `Give back ${amount}?` }).getByRole('button', { name: `Give back ${amount}`, exact: true }).click();
    await seen(page.getByText('Nobody has to do anything'));
    const shopify = await inShopify(order, name);
    for (const words of [amount, 'Closed', '1 refunded']) expect(shopify).toContain(words);
    await isWell('returns-done');
  }, 60_000);
});

describe('what is done in Shopify’s admin', () => {
  test('a return with an exchange that is begun there appears here, is refunded there, and is done here', async () => {
    const order = await deliveredOrder();
    await admin.goto(`${demo.shopAdmin}/orders/${number(order.id)}`);
    await admin.getByText('Return items').click();
    const form = admin.locator('form[action$="/return"]');
    await form.getByLabel(/^Return quantity of/).first().fill('1');
    await form.getByLabel('Reason').selectOption({ label: 'Too small' });
    await form.getByLabel('Exchange for').selectOption({ index: 1 });
    await form.getByRole('button', { name: 'Create return' }).click();
    const name = `${order.name}-R1`;
    const list = await openInAdmin(app, demo, '/app/returns?shelf=send');
    await list.getByRole('link', { name, exact: true }).click();
    const page = appFrame(app);
    await seen(page.getByText('Sent in exchange'));
    await admin.getByRole('link', { name, exact: true }).click();
    await admin.getByText('Receive items').click();
    await admin.getByLabel('What became of them').selectOption({ label: 'Not restocked' });
    await admin.getByRole('button', { name: 'Receive', exact: true }).click();
    await seen(page.getByText('Refund or exchange'));
    await admin.getByRole('button', { name: 'Process return' }).click();
    await seen(page.getByText('1 of 1 ordered', { exact: false }));
    await seen(page.getByText('Nobody has to do anything'));
  }, 90_000);
});
