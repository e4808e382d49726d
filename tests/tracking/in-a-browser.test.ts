import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { customerLocales } from '../../app/kernel/locales.ts';
import type { TrackingAnswer } from '../../app/modules/tracking/tracking-answer.ts';
import { renderTrackingPage } from '../../app/modules/tracking/ui/tracking-page.tsx';
import { desktop, launchBrowser, phone, visitor } from '../harness/browser.ts';
import { parcel, proven, tracked, visit } from './fixtures.ts';
import { pageStates } from './page-states.ts';

const theme = readFileSync(join(import.meta.dirname, '../../sandbox/storefront/theme/assets/theme.css'), 'utf8');
const origin = 'https://shop.example';
const inTheme = (html: string, locale = 'en') =>
  `<!doctype html><html lang="${locale}"><head><title>Shop</title><meta name="viewport" content="width=device-width"><style>${theme}</style></head><body><main id="main">${html}</main></body></html>`;
const found = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })), passes: z.array(z.unknown()) });

/** How long the page may take for what it does by itself, beside others who work. */
const patience = { timeout: 10_000 };

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()), 30_000);
afterAll(() => browser.close());

/** A page of the shop, answered by whatever `answer` says at the time. */
async function openPage(size: typeof phone, answer: () => { html: string; locale?: string }): Promise<Page> {
  const context = await visitor(browser, size);
  const page = await context.newPage();
  await page.route('**/*', (route) => {
    if (!route.request().url().startsWith(origin)) return route.fulfill({ status: 404 });
    const { html, locale } = answer();
    return route.fulfill({ contentType: 'text/html', body: inTheme(html, locale) });
  });
  return page;
}

describe.each([['a phone', phone], ['a desk', desktop]] as const)('on %s', (_, size) => {
  it('every state of the page is open to everybody, fits its window and shifts nothing', async () => {
    let now: TrackingAnswer | undefined;
    const page = await openPage(size, () => ({ html: now ? renderTrackingPage(visit('en'), now) : '' }));
    await page.addInitScript(`window.shifts = 0; new PerformanceObserver((list) => { for (const entry of list.getEntries()) window.shifts += entry.value; }).observe({ type: 'layout-shift', buffered: true });`);
    const failed: string[] = [];
    for (const [name, answer] of Object.entries(pageStates)) {
      now = answer;
      await page.goto(`${origin}/apps/aftercare/track`);
      await page.evaluate(axe.source);
      const { violations, passes } = found.parse(await page.evaluate('axe.run(document)'));
      const [wider, shifts] = z.tuple([z.number(), z.number()]).parse(await page.evaluate('[document.documentElement.scrollWidth - document.documentElement.clientWidth, window.shifts]'));
      failed.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`), ...(wider > 0 ? [`${name}: ${wider}px too wide`] : []), ...(shifts > 0 ? [`${name}: shifts ${shifts}`] : []));
      expect(passes.length).toBeGreaterThan(10);
    }
    await page.context().close();
    expect(failed).toEqual([]);
  }, 120_000);
});

it.each(customerLocales)('fits a phone in %s', async (locale) => {
  let now: TrackingAnswer | undefined;
  const page = await openPage(phone, () => ({ html: now ? renderTrackingPage(visit(locale), now) : '', locale }));
  for (const name of ['split', 'late', 'customs', 'report', 'code-enter']) {
    now = pageStates[name];
    await page.goto(`${origin}/apps/aftercare/track`);
    expect([name, await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')]).toEqual([name, 0]);
  }
  await page.context().close();
}, 60_000);

describe('with a script', () => {
  it('the order refreshes itself in place, says so politely, and stops when its key is over', async () => {
    let now: TrackingAnswer = { kind: 'order', tracked: tracked(), proven };
    let asked = 0;
    const page = await openPage(phone, () => ((asked += 1), { html: renderTrackingPage(visit('en'), now) }));
    await page.clock.install();
    await page.goto(`${origin}/apps/aftercare/track`);
    await page.clock.runFor(61_000);
    await expect.poll(() => asked, patience).toBe(2);
    expect(await page.locator('[data-ac-said]').textContent()).toBe('');
    now = { kind: 'order', tracked: tracked([parcel({ status: 'out_for_delivery' })]), proven };
    await page.clock.runFor(61_000);
    await expect.poll(() => page.locator('h1').textContent(), patience).toBe('Your parcel is out for delivery');
    expect(await page.locator('[data-ac-said][role=status]').textContent()).toBe('The page was updated.');
    now = { kind: 'form', form: { order: '', contact: '', errors: {} } };
    // Asked is not yet read: whoever lets an hour pass in between has it ask again.
    await page.evaluate('{ const stop = clearInterval; window.clearInterval = (timer) => { window.hasStopped = true; stop(timer); }; }');
    await page.clock.runFor(61_000);
    await expect.poll(() => page.evaluate('window.hasStopped'), patience).toBe(true);
    await page.clock.runFor(600_000);
    expect([asked, await page.locator('h1').textContent()]).toEqual([4, 'Your parcel is out for delivery']);
    await page.context().close();
  }, 60_000);

  it('asks in the language of the form the visitor came by', async () => {
    const page = await openPage(phone, () => ({ html: renderTrackingPage({ ...visit('de'), storefront: 'de-AT' }, { kind: 'order', tracked: tracked(), proven }) }));
    const asked: string[] = [];
    page.on('request', (request) => request.method() === 'POST' && asked.push(request.postData() ?? ''));
    await page.clock.install();
    await page.goto(`${origin}/apps/aftercare/track`);
    await page.clock.runFor(61_000);
    await expect.poll(() => asked, patience).toEqual([`key=${proven.key}&lang=&locale=de-AT`]);
    await page.context().close();
  }, 60_000);
});

describe('the weight of the page', () => {
  const largest = Math.max(...Object.values(pageStates).map((answer) => gzipSync(renderTrackingPage(visit('ja'), answer)).length));
  const html = renderTrackingPage(visit('en'), { kind: 'order', tracked: tracked(), proven });

  it('is under 40 KB of ours in any state, everything in one answer', () => {
    expect(Buffer.byteLength(renderTrackingPage(visit('ja'), pageStates.split ?? { kind: 'unavailable' }))).toBeLessThan(40 * 1024);
    expect(largest).toBeLessThan(10 * 1024);
    expect(html).not.toMatch(/<link|<script[^>]+src=|@import|url\(/);
  });

  it('holds under 12 KB of style and under 2 KB of script, none of them on the form', () => {
    expect(/<style>(.*?)<\/style>/s.exec(html)?.[1]?.length).toBeLessThan(12_000);
    expect(/<script>(.*?)<\/script>/s.exec(html)?.[1]?.length).toBeLessThan(2_000);
    expect(renderTrackingPage(visit('en'), pageStates.form ?? { kind: 'unavailable' })).not.toContain('<script');
  });
});
