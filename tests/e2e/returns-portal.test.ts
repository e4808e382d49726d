import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { desktop, launchBrowser, phone, visitor } from '#tests/harness/browser.ts';
import { askShop } from './ask-shop.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { expectNoSideScroll, expectNothingFromAxe } from './page-checks.ts';
import { chooseItem, deliver, deliveredOrder, enterReturns, goOn, openReturns, orderNamed, returnsOf, untilHeard, untilStands } from './return-visitors.ts';
import type { PlacedOrder } from './ship-and-scan.ts';
import { lookUp, placeOrder, seen } from './shop-visitors.ts';

const email = 'marta.keller@example.com';
/** Approved; its label may be there or not. */
const openNow = /^(Please send it back now|Your label is being prepared)$/;
const declining = z.object({ returnDeclineRequest: z.object({ userErrors: z.array(z.object({ message: z.string() })) }) });

let demo: DemoSession;
let browser: Browser;
let orders: Record<'refund' | 'wide' | 'credit' | 'exchange' | 'broken' | 'kept' | 'changed' | 'chinese' | 'tracked' | 'finalSale', PlacedOrder>;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoSession(), launchBrowser()]);
  const page = await (await visitor(browser, desktop)).newPage();
  const credit = await orderNamed(demo, await placeOrder(page, demo, { email, firstName: 'Marta', lastName: 'Keller' }), email);
  await page.context().close();
  await deliver(demo, credit);
  const delivered = () => deliveredOrder(demo, email);
  orders = { credit, refund: await deliveredOrder(demo, email, { things: 2 }), wide: await delivered(), exchange: await delivered(), broken: await delivered(), kept: await delivered(), changed: await delivered(), chinese: await delivered(), tracked: await delivered(), finalSale: await deliveredOrder(demo, email, { daysAgo: 40 }) };
  await openReturns(demo);
  await untilHeard(demo, Object.values(orders));
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  if (demo) forget(demo.place);
});

const open = async (size: typeof phone) => (await visitor(browser, size)).newPage();
const heading = (page: Page, name: string | RegExp) => seen(page.getByRole('heading', { level: 1, name }));
const isWell = async (page: Page) => {
  await expectNoSideScroll(page);
  await expectNothingFromAxe(page);
};
/** Chooses an outcome and how it goes back, up to the review. */
async function toReview(page: Page, outcome: RegExp): Promise<void> {
  await page.getByRole('radio', { name: outcome }).check();
  await goOn(page);
  await page.getByRole('radio', { name: /label/i }).check();
  await goOn(page);
  await heading(page, 'Please check before you confirm');
}

describe('by forms alone', () => {
  test.each([['phone', phone], ['wide', desktop]] as const)('money goes back, each amount explained (%s)', async (name, size) => {
    const page = await open(size);
    const order = name === 'phone' ? orders.refund : orders.wide;
    await enterReturns(page, demo, order);
    await isWell(page);
    await chooseItem(page, 'too small');
    await isWell(page);
    await toReview(page, /^Money back About/);
    // The browser's own way back shows the step before, and asks nothing.
    await page.goBack();
    await heading(page, 'How does it go back?');
    await page.goForward();
    await heading(page, 'Please check before you confirm');
    for (const row of ['Return fee', 'Sending it back', 'You get back']) await seen(page.getByRole('rowheader', { name: row }));
    await seen(page.getByText('It is approved at once when you confirm.'));
    await isWell(page);
    await page.getByRole('button', { name: 'Confirm return' }).click();
    await seen(page.getByRole('list', { name: 'Progress' }));
    // Loaded again, the form is sent again: it is the same return.
    await page.reload();
    await untilStands(page, openNow);
    await isWell(page);
    expect(await returnsOf(demo, order)).toMatchObject([{ status: 'OPEN' }]);
    await page.context().close();
  });

  test('store credit comes with its bonus', async () => {
    const page = await open(phone);
    await enterReturns(page, demo, orders.credit);
    await chooseItem(page, 'too big');
    await toReview(page, /^Store credit/);
    await seen(page.getByRole('rowheader', { name: 'Our gift with store credit' }));
    await seen(page.getByRole('rowheader', { name: 'In total to spend in our shop' }));
    await isWell(page);
    await page.getByRole('button', { name: 'Confirm return' }).click();
    await untilStands(page, openNow);
    await page.context().close();
  });

  test('an exchange shows stock and price, and what is owed', async () => {
    const page = await open(phone);
    await enterReturns(page, demo, orders.exchange);
    await chooseItem(page, 'style');
    await page.getByRole('radio', { name: /^Another product/ }).check();
    await goOn(page);
    await page.getByRole('main').getByRole('button', { name: 'Search', exact: true }).click();
    await isWell(page);
    await page.getByRole('button', { name: /^Choose / }).last().click();
    await page.getByRole('main').getByRole('radio', { disabled: false }).first().check();
    await isWell(page);
    await goOn(page);
    await page.getByRole('radio', { name: /label/i }).check();
    await goOn(page);
    await heading(page, 'Please check before you confirm');
    await seen(page.getByRole('rowheader', { name: /you receive/ }));
    await page.getByRole('button', { name: /^Confirm/ }).click();
    await untilStands(page, openNow);
    expect(await returnsOf(demo, orders.exchange)).toMatchObject([{ exchangeLineItems: { nodes: [{ quantity: 1 }] } }]);
    await page.context().close();
  });

  test('what came broken asks for a photo, and takes no file that is none', async () => {
    const page = await open(phone);
    await enterReturns(page, demo, orders.broken);
    await chooseItem(page, 'damaged or defective');
    await page.getByRole('radio', { name: /^Money back About/ }).check();
    await goOn(page);
    await heading(page, 'Please show us');
    await page.getByLabel('When did you notice it?').fill('When I opened the parcel');
    await page.getByLabel(/^Photos/).setInputFiles({ name: 'mug.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('no picture') });
    await goOn(page);
    await seen(page.getByText('One of the files is not a photo that we can read.', { exact: false }));
    expect(await page.getByLabel('When did you notice it?').inputValue()).toBe('When I opened the parcel');
    await isWell(page);
    await page.getByLabel(/^Photos/).setInputFiles({ name: 'mug.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: '#8a5a2b' } }).jpeg().toBuffer() });
    await goOn(page);
    await page.getByRole('radio', { name: /label/i }).check();
    await goOn(page);
    await page.getByRole('button', { name: 'Confirm return' }).click();
    await untilStands(page, openNow);
    await page.context().close();
  });

  test('an item may be kept', async () => {
    const page = await open(phone);
    await enterReturns(page, demo, orders.kept);
    await chooseItem(page, 'colour');
    await page.getByRole('radio', { name: /^Money back, and you keep the item/ }).check();
    await goOn(page);
    await heading(page, 'Please check before you confirm');
    await seen(page.getByText('you keep the item.', { exact: false }));
    await page.getByRole('button', { name: 'Confirm return' }).click();
    await seen(page.getByText('There is nothing to send: you keep the item.'));
    await page.context().close();
  });

  test('a return is changed, then cancelled', async () => {
    const page = await open(phone);
    await enterReturns(page, demo, orders.changed);
    await chooseItem(page, 'too small');
    await toReview(page, /^Money back About/);
    await page.getByRole('button', { name: 'Confirm return' }).click();
    await untilStands(page, openNow);
    await page.getByRole('button', { name: 'Change this return' }).click();
    await seen(page.getByText('It stays as it is until you confirm.', { exact: false }));
    await goOn(page);
    await page.getByRole('radio', { name: 'too big' }).check();
    await goOn(page);
    await toReview(page, /^Money back About/);
    await page.getByRole('button', { name: 'Confirm return' }).click();
    await untilStands(page, openNow);
    await page.getByRole('button', { name: 'Cancel this return' }).click();
    await heading(page, 'Cancel this return?');
    await isWell(page);
    await page.getByRole('button', { name: 'Yes, cancel it' }).click();
    await untilStands(page, 'This return was cancelled');
    expect((await returnsOf(demo, orders.changed)).map(({ status }) => status)).toEqual(['CANCELED', 'CANCELED']);
    await page.context().close();
  });

  test('what the shop undertakes is told in Chinese as well', async () => {
    const page = await open(phone);
    await enterReturns(page, demo, orders.chinese);
    await page.getByRole('main').getByLabel('Language').selectOption('简体中文');
    await page.getByRole('main').getByRole('button', { name: 'Change', exact: true }).click();
    await heading(page, '您想退回哪些商品？');
    await page.getByRole('checkbox').first().check();
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('radio', { name: '太小' }).check();
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('radio', { name: /^退款 约/ }).check();
    await page.getByRole('button', { name: '继续' }).click();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: '继续' }).click();
    await heading(page, '确认前请核对');
    await isWell(page);
    await page.getByRole('button', { name: '确认退货' }).click();
    await untilStands(page, /^(请现在寄回|我们正在准备您的面单)$/, '查看最新状态');
    await page.context().close();
  });

  test('the tracking page leads here with the order in hand', async () => {
    const page = await open(phone);
    await lookUp(page, demo, orders.tracked.name, email);
    await page.getByRole('button', { name: 'Return something' }).click();
    await heading(page, 'Confirm that it is you');
    await isWell(page);
    await page.context().close();
  });
});

test('a final sale is refused with its clause, asked for all the same, and declined by a person with a word to its customer', async () => {
  const order = orders.finalSale;
  const page = await open(phone);
  await enterReturns(page, demo, order);
  await seen(page.getByText(/final sale and cannot be returned\. Our return policy says/));
  await isWell(page);
  await chooseItem(page, 'too small');
  await page.getByRole('radio', { name: /^Ask for an exception: Money back/ }).check();
  await page.getByLabel('Why should we make an exception?').fill('It was a present, and she has one already.');
  await goOn(page);
  // Photos are welcome with any exception, and not asked for.
  await heading(page, 'Please show us');
  await goOn(page);
  await page.getByRole('radio', { name: /label/i }).check();
  await goOn(page);
  await page.getByRole('button', { name: 'Send request' }).click();
  await untilStands(page, 'We are looking at your request');
  const [asked] = await returnsOf(demo, order);
  const input = { id: asked?.id, declineReason: 'FINAL_SALE', declineNote: 'We are sorry: this one was a final sale.' };
  const { returnDeclineRequest } = await askShop(demo, declining, 'mutation($input: ReturnDeclineRequestInput!) { returnDeclineRequest(input: $input) { userErrors { message } } }', { input });
  expect(returnDeclineRequest.userErrors).toEqual([]);
  await untilStands(page, 'Your request was declined');
  await seen(page.getByText('We are sorry: this one was a final sale.'));
  await isWell(page);
  await page.context().close();
}, 60_000);
