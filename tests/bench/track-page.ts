import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import { launchBrowser, phone, visitor } from '../harness/browser.ts';
import type { Figure } from './figures.ts';

/** A phone of the middle class on slow 4G, as Lighthouse has it. */
const slow = { cpu: 4, latency: 150, download: (1.6 * 1024 * 1024) / 8, upload: (0.75 * 1024 * 1024) / 8 };

/** What the browser itself says of a page, gathered from its first moment. */
const watch = `
window.seen = { lcp: 0, cls: 0, tasks: [] };
const observe = (type, take) => new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
observe('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime; });
observe('layout-shift', (entry) => { if (!entry.hadRecentInput) seen.cls += entry.value; });
observe('longtask', ({ startTime, duration }) => seen.tasks.push({ startTime, duration }));`;
const painted = `({ ...seen, fcp: performance.getEntriesByName('first-contentful-paint')[0].startTime })`;
const seen = z.object({ fcp: z.number(), lcp: z.number(), cls: z.number(), tasks: z.array(z.object({ startTime: z.number(), duration: z.number() })) });
const parts = `(() => {
  const ours = document.querySelector('.ac-track');
  const text = (kind) => [...ours.querySelectorAll(kind)].map((part) => part.textContent).join('');
  return { whole: ours.outerHTML, style: text('style'), script: text('script'), sources: ours.querySelectorAll('[src]:not(img), link').length };
})()`;
const weighed = z.object({ whole: z.string(), style: z.string(), script: z.string(), sources: z.number() });

/** The tracking page as a visitor's phone gets it through the shop's theme: first the form, then the order of who fills it in. Nothing else runs meanwhile. */
export async function measurePage(storefront: string, { order, contact }: { order: string; contact: string }): Promise<Figure[]> {
  const browser = await launchBrowser();
  try {
    const context = await visitor(browser, phone, { deviceScaleFactor: 3, isMobile: true, hasTouch: true });
    const page = await context.newPage();
    // The bench's goods have no pictures anywhere; they are not ours and reserve their place.
    await page.route('https://cdn.shopify.com/**', (route) => route.fulfill({ status: 404 }));
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    await devtools.send('Network.emulateNetworkConditions', { offline: false, latency: slow.latency, downloadThroughput: slow.download, uploadThroughput: slow.upload });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slow.cpu });
    await page.addInitScript(watch);

    await page.goto(`${storefront}/apps/aftercare/track`, { waitUntil: 'load' });
    const form = await figuresOf(page, 'the form');
    await page.getByLabel('Order number').fill(order);
    await page.getByLabel('Email or phone number').fill(contact);
    await page.getByRole('button', { name: 'Track order' }).click();
    await page.locator('.ac-events').first().waitFor();
    await page.waitForLoadState('load');
    return [...form, ...(await figuresOf(page, 'the order'))];
  } finally {
    await browser.close();
  }
}

async function figuresOf(page: Page, name: string): Promise<Figure[]> {
  // What is painted late counts too.
  await page.waitForTimeout(1_500);
  const { fcp, lcp, cls, tasks } = seen.parse(await page.evaluate(painted));
  const blocked = tasks.filter(({ startTime }) => startTime >= fcp).reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
  const { whole, style, script, sources } = weighed.parse(await page.evaluate(parts));
  const figure = (what: string, value: number, unit: string, target: Figure['target']): Figure => ({ name: `${name}: ${what}`, value, unit, target });
  return [
    figure('ours over the wire', kilobytes(whole), 'KB', { atMost: 40 }),
    figure('of that style', kilobytes(style), 'KB', null),
    figure('of that script, not needed', kilobytes(script), 'KB', null),
    figure('requests of ours beside the page', sources, '', { atMost: 0 }),
    figure('first contentful paint', fcp, 'ms', null),
    figure('largest contentful paint', lcp, 'ms', { atMost: 2_500 }),
    figure('cumulative layout shift', cls, '', { atMost: 0 }),
    figure('total blocking time', blocked, 'ms', { atMost: 200 }),
  ];
}

/** As it is sent: compressed. */
const kilobytes = (text: string): number => (text === '' ? 0 : gzipSync(text).length / 1024);
