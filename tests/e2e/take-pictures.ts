import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { z } from 'zod';
import { root } from '../../sandbox/demo/places.ts';
import { desktop, launchBrowser, phone, visitor } from '../harness/browser.ts';
import { askShop } from './ask-shop.ts';
import { forget, startDemoSession, type DemoSession } from './demo-session.ts';
import { orderOf, scan, ship } from './ship-and-scan.ts';
import { signInAs } from './sign-in-as.ts';
import { appFrame, chinese, confirmWithCode, lookUp, openInAdmin, placeOrder, seen } from './shop-visitors.ts';

/** Takes the pictures of the documentation: `node tests/e2e/take-pictures.ts`. */
const folder = join(root, 'docs', 'pictures');
const onTheWay = z.object({
  orders: z.object({
    nodes: z.array(
      z.object({
        legacyResourceId: z.string(),
        name: z.string(),
        email: z.string().nullable(),
        lineItems: z.object({ nodes: z.array(z.unknown()) }),
        fulfillments: z.array(z.object({ displayStatus: z.string().nullable(), events: z.object({ nodes: z.array(z.unknown()) }) })),
      }),
    ),
  }),
});

const broken = sharp({ create: { width: 640, height: 480, channels: 3, background: '#8a5a2b' } }).jpeg().toBuffer();

mkdirSync(folder, { recursive: true });
const demo = await startDemoSession({ orders: 60 });
const browser = await launchBrowser();
try {
  const shown = await orderOnTheWay(demo);
  const wide = await (await visitor(browser, desktop)).newPage();
  const small = await (await visitor(browser, phone, { deviceScaleFactor: 1.5 })).newPage();

  await wide.goto(demo.contract.storefront);
  await take(wide, 'storefront');
  await placeOrder(wide, demo, { email: 'marta.keller@example.com', firstName: 'Marta', lastName: 'Keller' });

  await lookUp(wide, demo, shown.name, shown.email);
  await seen(wide.getByText(`Order ${shown.name}`));
  await take(wide, 'tracking');
  await lookUp(small, demo, shown.name, shown.email);
  await seen(small.getByText(`Order ${shown.name}`));
  await take(small, 'tracking-phone');

  const late = await orderOf(demo, 2, 'marta.keller@example.com', { daysAgo: 4 });
  await scan(demo, await ship(demo, late, { company: 'DHL Parcel', number: '00340434161094027318', lines: 1 }), { status: 'IN_TRANSIT', daysAgo: 3, expectedInDays: -1 });
  await ship(demo, late, { company: 'DHL Parcel', number: '00340434161094015902' });
  await until(async () => {
    await lookUp(small, demo, late.name, late.email);
    return (await small.getByText(/^It was promised for/).count()) > 0;
  });
  await take(small, 'tracking-late-phone', { height: 1040 });

  await lookUp(small, demo, late.name, late.email, chinese);
  await seen(small.getByText('00340434161094027318'));
  await take(small, 'tracking-chinese-phone', { height: 1040 });
  const back = await orderOf(demo, 1, 'marta.keller@example.com', { daysAgo: 8 });
  await scan(demo, await ship(demo, back, { company: 'UPS', number: '1Z537A340351727873' }), { status: 'FAILURE', daysAgo: 1, message: 'Return to sender' });
  await until(async () => {
    await lookUp(small, demo, back.name, back.email);
    return (await small.getByText('Your parcel is on its way back to the shop').count()) > 0 && (await small.getByText(/^Expected/).count()) === 0;
  });
  await take(small, 'tracking-returning-phone', { height: 1040 });

  for (const [page, name, height] of [[small, 'problem-report-phone', 1240], [wide, 'problem-report', 1180]] as const) {
    await lookUp(page, demo, back.name, back.email);
    await page.getByRole('button', { name: 'Report a problem' }).click();
    await confirmWithCode(page, demo, back.email);
    await page.getByRole('radio', { name: /damaged/i }).check();
    await page.getByLabel('In your words').fill('The mug came with a broken handle. Please send another one.');
    await page.getByLabel('Photos (up to five)').setInputFiles({ name: 'mug.jpg', mimeType: 'image/jpeg', buffer: await broken });
    await take(page, name, { height });
  }

  await small.goto(`${demo.contract.storefront}/apps/aftercare/track?number=00340434161094027318`);
  await take(small, 'tracking-number-phone', { height: 1040 });
  await small.goto(`${demo.contract.storefront}/apps/aftercare/account`);
  await small.getByRole('link', { name: 'Sign in', exact: true }).click();
  await signInAs(small, demo, shown.email);
  await seen(small.getByRole('heading', { level: 1, name: 'Your orders' }));
  await take(small, 'account-orders-phone', { height: 1240 });
  const shopAdmin = demo.contract.admin.replace(/\/apps\/.*$/, '');
  await fetch(`${shopAdmin}/themes/place`, { method: 'POST', body: new URLSearchParams({ block: 'aftercare-theme/track-order', template: 'page' }) });
  await wide.goto(`${demo.contract.storefront}/pages/track-your-order`);
  await take(wide, 'theme-block');

  await openInAdmin(wide, demo, '/app/parcels');
  await seen(appFrame(wide).getByText('What they share'));
  await take(wide, 'admin-parcels');
  await openInAdmin(wide, demo, '/app/report?days=90');
  await seen(appFrame(wide).getByRole('heading', { level: 1 }));
  await take(wide, 'admin-report');
  await openInAdmin(wide, demo, '/app/orders');
  await seen(appFrame(wide).getByRole('row').filter({ hasText: 'Marta Keller' }));
  await take(wide, 'admin-orders');
  await openInAdmin(wide, demo, `/app/orders/${shown.id}`);
  await seen(appFrame(wide).getByText('Timeline'));
  await take(wide, 'admin-order');
  await openInAdmin(wide, demo, '/app/settings');
  await appFrame(wide).getByLabel('Send to').fill('care@juniper-and-pine.example');
  await appFrame(wide).getByRole('button', { name: 'Send test message' }).click();
  await seen(wide.getByRole('status').getByText(/^Test message on its way/));
  await openInAdmin(wide, demo, '/app');
  await seen(appFrame(wide).getByText('Orders at a glance'));
  await take(wide, 'admin-home');
} finally {
  await browser.close();
  await demo.stop();
  forget(demo.place);
}

/** A picture of what the window shows, once everything in it has loaded. */
async function take(page: Page, name: string, { height } = { height: 0 }): Promise<void> {
  await page.waitForLoadState('load');
  await page.evaluate(() => document.fonts.ready);
  const path = join(folder, `${name}.png`);
  const shot = await page.screenshot({ animations: 'disabled', caret: 'hide', ...(height > 0 ? { fullPage: true, clip: { x: 0, y: 0, width: page.viewportSize()?.width ?? phone.width, height } } : {}) });
  await sharp(shot).png({ palette: true, effort: 10 }).toFile(path);
  console.log(`${name}.png ${Math.round(statSync(path).size / 1024)} KB`);
}

/** Tries for a while until it holds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 20; tries += 1) {
    if (await holds()) return;
    await sleep(700);
  }
  throw new Error('What the picture is to show did not come.');
}

/** The shipped order with the most to tell: a parcel in transit, scanned often. */
async function orderOnTheWay(session: DemoSession): Promise<{ id: string; name: string; email: string }> {
  const query = `query { orders(first: 60, reverse: true) { nodes { legacyResourceId name email
    lineItems(first: 10) { nodes { id } } fulfillments(first: 3) { displayStatus events(first: 10) { nodes { id } } } } } }`;
  const { orders } = await askShop(session, onTheWay, query);
  const told = (order: (typeof orders.nodes)[number]) => (order.fulfillments[0]?.events.nodes.length ?? 0) * 10 + order.lineItems.nodes.length;
  const [best] = orders.nodes
    .filter(({ email, fulfillments }) => email !== null && fulfillments.length === 1 && ['IN_TRANSIT', 'OUT_FOR_DELIVERY'].includes(fulfillments[0]?.displayStatus ?? ''))
    .sort((left, right) => told(right) - told(left));
  if (!best?.email) throw new Error('No order of the demo is on its way.');
  return { id: best.legacyResourceId, name: best.name, email: best.email };
}
