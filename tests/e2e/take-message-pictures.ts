import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { z } from 'zod';
import { root } from '../../sandbox/demo/places.ts';
import { desktop, launchBrowser, phone, visitor } from '../harness/browser.ts';
import { forget, startDemoSession } from './demo-session.ts';
import { orderOf, scan, ship } from './ship-and-scan.ts';
import { appFrame, openInAdmin, seen } from './shop-visitors.ts';

/** Takes the pictures of what customers are sent and where merchants word it: `node tests/e2e/take-message-pictures.ts`. */
const folder = join(root, 'docs', 'pictures');
const left = z.array(z.looseObject({ id: z.string(), subject: z.string().nullable(), text: z.string().nullable() }));
const mailTo = 'marta.keller@example.com';
const number = '+4915112345678';

mkdirSync(folder, { recursive: true });
const demo = await startDemoSession({ orders: 60 });
const browser = await launchBrowser();
try {
  // Shopify tells whole seconds: what shares the installation's may have been before it, and is history.
  await sleep(1_100);
  const wide = await (await visitor(browser, desktop)).newPage();
  const small = await (await visitor(browser, phone, { deviceScaleFactor: 1.5 })).newPage();
  const app = appFrame(wide);
  const save = async () => {
    await wide.getByRole('button', { name: 'Save', exact: true }).first().click();
    await seen(wide.getByRole('status').getByText('Saved'));
  };

  await openInAdmin(wide, demo, '/app/settings/brand');
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="800" height="192" viewBox="0 0 400 96"><path d="M40 8 64 48H16ZM40 32 70 76H10Z" fill="#2f5d50"/><text x="88" y="62" font-family="serif" font-size="40" fill="#2f5d50">Juniper &amp; Pine</text></svg>';
  await app.locator('input[type=file]').setInputFiles({ name: 'logo.png', mimeType: 'image/png', buffer: await sharp(Buffer.from(logo)).png().toBuffer() });
  await seen(app.getByAltText('Your logo'));
  await app.getByLabel('Button', { exact: true }).fill('#2f5d50');
  await app.getByLabel('Postal address').fill('Juniper & Pine, 12 Lindenstrasse, 10969 Berlin');
  await save();

  await openInAdmin(wide, demo, '/app/notices/out_for_delivery/rules');
  await app.getByRole('checkbox', { name: 'Text message (SMS)' }).check({ force: true });
  await save();

  // Two parcels of one order on one van, and another order on its way.
  const order = await orderOf(demo, 3, mailTo, { phone: number });
  const parcels = [await ship(demo, order, { company: 'DHL Parcel', number: '00340434161094027318', lines: 1 }), await ship(demo, order, { company: 'DHL Parcel', number: '00340434161094015902' })];
  for (const parcel of parcels) await scan(demo, parcel, { status: 'OUT_FOR_DELIVERY', daysAgo: 0, city: 'Hamburg' });
  const mail = await arrived(mailTo, /2 parcels from your order/);
  await small.goto(demo.contract.outbox.replace('outbox.json', `phone/${encodeURIComponent(number)}`));
  await seen(small.getByText(/parcels from order/));
  await take(small, 'sms-phone');
  await small.goto(/https?:\/\/\S+\/apps\/aftercare\/preferences\?\S+/.exec(mail.text ?? '')?.[0] ?? '');
  await seen(small.getByRole('button', { name: 'Save' }));
  await take(small, 'preferences-phone');
  await wide.goto(demo.contract.outbox.replace('outbox.json', `mailbox/${mail.id}`));
  await seen(wide.getByRole('heading', { name: mail.subject ?? '' }));
  await take(wide, 'mailbox');

  await openInAdmin(wide, demo, '/app/notices/out_for_delivery?language=en');
  await app.getByRole('button', { name: 'Write own words' }).click();
  await app.getByLabel('Heading', { exact: true }).fill('Ring, ring: {{ order_name }} is nearly there');
  await seen(app.getByText('The preview shows words that are not saved yet.'));
  // What happens in the shop meanwhile takes nothing from who writes.
  for (const [at, status] of ['DELIVERED', 'FAILURE', 'OUT_FOR_DELIVERY', 'ATTEMPTED_DELIVERY'].entries()) {
    const next = await orderOf(demo, 1, `customer-${at}@example.com`);
    await scan(demo, await ship(demo, next, { company: 'DHL Parcel', number: `0034043416109403${1_000 + at}` }), { status, daysAgo: 0, city: 'Hamburg' });
    await arrived(`customer-${at}@example.com`, /order/);
  }
  await seen(app.getByText('The preview shows words that are not saved yet.'));
  await take(wide, 'notice-editor', { wholeFrame: true });

  await openInAdmin(wide, demo, '/app/effect');
  await app.getByRole('button', { name: 'Begin' }).click();
  await seen(app.getByRole('button', { name: 'Tell everybody again' }));
  await take(wide, 'effect');
  await openInAdmin(wide, demo, '/app/messages');
  await seen(app.getByRole('heading', { level: 1 }));
  await take(wide, 'messages');

  await wide.goto(`${demo.shopAdmin}/themes`);
  await wide.locator('form').filter({ has: wide.locator('input[value="aftercare-theme/busy-time-everywhere"]') }).getByRole('button', { name: 'Add' }).click();
  await seen(wide.getByText('Block added'));
  const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
  await openInAdmin(wide, demo, '/app/settings/peak');
  await app.getByRole('button', { name: 'Plan a busy time' }).click();
  for (const [label, value] of [['Name', 'Christmas'], ['First day', day(-1)], ['Last day', day(33)], ['Should be there by', day(32)]] as const) await app.getByLabel(label, { exact: true }).fill(value);
  await app.getByRole('button', { name: 'Work out the last days' }).click();
  await seen(app.getByRole('button', { name: 'Remove United States' }));
  await save();
  for (let tries = 0; tries < 20; tries += 1) {
    await wide.goto(demo.contract.storefront);
    if ((await wide.getByText('Busy season').count()) > 0) break;
    await sleep(500);
  }
  await seen(wide.getByText('Busy season'));
  await take(wide, 'storefront-busy-season');
} finally {
  await browser.close();
  await demo.stop();
  forget(demo.place);
}

/** What came to an address with these words, as soon as it is there. */
async function arrived(to: string, words: RegExp) {
  for (let tries = 0; tries < 40; tries += 1) {
    const found = left.parse(await (await fetch(`${demo.contract.outbox}?to=${encodeURIComponent(to)}`)).json()).find(({ subject }) => words.test(subject ?? ''));
    if (found) return found;
    await sleep(500);
  }
  throw new Error(`Nothing came to ${to} that says ${words}.`);
}

/** A picture of what the window shows, once everything in it has loaded. */
async function take(page: Page, name: string, { wholeFrame = false } = {}): Promise<void> {
  if (wholeFrame) await page.setViewportSize({ width: desktop.width, height: 1_500 });
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  await sleep(600);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  if (wholeFrame) await page.setViewportSize(desktop);
  console.log(`${name}.png ${Math.round(statSync(path).size / 1024)} KB`);
}
