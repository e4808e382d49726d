import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, launchBrowser, phone, visitor } from '#tests/harness/browser.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { appFrame, german, lookUp, openInAdmin, placeOrder, seen } from './shop-visitors.ts';

const customer = { email: 'marta.keller@example.com', firstName: 'Marta', lastName: 'Keller' };
const trackingNumber = '00340434161094042557';
const inFourDays = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);

describe('from an order in the shop to the customer who finds it', () => {
  let demo: DemoSession;
  let browser: Browser;
  let storefront: Page;
  let shopAdmin: Page;
  let app: Page;
  let order = '';

  beforeAll(async () => {
    [demo, browser] = await Promise.all([startDemoSession(), launchBrowser()]);
    const newPage = async () => (await visitor(browser, desktop)).newPage();
    [storefront, shopAdmin, app] = await Promise.all([newPage(), newPage(), newPage()]);
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
    if (demo) forget(demo.place);
  });

  test('an order placed in the storefront appears in the open list of orders within seconds', async () => {
    const orders = await openInAdmin(app, demo, '/app/orders');
    await seen(orders.getByRole('row'), 20);
    const marked = await markPage(app);
    order = await placeOrder(storefront, demo, customer);
    const row = orders.getByRole('row').filter({ has: orders.getByRole('link', { name: order, exact: true }) });
    await seen(row);
    expect(await row.innerText()).toContain('Marta Keller');
    expect(await row.innerText()).toContain('Unfulfilled');
    expect(await marked.isSame(), 'the page was not loaded again').toBe(true);
  });

  test('a parcel and its scan, entered in the shop’s own admin, appear on the open page of the order', async () => {
    await appFrame(app).getByRole('link', { name: order, exact: true }).click();
    const page = appFrame(app);
    await seen(page.getByText('Nothing has been sent yet.'));
    const marked = await markPage(app);

    await shopAdmin.goto(`${demo.shopAdmin}/orders`);
    await shopAdmin.getByRole('link', { name: order, exact: true }).click();
    await shopAdmin.getByLabel('Carrier').selectOption('DHL Express');
    await shopAdmin.getByLabel('Tracking number').fill(trackingNumber);
    await shopAdmin.getByRole('button', { name: 'Fulfill items' }).click();
    await seen(shopAdmin.getByRole('status'));
    await seen(page.getByRole('link', { name: `Track ${trackingNumber}` }));
    await seen(page.getByText('Not scanned yet'));

    await shopAdmin.getByText('Add a scan').click();
    await shopAdmin.getByLabel('Status').selectOption('IN_TRANSIT');
    await shopAdmin.getByLabel('City').fill('Leipzig');
    await shopAdmin.getByLabel('Country').fill('DE');
    await shopAdmin.getByLabel('Expected on').fill(inFourDays);
    await shopAdmin.getByRole('button', { name: 'Add scan' }).click();
    await seen(shopAdmin.getByRole('status'));
    await seen(page.getByRole('button', { name: '1 scan' }));
    await seen(page.getByText(/Leipzig/));
    await seen(page.getByText(/^Expected (by|\S+ \S+ \d+ to) /));
    expect(await marked.isSame(), 'the page was not loaded again').toBe(true);
    await page.getByRole('button', { name: '1 scan' }).click();
    await seen(page.getByRole('listitem').filter({ hasText: 'On its way' }).filter({ hasText: 'Leipzig, Germany' }));
  });

  test('the customer finds the order with number and email, on a phone and without script', async () => {
    const page = await phonePage({ javaScriptEnabled: false });
    await lookUp(page, demo, order, customer.email);
    await seen(page.getByRole('heading', { name: 'Your parcel is on its way', level: 1 }));
    await seen(page.getByText(`Order ${order}`));
    await seen(page.getByText('Leipzig, Germany'));
    await seen(page.getByText(trackingNumber));
    await seen(page.getByText(/^Expected: /));
    expect(page.url(), 'number and email stay out of the address').not.toContain('marta');
    await page.context().close();
  });

  test('a wrong email and an unknown number are answered with the same page', async () => {
    const page = await phonePage({ javaScriptEnabled: false });
    const answers: string[] = [];
    for (const [number, email] of [[order, 'somebody.else@example.com'], ['#99999', customer.email]] as const) {
      await lookUp(page, demo, number, email);
      await seen(page.getByRole('alert'));
      expect(await page.getByLabel('Order number').inputValue()).toBe(number);
      const html = await page.getByRole('main').innerHTML();
      answers.push(html.replaceAll(number, 'NUMBER').replaceAll(email, 'EMAIL'));
    }
    expect(answers[0]).toContain('We could not find an order with this number');
    expect(answers[1]).toBe(answers[0]);
    await page.context().close();
  });

  test('the German storefront answers in German', async () => {
    const page = await phonePage({ javaScriptEnabled: false });
    await lookUp(page, demo, order, customer.email, german);
    await seen(page.getByRole('heading', { name: 'Ihr Paket ist unterwegs', level: 1 }));
    await seen(page.getByText('Leipzig, Deutschland'));
    expect(await page.locator('html').getAttribute('lang')).toBe('de');
    await page.context().close();
  });

  test('the app speaks Chinese where the merchant’s admin does', async () => {
    await shopAdmin.goto(`${demo.shopAdmin}/settings`);
    await shopAdmin.getByLabel('Language').selectOption('zh-CN');
    await shopAdmin.getByRole('button', { name: 'Change language' }).click();
    const orders = await openInAdmin(app, demo, '/app/orders');
    await seen(orders.getByRole('heading', { name: '订单', level: 1 }));
    await orders.getByRole('link', { name: order, exact: true }).click();
    await seen(orders.getByRole('link', { name: `查询 ${trackingNumber}` }));
    await seen(orders.getByText('运输中'));
    expect(await orders.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  const phonePage = async (options: { javaScriptEnabled: boolean }) => (await visitor(browser, phone, options)).newPage();
});

/** Leaves a mark in the app's document that loading it again would wipe. */
async function markPage(page: Page): Promise<{ isSame(): Promise<boolean> }> {
  const root = appFrame(page).locator('html');
  await root.evaluate((element) => element.setAttribute('data-seen-before', ''));
  return { isSame: () => root.evaluate((element) => element.hasAttribute('data-seen-before')) };
}
