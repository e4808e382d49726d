import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, launchBrowser, phone, visitor } from '#tests/harness/browser.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { appDocument, expectNoSideScroll, expectNothingFromAxe } from './page-checks.ts';
import { orderOf, scan, ship, type PlacedOrder } from './ship-and-scan.ts';
import { chinese, confirmWithCode, lookUp, openInAdmin, seen } from './shop-visitors.ts';

const customer = 'marta.keller@example.com';
const numbers = { split: '00340434161094042557', later: '00340434161094015902', late: '00340434161094027318', beside: '00340434161094031278', back: '1Z537A340351727873' };

let demo: DemoSession;
let browser: Browser;
let orders: { split: PlacedOrder; late: PlacedOrder; back: PlacedOrder };

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoSession(), launchBrowser()]);
  orders = { split: await orderOf(demo, 3, customer), late: await orderOf(demo, 2, customer), back: await orderOf(demo, 1, customer, { daysAgo: 7 }) };
  const place = new URLSearchParams({ block: 'aftercare-theme/track-order', template: 'page' });
  await fetch(`${demo.shopAdmin}/themes/place`, { method: 'POST', body: place });
  const first = await ship(demo, orders.split, { company: 'DHL Parcel', number: numbers.split, lines: 1 });
  await scan(demo, first, { status: 'OUT_FOR_DELIVERY', daysAgo: 0.1, city: 'Hamburg' });
  await ship(demo, orders.split, { company: 'DHL Parcel', number: numbers.later, lines: 1 });
  const late = await ship(demo, orders.late, { company: 'DHL Parcel', number: numbers.late, lines: 1 });
  await scan(demo, late, { status: 'IN_TRANSIT', daysAgo: 5, expectedInDays: -2 });
  await ship(demo, orders.late, { company: 'DHL Parcel', number: numbers.beside });
  const back = await ship(demo, orders.back, { company: 'UPS', number: numbers.back });
  await scan(demo, back, { status: 'FAILURE', daysAgo: 1, message: 'Return to sender' });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  if (demo) forget(demo.place);
});

describe.each([
  ['on a phone', phone],
  ['on a wide screen', desktop],
])('%s', (_, size) => {
  const open = async () => (await visitor(browser, size, { javaScriptEnabled: true })).newPage();
  /** Looks until the page says it: a scan takes moments from the shop to the page. */
  const lookUntil = async (page: Page, order: PlacedOrder, text: string | RegExp, words?: Parameters<typeof lookUp>[4]) => {
    await expect
      .poll(async () => {
        await lookUp(page, demo, order.name, customer, words);
        return page.getByRole('main').getByText(text).filter({ visible: true }).count();
      }, { timeout: 15_000, interval: 700 })
      .toBeGreaterThan(0);
  };
  const isWell = async (page: Page) => {
    await expectNoSideScroll(page);
    await expectNothingFromAxe(page);
    await page.context().close();
  };

  test('a split order shows each parcel with what is in it, and what is still to come', async () => {
    const page = await open();
    await lookUntil(page, orders.split, 'Parcel 1 of 2');
    await seen(page.getByText('Parcel 2 of 2'));
    await seen(page.getByText(numbers.split));
    await seen(page.getByText(numbers.later));
    await seen(page.getByText('Your parcel is out for delivery'));
    await seen(page.getByRole('heading', { name: 'Still to come' }));
    await isWell(page);
  });

  test('a late parcel says what was promised, what is expected now and that it is late', async () => {
    const page = await open();
    await lookUntil(page, orders.late, /^It was promised for .+, now expected: /);
    await seen(page.getByRole('heading', { level: 1, name: 'A parcel is later than promised', exact: true }));
    await seen(page.getByText('We are sorry that it takes longer than we promised.', { exact: false }));
    await isWell(page);
  });

  test('a parcel that turned round is not said to be coming', async () => {
    const page = await open();
    await lookUntil(page, orders.back, 'Your parcel is on its way back to the shop');
    await expect
      .poll(async () => {
        await lookUp(page, demo, orders.back.name, customer);
        return page.getByText(/^Expected/).count();
      }, { timeout: 15_000, interval: 700 })
      .toBe(0);
    await isWell(page);
  });

  test('a number alone shows where the parcel is and nothing of whose it is', async () => {
    const page = await open();
    await page.goto(`${demo.contract.storefront}/apps/aftercare/track`);
    await page.getByText('I only have a tracking number').click();
    await page.getByLabel('Tracking number').fill(numbers.late);
    await page.getByRole('button', { name: 'Track parcel' }).click();
    await seen(page.getByText(`Parcel ${numbers.late}`));
    const shown = await page.getByRole('main').innerText();
    for (const secret of ['Marta', 'Keller', customer, 'Hamburg', orders.late.name]) expect(shown).not.toContain(secret);
    await isWell(page);
  });

  test('the Chinese storefront answers in Chinese', async () => {
    const page = await open();
    await lookUntil(page, orders.split, numbers.split, chinese);
    expect(await page.locator('html').getAttribute('lang')).toMatch(/^zh/);
    await seen(page.getByText('包裹', { exact: false }));
    await isWell(page);
  });

  test('the theme’s block finds an order from the page where the merchant put it', async () => {
    const page = await open();
    await page.goto(`${demo.contract.storefront}/pages/track-your-order`);
    await seen(page.getByRole('main').getByLabel('Order number'));
    await expectNoSideScroll(page);
    await expectNothingFromAxe(page);
    await page.getByRole('main').getByText('I only have a tracking number').click();
    await expectNothingFromAxe(page);
    await page.getByRole('main').getByLabel('Order number').fill(orders.split.name);
    await page.getByRole('main').getByLabel('Email or mobile number').fill(customer);
    await page.getByRole('main').getByRole('button', { name: 'Track order' }).click();
    await seen(page.getByText('Parcel 1 of 2'));
    await isWell(page);
  });

  test.each([
    ['in trouble', '/app/parcels', 'What they share'],
    ['all of them', '/app/parcels?view=all', /#\d{4}/],
  ])('the merchant’s parcels, %s, are open to everybody', async (_which, path, landmark) => {
    const page = await open();
    const app = await openInAdmin(page, demo, path);
    await seen(app.getByText(landmark), 20);
    const frame = await appDocument(page);
    await expectNoSideScroll(frame);
    await expectNothingFromAxe(frame, 'body');
    await page.context().close();
  });
});

describe('a problem with a parcel', () => {
  test('is reported with a photo, confirmed by mail, and seen by the merchant', async () => {
    const page = await (await visitor(browser, phone)).newPage();
    await lookUp(page, demo, orders.back.name, customer);
    await page.getByRole('link', { name: 'Report a problem' }).or(page.getByRole('button', { name: 'Report a problem' })).click();
    await confirmWithCode(page, demo, customer);
    await page.getByLabel('What is it about?').or(page.getByRole('radio', { name: /damaged/i })).first().waitFor();
    await chooseKind(page, /damaged/i);
    await page.getByLabel('In your words').fill('The lantern came with a broken glass.');
    const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#8a5a2b' } }).jpeg().toBuffer();
    await page.getByLabel('Photos (up to five)').setInputFiles({ name: 'lantern.jpg', mimeType: 'image/jpeg', buffer: picture });
    await expectNothingFromAxe(page);
    await page.getByRole('button', { name: 'Send report' }).click();
    await seen(page.getByText('Thank you, we have your report'), 15);
    await page.context().close();

    const admin = await (await visitor(browser, desktop)).newPage();
    const app = await openInAdmin(admin, demo, '/app/problems');
    await app.getByRole('link', { name: orders.back.name }).first().click();
    await seen(app.getByText('The lantern came with a broken glass.'));
    await seen(app.getByRole('img'), 15);
    await admin.context().close();
  });

  async function chooseKind(page: Page, kind: RegExp): Promise<void> {
    const radio = page.getByRole('radio', { name: kind });
    if ((await radio.count()) > 0) return radio.first().check();
    const select = page.getByLabel('What is it about?');
    const option = await select.locator('option').filter({ hasText: kind }).first().getAttribute('value');
    await select.selectOption(option ?? '');
  }
});

describe('what the merchant has the page lead on to', () => {
  test('is a collection with the storefront’s own pictures and prices, and what the shop’s policies promise', async () => {
    const admin = await (await visitor(browser, desktop)).newPage();
    const app = await openInAdmin(admin, demo, '/app/settings/tracking-page');
    await app.getByLabel('Recommended products').fill('all');
    for (const policy of ['Refund policy', 'Shipping policy']) await app.getByLabel(policy).check({ force: true });
    await admin.getByRole('button', { name: 'Save' }).click();
    await seen(admin.getByRole('status').getByText('Saved'));
    await admin.context().close();

    const page = await (await visitor(browser, phone)).newPage();
    await lookUp(page, demo, orders.split.name, customer);
    await seen(page.getByText('You may send anything back within 30 days of delivery, unused and in its packaging.'));
    await seen(page.getByText('Standard delivery takes 3 to 7 working days, abroad up to 14.'));
    const goods = page.locator('.ac-goods li');
    expect(await goods.count()).toBe(4);
    await seen(goods.first().getByText(/^\$\d/));
    await page.locator('.ac-goods').scrollIntoViewIfNeeded();
    expect(await goods.first().locator('img').evaluate(async (picture: HTMLImageElement) => (await picture.decode(), picture.naturalWidth))).toBeGreaterThan(0);
    await expectNoSideScroll(page);
    await expectNothingFromAxe(page);
    await goods.first().getByRole('link').click();
    await page.waitForURL(/\/products\//);
    await page.context().close();
  });
});

describe('the merchant’s parcels', () => {
  test('have the troubled ones first, with their evidence, and a decision can be undone; dismissing needs a reason', async () => {
    const page = await (await visitor(browser, desktop)).newPage();
    const app = await openInAdmin(page, demo, '/app/parcels');
    await seen(app.getByRole('heading', { name: 'Parcels', level: 1 }));
    const row = app.getByRole('row').filter({ hasText: orders.back.name });
    await seen(row.filter({ hasText: 'Going back to the sender' }), 15);
    await row.getByRole('checkbox').check({ force: true });
    await app.getByRole('button', { name: 'Mark as watched' }).first().click();
    await app.getByRole('dialog').getByRole('button', { name: 'Mark', exact: true }).click();
    await seen(page.getByRole('status').getByText('1 marked'));
    await seen(row.filter({ hasText: 'Watched' }));
    await page.getByRole('button', { name: 'Undo' }).click();
    await seen(page.getByRole('status').getByText('1 taken back'));
    await row.filter({ hasText: 'Watched' }).waitFor({ state: 'detached' });

    await row.getByRole('checkbox').check({ force: true });
    await app.getByRole('button', { name: 'Dismiss' }).first().click();
    const dialog = app.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await seen(dialog.getByText('Say why: it will not be looked at again'));
    await dialog.getByLabel('Reason').fill('The customer has it');
    await dialog.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await row.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Undo' }).click();
    await seen(row);
    await page.context().close();
  });
});
