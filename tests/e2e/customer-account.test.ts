import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, launchBrowser, phone, visitor } from '#tests/harness/browser.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { expectNoSideScroll, expectNothingFromAxe } from './page-checks.ts';
import { deliver, openReturns, orderNamed, untilHeard } from './return-visitors.ts';
import { lookUp, placeOrder, seen } from './shop-visitors.ts';
import { signInAs } from './sign-in-as.ts';

const marta = { email: 'marta.keller@example.com', firstName: 'Marta', lastName: 'Keller' };

let demo: DemoSession;
let browser: Browser;
let orders: string[];

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoSession(), launchBrowser()]);
  const page = await (await visitor(browser, desktop)).newPage();
  orders = [await placeOrder(page, demo, marta), await placeOrder(page, demo, marta)];
  await page.context().close();
  const sent = await orderNamed(demo, orders[0] ?? '', marta.email);
  await deliver(demo, sent);
  await openReturns(demo);
  await untilHeard(demo, [sent]);
}, 150_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  if (demo) forget(demo.place);
});

const open = async (size: typeof phone) => (await visitor(browser, size)).newPage();
const accountPage = (root = '') => `${demo.contract.storefront}${root}/apps/aftercare/account`;

const isWell = async (page: Page) => {
  await expectNoSideScroll(page);
  await expectNothingFromAxe(page);
};

describe.each([
  ['on a phone', phone],
  ['on a wide screen', desktop],
])('%s', (_, size) => {
  test('a customer signs in from the tracking page and finds their orders, and each is open to them', async () => {
    const page = await open(size);
    await page.goto(`${demo.contract.storefront}/apps/aftercare/track`);
    await page.getByRole('link', { name: 'Sign in and see all your orders' }).click();
    await signInAs(page, demo, marta.email);
    await seen(page.getByRole('heading', { level: 1, name: 'Your orders' }));
    expect(page.url()).toMatch(/^[^?]+\/apps\/aftercare\/account\?key=[^&]+&lang=en$/);
    for (const name of orders) await seen(page.getByText(`Order ${name}`, { exact: true }));
    await isWell(page);

    await page.getByRole('button', { name: `Track: Order ${orders[0]}` }).click();
    await seen(page.getByText(`Order ${orders[0]}`));
    // Signed in is as good as a code: nobody is asked for one.
    await page.getByRole('button', { name: 'Report a problem' }).click();
    await seen(page.getByLabel('In your words'));
    await page.context().close();
  });

  test('who is signed in to the shop finds their orders without signing in again, and nobody else does', async () => {
    const page = await open(size);
    await page.goto(accountPage());
    await isWell(page);
    await page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await signInAs(page, demo, marta.email);
    await seen(page.getByText(`Order ${orders[1]}`, { exact: true }));
    await page.goto(accountPage());
    await seen(page.getByText(`Order ${orders[1]}`, { exact: true }));

    const stranger = await open(size);
    await stranger.goto(accountPage());
    expect(await stranger.getByRole('main').innerText()).not.toContain(orders[1]);
    await page.context().close();
    await stranger.context().close();
  });

  test('who is asked for a code may sign in instead, and comes back to the order with everything open', async () => {
    const page = await open(size);
    await lookUp(page, demo, orders[0] ?? '', marta.email);
    await page.getByRole('button', { name: 'Show all details' }).click();
    await isWell(page);
    await page.getByRole('link', { name: 'Sign in instead' }).click();
    await signInAs(page, demo, marta.email);
    await seen(page.getByText(`Order ${orders[0]}`));
    expect(new URL(page.url()).pathname).toBe('/apps/aftercare/track');
    expect(await page.getByRole('button', { name: 'Show all details' }).count()).toBe(0);
    await page.context().close();
  });

  test('from the returns page a customer signs in and begins a return, and is asked for no code', async () => {
    const page = await open(size);
    await page.goto(`${demo.contract.storefront}/apps/aftercare/returns`);
    await page.getByRole('link', { name: 'Sign in and see all your orders' }).click();
    await signInAs(page, demo, marta.email);
    await seen(page.getByRole('heading', { level: 1, name: 'Your orders' }));
    // What has not left yet cannot come back.
    expect(await page.getByRole('button', { name: /^Return items/ }).count()).toBe(1);
    await isWell(page);
    await page.getByRole('button', { name: `Return items: Order ${orders[0]}` }).click();
    await seen(page.getByRole('heading', { level: 1, name: 'What would you like to send back?' }));
    expect(page.url()).toBe(`${demo.contract.storefront}/apps/aftercare/returns`);
    await page.context().close();
  });

  test('a customer signs out here and in the shop', async () => {
    const page = await open(size);
    await page.goto(accountPage());
    await page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await signInAs(page, demo, marta.email);
    const signedIn = page.url();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await seen(page.getByText('You are signed out.'));
    await isWell(page);
    await page.goto(signedIn);
    await seen(page.getByText('You were signed out because some time passed.', { exact: false }));
    await page.context().close();
  });

  test('who never bought anything finds an empty list and the way to orders by their number', async () => {
    const page = await open(size);
    await page.goto(accountPage());
    await page.getByRole('link', { name: 'Sign in', exact: true }).click();
    await signInAs(page, demo, `nobody.${size.width}@example.com`);
    await seen(page.getByRole('heading', { name: 'No orders here yet' }));
    await isWell(page);
    await page.getByRole('link', { name: 'Find an order with its number' }).click();
    await seen(page.getByRole('button', { name: 'Track order' }));
    await page.context().close();
  });

  test('the Chinese storefront signs in in Chinese', async () => {
    const page = await open(size);
    await page.goto(accountPage('/zh-CN'));
    await isWell(page);
    await page.getByRole('link', { name: '登录', exact: true }).click();
    await signInAs(page, demo, marta.email);
    await seen(page.getByRole('heading', { level: 1, name: '您的订单' }));
    await seen(page.getByText(`${orders[0]}`, { exact: false }).first());
    await isWell(page);
    await page.context().close();
  });
});

test('a sign-in that another browser began goes nowhere', async () => {
  const [one, other] = [await open(phone), await open(phone)];
  await one.goto(accountPage());
  await one.getByRole('link', { name: 'Sign in', exact: true }).click();
  await one.getByLabel('Email').waitFor();
  const callback = one.waitForRequest((request) => new URL(request.url()).pathname === '/account/callback');
  await one.route('**/account/callback?*', (route) => route.abort());
  await signInAs(one, demo, marta.email);
  const stolen = (await callback).url();
  const answer = await other.goto(stolen);
  expect(answer?.status()).toBe(400);
  await seen(other.getByRole('heading', { name: 'This sign-in cannot go on' }));
  await expectNoSideScroll(other);
  await one.context().close();
  await other.context().close();
});
