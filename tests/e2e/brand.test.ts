import type { Browser, FrameLocator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { desktop, launchBrowser, visitor } from '#tests/harness/browser.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { openInAdmin, seen } from './shop-visitors.ts';

const left = z.array(z.looseObject({ channel: z.string(), subject: z.string().nullable(), text: z.string().nullable(), html: z.string().nullable() }));
const phoneNumber = '+4915123456789';
const to = 'brand@example.com';

let demo: DemoSession;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [demo, browser] = await Promise.all([startDemoSession(), launchBrowser()]);
  page = await (await visitor(browser, desktop)).newPage();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await demo?.stop();
  if (demo) forget(demo.place);
});

/** What reached this address or number first. */
async function reached(address: string) {
  const find = async () => left.parse(await (await fetch(`${demo.contract.outbox}?to=${encodeURIComponent(address)}`)).json())[0];
  await expect.poll(find, { timeout: 15_000, interval: 100 }).toBeDefined();
  const message = await find();
  if (!message) throw new Error('It was there and is gone.');
  return message;
}

const mailIn = (app: FrameLocator) => app.getByTitle(/^(A sample email in your brand|The email as the customer sees it)$/).contentFrame();

describe('a shop’s brand', () => {
  test('is seen on a mail while it is set, and saved', async () => {
    const app = await openInAdmin(page, demo, '/app/settings/brand');
    const buffer = await sharp({ create: { width: 300, height: 90, channels: 4, background: '#2f5d50' } }).png().toBuffer();
    await app.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer });
    await seen(app.getByAltText('Your logo'));
    await app.getByLabel('Button', { exact: true }).fill('#ffffff');
    await seen(app.getByText(/at least 4\.5 to be read/));
    await seen(app.getByText('Mend what is marked to see it.'));
    await app.getByLabel('Button', { exact: true }).fill('#2f5d50');
    await app.getByLabel('Postal address').fill('Juniper Road 1');
    await seen(mailIn(app).getByText('Juniper Road 1'));
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await seen(page.getByRole('status').getByText('Saved'));
  });

  test('is worn by what customers get, the logo by way of the shop’s own address', async () => {
    const app = await openInAdmin(page, demo, '/app/notices/delay?language=de');
    await seen(mailIn(app).getByText('Juniper Road 1'));
    await app.getByLabel('Email address').fill(to);
    await app.getByRole('button', { name: 'Send test' }).click();
    const { html, text } = await reached(to);
    expect(html).toContain('background-color:#2f5d50');
    expect(text).toContain('Juniper Road 1');
    const [logo = ''] = /http[^"]+\/apps\/aftercare\/logo\?file=\w+\.png/.exec(html ?? '') ?? [];
    expect(logo.startsWith(demo.contract.storefront)).toBe(true);
    const answer = await fetch(logo);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(await sharp(await answer.arrayBuffer()).metadata()).toMatchObject({ width: 300, height: 90 });
  });
});

describe('a merchant’s own words', () => {
  test('for a text message are counted as they are written, and reach the phone', async () => {
    const app = await openInAdmin(page, demo, '/app/notices/shipped?language=en&way=sms');
    await app.getByRole('button', { name: 'Write own words' }).click();
    await app.getByLabel('Text', { exact: true }).fill('Off it goes: {{ order_name }}');
    await seen(app.getByText(/^\d+ signs, 1 part$/));
    await app.getByLabel('Text', { exact: true }).fill('Off it goes: {{ order_nam }}');
    await seen(app.getByText('there is no variable order_nam', { exact: false }));
    await app.getByLabel('Text', { exact: true }).fill('Voilà, ça part : {{ order_name }}');
    await seen(app.getByText(/because of: ç$/));
    await app.getByRole('button', { name: 'Save', exact: true }).click();
    await seen(app.getByText('In this language your own words are sent (version 1).'));
    await app.getByLabel('Phone number with country code').fill(phoneNumber);
    await app.getByRole('button', { name: 'Send test' }).click();
    expect((await reached(phoneNumber)).text).toMatch(/^Voilà, ça part : #\d+$/);
  });

  test('are asked for in the shop’s other languages once there are some', async () => {
    const app = await openInAdmin(page, demo, '/app/notices/shipped?language=fr&way=sms');
    await seen(app.getByRole('button', { name: 'English: own words' }));
    await seen(app.getByRole('button', { name: 'French: missing' }));
  });
});
