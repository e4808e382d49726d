import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { desktop, launchBrowser, phone, visitor } from '#tests/harness/browser.ts';
import { serveLocally } from '#tests/harness/serve-locally.ts';
import { askShop } from './ask-shop.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { appDocument, complaintsOf, expectAccessible, expectNoSideScroll } from './page-checks.ts';
import { appFrame, lookUp, openInAdmin, seen } from './shop-visitors.ts';

const someOrders = z.object({ orders: z.object({ nodes: z.array(z.object({ legacyResourceId: z.string(), name: z.string(), email: z.string().nullable(), fulfillments: z.array(z.object({ id: z.string() })) })) }) });

let demo: DemoSession;
let browser: Browser;
let shipped: { id: string; name: string; email: string };

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoSession(), launchBrowser()]);
  const { orders } = await askShop(demo, someOrders, 'query { orders(first: 25, reverse: true) { nodes { legacyResourceId name email fulfillments(first: 1) { id } } } }');
  const found = orders.nodes.find(({ email, fulfillments }) => email !== null && fulfillments.length > 0);
  if (!found?.email) throw new Error('The demo shop has no order that was shipped.');
  shipped = { id: found.legacyResourceId, name: found.name, email: found.email };
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  if (demo) forget(demo.place);
});

const newPage = async (size: typeof phone) => (await visitor(browser, size)).newPage();

describe('settings', () => {
  let page: Page;
  beforeAll(async () => {
    page = await newPage(desktop);
  });
  afterAll(() => page.context().close());
  const saveBar = () => page.getByRole('region', { name: 'Unsaved changes' });
  const senderName = () => appFrame(page).getByLabel('Sender name');

  test('a changed sender name is there after saving and loading again', async () => {
    await openInAdmin(page, demo, '/app/settings');
    await senderName().fill('Juniper care');
    await saveBar().getByRole('button', { name: 'Save' }).click();
    await seen(page.getByRole('status').getByText('Saved'));
    await saveBar().waitFor({ state: 'hidden' });
    await openInAdmin(page, demo, '/app/settings');
    expect(await senderName().inputValue()).toBe('Juniper care');
  });

  test('discarding brings back what was saved', async () => {
    await senderName().fill('Somebody else');
    await saveBar().getByRole('button', { name: 'Discard' }).click();
    await saveBar().waitFor({ state: 'hidden' });
    expect(await senderName().inputValue()).toBe('Juniper care');
  });

  test('a test message arrives in the mailbox, from the saved sender', async () => {
    const to = 'merchant@example.com';
    const app = appFrame(page);
    await app.getByLabel('Send to').fill(to);
    await app.getByRole('button', { name: 'Send test message' }).click();
    const mails = await vi.waitFor(async () => {
      const answer: unknown = await (await fetch(`${demo.contract.outbox}?to=${encodeURIComponent(to)}`)).json();
      const arrived = z.array(z.looseObject({ from: z.string(), channel: z.string() })).parse(answer);
      expect(arrived).toHaveLength(1);
      return arrived;
    }, { timeout: 10_000, interval: 200 });
    expect(mails[0]).toMatchObject({ channel: 'email', from: expect.stringContaining('Juniper care') });
  });
});

describe.each([
  ['on a phone', phone],
  ['on a wide screen', desktop],
])('%s', (_, size) => {
  const adminPages: [string, () => string, string | RegExp][] = [
    ['home', () => '/app', 'Orders at a glance'],
    ['the orders', () => '/app/orders', /#\d{4}/],
    ['one order', () => `/app/orders/${shipped.id}`, 'Timeline'],
    ['the parcels in trouble', () => '/app/parcels', 'In trouble'],
    ['all parcels', () => '/app/parcels?view=all', /#\d{4}/],
    ['the returns', () => '/app/returns?shelf=all', /#\d{4}-R\d/],
    ['the report of carriers and lanes', () => '/app/report?days=90', 'How it is counted'],
    ['the messages', () => '/app/messages', 'merchant@example.com'],
    ['the effect of delay notices', () => '/app/effect', 'How it is counted'],
    ['the rules of a notice', () => '/app/notices/shipped/rules', 'As each parcel leaves'],
    ['the words of a notice', () => '/app/notices/delay?language=de&situation=later', 'Written about order'],
    ['the words of a text message', () => '/app/notices/shipped?language=ja&way=sms', 'On the customer’s phone'],
    ['the settings', () => '/app/settings', 'Sender of your messages'],
    ['the brand of the mails', () => '/app/settings/brand', 'Where else you are found'],
    ['the settings of dates', () => '/app/settings/dates', 'Do our dates hold?'],
    ['the settings of business hours', () => '/app/settings/hours', 'Monday'],
    ['the settings of disruptions', () => '/app/settings/disruptions', 'What is slow at present'],
    ['the settings of busy times', () => '/app/settings/peak', 'Plan a busy time'],
    ['the settings of troubles', () => '/app/settings/troubles', 'Orders that wait on purpose'],
    ['the settings of carriers', () => '/app/settings/carriers', 'Your own rules'],
    ['the settings of sources', () => '/app/settings/sources', '17TRACK'],
    ['the settings of the tracking page', () => '/app/settings/tracking-page', 'Next steps'],
  ];

  test.each(adminPages)('%s fits, is accessible and complains of nothing', async (_name, path, landmark) => {
    const page = await newPage(size);
    const complaints = complaintsOf(page);
    const app = await openInAdmin(page, demo, path());
    await seen(app.getByText(landmark), 20);
    const frame = await appDocument(page);
    await expectNoSideScroll(page);
    await expectNoSideScroll(frame);
    await expectAccessible(frame);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the tracking page fits, is accessible and complains of nothing: form, miss and result', async () => {
    const page = await newPage(size);
    const complaints = complaintsOf(page);
    const check = async () => {
      await expectNoSideScroll(page);
      await expectAccessible(page);
    };
    await page.goto(`${demo.contract.storefront}/apps/aftercare/track`);
    await seen(page.getByRole('heading', { name: 'Track your order', level: 1 }));
    await check();
    await lookUp(page, demo, shipped.name, 'nobody@example.com');
    await seen(page.getByRole('alert'));
    await check();
    await lookUp(page, demo, shipped.name, shipped.email);
    await seen(page.getByText(`Order ${shipped.name}`));
    await check();
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});

test('only the shop’s own admin may frame the app', async () => {
  const page = await newPage(desktop);
  const document = page.waitForResponse((response) => response.url().startsWith(demo.contract.app.url) && response.request().resourceType() === 'document');
  await openInAdmin(page, demo, '/app');
  const response = await document;
  const policy = response.headers()['content-security-policy'] ?? '';
  const ancestors = /frame-ancestors ([^;]+)/.exec(policy)?.[1]?.trim().split(/\s+/) ?? [];
  expect(ancestors).toContain(new URL(demo.contract.admin).origin);
  const shopifys = /^https:\/\/(\*\.|[a-z0-9-]+\.)*(shopify\.com|shop\.dev|spin\.dev|myshopify\.com|myshopify\.io)$/;
  const sandboxs = [demo.contract.admin, demo.contract.storefront].map((address) => new URL(address).origin);
  expect(ancestors.filter((origin) => !sandboxs.includes(origin) && !shopifys.test(origin))).toEqual([]);

  const site = await serveLocally((_, answer) => answer.setHeader('content-type', 'text/html').end(`<iframe src="${response.url().replaceAll('&', '&amp;')}"></iframe>`));
  const stranger = await newPage(desktop);
  const complaints = complaintsOf(stranger);
  // Another host than the admin's, not only another port.
  await stranger.goto(site.base.replace('localhost', '127.0.0.1'));
  await vi.waitFor(() => expect(complaints.join()).toMatch(/frame-ancestors/), { timeout: 5_000 });
  await Promise.all([page.context().close(), stranger.context().close()]);
  await site.close();
});
