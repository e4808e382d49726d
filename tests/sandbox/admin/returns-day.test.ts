import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunningSandbox } from '#sandbox/start.ts';
import type { World } from '#sandbox/world/index.ts';
import { quill, startInMemory } from '../../harness/sandbox-in-memory.ts';
import { addDelivered } from '../returns/returned-order.ts';
import { addReturn, addVariant, customLine, only } from '../world/shop-in-memory.ts';
import { launchBrowser } from '../../harness/browser.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let sandbox: RunningSandbox;
let browser: Browser;
let page: Page;
let world: World;

beforeAll(async () => {
  sandbox = await startInMemory();
  const found = sandbox.worlds.find(quill.domain);
  if (!found) throw new Error('no shop');
  world = found;
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 390, height: 800 } });
}, 60_000);
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

const open = (path: string) => page.goto(`${sandbox.urls.base}/store/quill/orders/${path}`);
const numberOf = (id: string) => id.split('/').at(-1) ?? '';
const said = () => page.locator('[role=status], [role=alert]').textContent();

/** No barrier that axe finds, and nothing that scrolls sideways, with everything folded out. */
async function expectGoodPage(): Promise<void> {
  await page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })");
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate(axe);
    expect(await page.evaluate('axe.run(document).then(({ violations }) => violations.map(({ id }) => id))')).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  }
}

test('a merchant makes a return with an exchange and fees, receives it, and gives the rest back', async () => {
  addVariant(world, { price: '12.00' }, 'Jug');
  const order = addDelivered(world, { taxesIncluded: true, lineItems: [customLine('20.00', 2)] });
  await open(numberOf(order.id));
  await expectGoodPage();
  const form = page.locator('form[action$="/return"]');
  await form.getByLabel('Return quantity of Thing').fill('1');
  await form.getByLabel('Reason').selectOption({ label: 'Too small' });
  await form.getByLabel('Restocking fee').fill('10');
  await form.getByLabel('Return shipping fee').fill('3.50');
  await form.getByLabel('Exchange for').selectOption({ index: 1 });
  await form.getByRole('button', { name: 'Create return' }).click();
  expect(await said()).toBe('Return created');
  await page.getByRole('link', { name: `${order.name}-R1` }).click();
  await expectGoodPage();
  expect(await page.locator('main').textContent()).toContain('€2.50');

  await page.getByLabel('Tracking number').fill('RR1');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  expect(await said()).toBe('Return shipping added');
  await page.getByText('Receive items').click();
  await page.getByLabel('What became of them').selectOption({ label: 'Not restocked' });
  await page.getByRole('button', { name: 'Receive', exact: true }).click();
  expect(await said()).toBe('Items received');
  expect(await page.getByRole('button', { name: 'Cancel return' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Process return' }).click();
  expect(await said()).toBe('Return processed');
  expect(only(world.refunds.where('order', order.id)).adjustments).toEqual([]);
  expect(world.orders.get(order.id)?.transactions.at(-1)).toMatchObject({ kind: 'REFUND', amount: { shop: { minor: 250 } } });
  await page.getByRole('button', { name: 'Close return' }).click();
  await expectGoodPage();
  expect(only(world.returns.where('order', order.id)).status).toBe('CLOSED');
  await page.getByRole('link', { name: `‹ ${order.name}` }).click();
  const text = await page.locator('main').textContent();
  for (const part of ['Returned', 'Return fees', '€5.50', 'Jug']) expect(text).toContain(part);
}, 60_000);

test('a customer’s request is approved or declined, and units are taken out of it', async () => {
  const order = addDelivered(world, { lineItems: [customLine('5.00', 3)] });
  const ask = async () => {
    await open(numberOf(order.id));
    await page.getByText('Return items').click();
    const form = page.locator('form[action$="/return"]');
    await form.getByLabel('Return quantity of Thing').fill('1');
    await form.getByLabel('As a customer’s request').check();
    await form.getByRole('button', { name: 'Create return' }).click();
    expect(await said()).toBe('Return requested');
    await page.getByRole('link', { name: /-R\d$/ }).last().click();
  };
  await ask();
  await page.getByText('Decline').first().click();
  await page.getByLabel('Note for the customer').fill('Worn');
  await page.getByRole('button', { name: 'Decline' }).click();
  expect(await said()).toBe('Return declined');
  expect(await page.locator('main').textContent()).toContain('Worn');
  await ask();
  await page.getByRole('button', { name: 'Approve' }).click();
  expect(await said()).toBe('Return approved');
  await page.getByText('Remove items').click();
  await page.getByLabel('Remove quantity of Thing').fill('1');
  await page.getByRole('button', { name: 'Remove' }).click();
  expect(await said()).toBe('Items removed');
  expect(world.returns.where('order', order.id).map((record) => record.status)).toEqual(['DECLINED', 'CLOSED']);
}, 60_000);

test('a dearer exchange waits until the merchant has marked it as paid, or lets it go', async () => {
  const order = addDelivered(world, { lineItems: [customLine('2.00')] });
  const dear = only(world.variants.all());
  const { id } = addReturn(world, order, { exchangeLineItems: [{ variantId: dear.id, quantity: 1 }] });
  await open(`${numberOf(order.id)}/returns/${numberOf(id)}`);
  expect(await page.locator('main').textContent()).toContain('Customer owes');
  await page.getByRole('button', { name: 'Process return' }).click();
  await open(numberOf(order.id));
  await expectGoodPage();
  expect(await page.locator('main').textContent()).toContain('Awaiting payment');
  await page.getByRole('button', { name: 'Mark as paid' }).click();
  expect(await said()).toBe('Marked as paid');
  expect(await page.getByRole('button', { name: 'Fulfill items' }).count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Release hold' }).count()).toBe(0);
}, 60_000);

test('what Shopify has against it is said on the page, and a return is found under its own order only', async () => {
  const order = addDelivered(world);
  await open(numberOf(order.id));
  await page.getByText('Return items').click();
  await page.getByRole('button', { name: 'Create return' }).click();
  expect(await said()).toContain("Return line items can't be blank");
  const elsewhere = only(world.returns.all());
  expect((await open(`${numberOf(order.id)}/returns/${numberOf(elsewhere.id)}`))?.status()).toBe(404);
});
