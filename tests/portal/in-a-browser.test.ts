import axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { customerLocales } from '../../app/kernel/locales.ts';
import { desktop, launchBrowser, phone, visitor } from '../harness/browser.ts';
import { walkGift } from './gift-states.ts';
import { walkPortal } from './page-states.ts';

const theme = readFileSync(join(import.meta.dirname, '../../sandbox/storefront/theme/assets/theme.css'), 'utf8');
const inTheme = (html: string, locale: string) =>
  `<!doctype html><html lang="${locale}"><head><title>Shop</title><meta name="viewport" content="width=device-width"><style>${theme}</style></head><body><main id="main">${html.replace(/\{%.*?%\}/gs, '')}</main></body></html>`;
const found = z.object({ violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })), passes: z.array(z.unknown()) });

let browser: Browser;
let states: Awaited<ReturnType<typeof walkPortal>>;
beforeAll(async () => {
  browser = await launchBrowser();
  states = { ...(await walkPortal()), ...(await walkGift()) };
}, 90_000);
afterAll(() => browser.close());

describe.each([['a phone', phone], ['a desk', desktop]] as const)('on %s', (_, size) => {
  it('every page of the portal is open to everybody and fits its window', async () => {
    const context = await visitor(browser, size);
    const page = await context.newPage();
    const failed: string[] = [];
    for (const [name, { html }] of Object.entries(states)) {
      await page.setContent(inTheme(html, 'en'));
      await page.evaluate(axe.source);
      const { violations, passes } = found.parse(await page.evaluate('axe.run(document)'));
      const wider = z.number().parse(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
      failed.push(...violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`), ...(wider > 0 ? [`${name}: ${wider}px too wide`] : []));
      expect(passes.length).toBeGreaterThan(10);
    }
    await context.close();
    expect(failed).toEqual([]);
  }, 120_000);

  it('the fields of one’s own parcel are there for who sends it that way alone', async () => {
    const context = await visitor(browser, size);
    const page = await context.newPage();
    const way = (kind: string) => `<label><input type="radio" name="back" value="${kind}">${kind}</label>`;
    const { html } = states.back ?? { html: '' };
    await page.setContent(inTheme(html.replace('</fieldset>', `${way('own_label')}</fieldset><div class="ac-own">Carrier</div>`), 'en'));
    expect(await page.locator('.ac-own').isVisible()).toBe(false);
    await page.locator('input[value="own_label"]').check();
    expect(await page.locator('.ac-own').isVisible()).toBe(true);
    await context.close();
  });
});

it.each(customerLocales.filter((locale) => locale !== 'en'))('fits a phone in %s, and says nothing in another language', async (locale) => {
  const told = { ...(await walkPortal(locale)), ...(await walkGift(locale)) };
  const context = await visitor(browser, phone);
  const page = await context.newPage();
  const failed: string[] = [];
  for (const [name, { html, text }] of Object.entries(told)) {
    await page.setContent(inTheme(html, locale));
    const wider = z.number().parse(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'));
    if (wider > 0) failed.push(`${name}: ${wider}px too wide`);
    if (text === states[name]?.text) failed.push(`${name}: in English`);
  }
  await context.close();
  expect(failed).toEqual([]);
}, 90_000);

it('needs no script, loads nothing, and weighs little', () => {
  for (const { html } of Object.values(states)) {
    expect(html).not.toMatch(/<script|<link|@import|url\(/);
    expect(gzipSync(html).length).toBeLessThan(10 * 1024);
  }
});
