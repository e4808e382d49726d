import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, launchBrowser, phone, visitor } from '#tests/harness/browser.ts';
import { z } from 'zod';
import { askShop } from './ask-shop.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { appDocument, expectAccessible, expectNoSideScroll, expectNothingFromAxe } from './page-checks.ts';
import { appFrame, openInAdmin, seen } from './shop-visitors.ts';

let demo: DemoSession;
let browser: Browser;
let merchant: Page;
let customer: Page;
/** A customer who agrees to be sent marketing. */
let agreed: string;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoSession(), launchBrowser()]);
  merchant = await (await visitor(browser, desktop)).newPage();
  customer = await (await visitor(browser, phone)).newPage();
  agreed = await agreeInShopify();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  if (demo) forget(demo.place);
});

const someone = z.object({ customers: z.object({ nodes: z.array(z.object({ id: z.string(), defaultEmailAddress: z.object({ emailAddress: z.string() }).nullable() })) }) });

async function agreeInShopify(): Promise<string> {
  const { customers } = await askShop(demo, someone, 'query { customers(first: 5) { nodes { id defaultEmailAddress { emailAddress } } } }');
  const found = customers.nodes.find(({ defaultEmailAddress }) => defaultEmailAddress !== null);
  const input = { customerId: found?.id, emailMarketingConsent: { marketingState: 'SUBSCRIBED', marketingOptInLevel: 'SINGLE_OPT_IN' } };
  await askShop(demo, z.object({ customerEmailMarketingConsentUpdate: z.object({ userErrors: z.array(z.unknown()).length(0) }) }), 'mutation($input: CustomerEmailMarketingConsentUpdateInput!) { customerEmailMarketingConsentUpdate(input: $input) { userErrors { message } } }', { input });
  return found?.defaultEmailAddress?.emailAddress ?? '';
}

const announcements = z.array(z.looseObject({ to: z.array(z.string()), subject: z.string().nullable(), text: z.string().nullable(), headers: z.record(z.string(), z.string()) }));
/** Announcements that left, to whomever. */
async function announced() {
  return announcements.parse(await (await fetch(demo.contract.outbox)).json()).filter(({ text }) => text?.includes('you agreed to news'));
}

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const words = 'This is our busiest time of the year.';

/** What stands on a page of the shop, without what is another at each look. */
async function pageOf(path: string): Promise<string> {
  return (await (await fetch(demo.contract.storefront + path)).text()).replace(/\?v=[\w-]+/g, '');
}

describe('a busy time, from the plan to the end', () => {
  const before: string[] = [];
  const pages = ['/', '/apps/aftercare/track', '/de/apps/aftercare/track', '/cart'];

  test('is planned on one page, with the last days to order worked out', async () => {
    await merchant.goto(`${demo.shopAdmin}/themes`);
    const embed = merchant.locator('form').filter({ has: merchant.locator('input[value="aftercare-theme/busy-time-everywhere"]') });
    await embed.getByRole('button', { name: 'Add' }).click();
    await seen(merchant.getByText('Block added'));
    for (const path of pages) before.push(await pageOf(path));
    const app = await openInAdmin(merchant, demo, '/app/settings/peak');
    await app.getByRole('button', { name: 'Plan a busy time' }).click();
    await app.getByLabel('Name', { exact: true }).fill('Christmas');
    await app.getByLabel('First day').fill(day(-1));
    await app.getByLabel('Last day', { exact: true }).fill(day(33));
    await app.getByLabel('Should be there by').fill(day(32));
    await app.getByRole('button', { name: 'Work out the last days' }).click();
    await seen(app.getByRole('button', { name: 'Remove United States' }));
    await app.getByRole('button', { name: 'Show what customers will see' }).click();
    await seen(app.getByTitle('The banner as customers see it').contentFrame().getByText(words));
    await app.getByLabel('Announce it by email').check();
    await app.getByLabel('Day it is sent').fill(day(-1));
    await expectAccessible(await appDocument(merchant));
    await expectNoSideScroll(await appDocument(merchant));
    await merchant.getByRole('button', { name: 'Save', exact: true }).click();
    await seen(app.getByText('In force', { exact: true }));
  }, 60_000);

  test('is read by customers on the tracking page at once, and on every page of the shop within seconds', async () => {
    await customer.goto(`${demo.contract.storefront}/apps/aftercare/track`);
    await seen(customer.getByRole('complementary').getByText(words));
    await expectNothingFromAxe(customer);
    await expectNoSideScroll(customer);
    await expect.poll(() => pageOf('/'), { timeout: 10_000 }).toContain(words);
    await customer.goto(demo.contract.storefront);
    await seen(customer.getByText('Busy season'));
    expect(await customer.getByText(/Order by .* for delivery by/).isVisible()).toBe(true);
    await expectNoSideScroll(customer);
    expect(await pageOf('/de')).toContain('Bei uns ist gerade Hochsaison.');
  }, 60_000);

  test('is announced to the customer who agreed, and to nobody else', async () => {
    await expect.poll(announced, { timeout: 10_000 }).toHaveLength(1);
    const [mail] = await announced();
    expect(mail?.to).toEqual([agreed]);
    expect(mail?.subject).toMatch(/^Juniper & Pine: order by .* for delivery by /);
    expect(mail?.headers['list-unsubscribe']).toMatch(/^<https?:/);
    expect(mail?.text).toMatch(/\/apps\/aftercare\/preferences\?key=/);
  }, 30_000);

  test('is ended with one click, and every page is what it was, byte for byte', async () => {
    await appFrame(merchant).getByRole('button', { name: 'End now' }).click();
    await seen(appFrame(merchant).getByText('Over', { exact: true }));
    await expect.poll(() => pageOf('/'), { timeout: 10_000 }).not.toContain(words);
    for (const [at, path] of pages.entries()) expect(await pageOf(path)).toBe(before[at]);
  }, 60_000);
});
