import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { desktop, launchBrowser, phone, visitor } from '#tests/harness/browser.ts';
import { askShop } from './ask-shop.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { appDocument, complaintsOf, expectNoSideScroll, expectNothingFromAxe } from './page-checks.ts';
import { appFrame, openInAdmin, seen } from './shop-visitors.ts';

let demo: DemoSession;
let browser: Browser;
let merchant: Page;
let onPhone: Page;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoSession({ orders: 60 }), launchBrowser()]);
  merchant = await (await visitor(browser, desktop)).newPage();
  onPhone = await (await visitor(browser, phone)).newPage();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  if (demo) forget(demo.place);
});

const page = '/app/settings/returns';
const save = () => merchant.getByRole('button', { name: 'Save', exact: true }).click();

/** Nothing of it is hard to read, too wide, or complained of; a picture is left where one is asked for. */
async function expectGood(shown: Page, name: string): Promise<void> {
  await expectNothingFromAxe(await appDocument(shown), 'body');
  await expectNoSideScroll(await appDocument(shown));
  if (!process.env.PICTURES) return;
  mkdirSync(process.env.PICTURES, { recursive: true });
  await shown.screenshot({ path: join(process.env.PICTURES, `${name}.png`), fullPage: true });
}

const returned = z.object({ orders: z.object({ nodes: z.array(z.object({ returns: z.object({ nodes: z.array(z.object({ id: z.string(), status: z.string() })) }) })) }) });

describe('the return policy', () => {
  test('is written in sentences: a rule with a product and a tag, and what holds in general', async () => {
    const complaints = complaintsOf(merchant);
    const app = await openInAdmin(merchant, demo, page);
    await seen(app.getByRole('heading', { name: 'Nothing is promised yet' }));
    await app.getByRole('link', { name: 'Add rule' }).click();
    await app.getByLabel('Add a condition').selectOption('product');
    await app.getByRole('button', { name: 'Choose products' }).click();
    await merchant.getByRole('dialog').getByRole('checkbox').first().check();
    await merchant.getByRole('dialog').getByRole('button', { name: 'Select', exact: true }).click();
    await app.getByLabel('Add a condition').selectOption('collection');
    await app.getByRole('button', { name: 'Choose collections' }).click();
    await seen(merchant.getByRole('dialog').getByRole('checkbox').first());
    for (const box of await merchant.getByRole('dialog').getByRole('checkbox').all()) await box.check();
    await merchant.getByRole('dialog').getByRole('button', { name: 'Select', exact: true }).click();
    await app.getByLabel('Add a condition').selectOption('price');
    await app.getByRole('spinbutton', { name: 'At least USD' }).fill('-1');
    await app.getByRole('checkbox', { name: 'Time to return' }).check();
    await app.getByRole('combobox', { name: 'Time to return' }).selectOption('final_sale');
    await save();
    await seen(app.getByText('This is too small'));
    await expectGood(merchant, 'rule-form');
    await app.getByRole('spinbutton', { name: 'At least USD' }).fill('1');
    await save();
    await seen(app.getByText(/^1\. If the product is .* and the product is in the collection .* and the item costs \$1\.00 or more:$/));

    await app.getByRole('link', { name: 'Edit what holds in general' }).click();
    await app.getByRole('combobox', { name: 'Store credit' }).selectOption('yes');
    await app.getByLabel('Bonus on store credit').fill('10');
    await app.getByRole('spinbutton', { name: 'Fee %' }).fill('15');
    await save();
    await seen(app.getByText('After: a fee of 15% of the price paid'));
    await expectGood(merchant, 'policy-draft');
    expect(complaints).toEqual([]);
  }, 90_000);

  test('is tried on the returns the shop had, and says who would be worse off', async () => {
    const app = appFrame(merchant);
    const { orders } = await askShop(demo, returned, 'query { orders(first: 100) { nodes { returns(first: 10) { nodes { id status } } } } }');
    const all = orders.nodes.flatMap(({ returns }) => returns.nodes).filter(({ status }) => status !== 'CANCELED');
    expect(all.length).toBeGreaterThan(0);
    await app.getByRole('link', { name: 'Try it on past returns' }).click();
    await seen(app.getByRole('heading', { name: 'What would have been different', exact: true }));
    await seen(app.getByRole('heading', { name: 'Who would be worse off' }));
    await seen(app.getByText(/^Customers would have had \$[\d,.]+ less back\.$/));
    expect(await app.locator('a[href^="/app/returns/"]').count()).toBeGreaterThan(0);
    await expectGood(merchant, 'policy-trial');
    await openInAdmin(onPhone, demo, `${page}/try`);
    await seen(appFrame(onPhone).getByRole('heading', { name: 'What would have been different', exact: true }));
    await expectGood(onPhone, 'policy-trial-phone');
  }, 90_000);

  test('tells the second of two tabs that somebody was faster, and loses nothing of either', async () => {
    const app = appFrame(onPhone);
    await openInAdmin(onPhone, demo, `${page}/rules/base`);
    await app.getByLabel('Days after delivery').first().fill('14');
    await openInAdmin(merchant, demo, page);
    await appFrame(merchant).getByRole('button', { name: 'Undo last change' }).click();
    await seen(appFrame(merchant).getByText('New rule', { exact: true }));
    await onPhone.getByRole('button', { name: 'Save', exact: true }).click();
    await seen(app.getByText('Someone else changed the return policy', { exact: false }));
    expect(await app.getByLabel('Days after delivery').first().inputValue()).toBe('14');
  }, 60_000);

  test('is published as a version that can be read for ever, and opens for customers with its promise', async () => {
    const app = await openInAdmin(merchant, demo, page);
    await app.getByRole('button', { name: 'Publish', exact: true }).click();
    await app.getByRole('dialog').getByRole('button', { name: 'Publish', exact: true }).click();
    await seen(app.getByRole('heading', { name: 'Everything is published' }));
    await app.getByRole('button', { name: 'Open for customers' }).click();
    await seen(app.getByRole('dialog').getByText('returns are accepted for 30 days after delivery', { exact: false }));
    await app.getByRole('dialog').getByRole('button', { name: 'Open for customers' }).click();
    await seen(app.getByText('Open', { exact: true }));
    await expectGood(merchant, 'policy-published');
    await openInAdmin(onPhone, demo, page);
    await expectGood(onPhone, 'policy-published-phone');
    await app.getByRole('link', { name: 'Version 1' }).click();
    await seen(app.getByRole('heading', { name: 'Version 1' }));
    await expectGood(merchant, 'policy-version');
    const portal = await fetch(`${demo.contract.storefront}/apps/aftercare/returns`);
    expect(portal.status).toBe(200);
  }, 90_000);
});
