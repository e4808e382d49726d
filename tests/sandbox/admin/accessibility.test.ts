import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { openAdmin } from './admin-fixture.ts';
import { launchBrowser } from '../../harness/browser.ts';
import { openDummyApp } from './dummy-app.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const found = z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) }));

let browser: Browser;
let app: Awaited<ReturnType<typeof openDummyApp>>;
let opened: Awaited<ReturnType<typeof openAdmin>>;
beforeAll(async () => {
  browser = await launchBrowser();
  app = await openDummyApp();
  opened = await openAdmin(app.url);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await opened.close();
  app.close();
});

async function violations(page: Page) {
  await page.evaluate(axe);
  const result: unknown = await page.evaluate("axe.run(document, { iframes: false }).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => ({ html })) })))");
  return found.parse(result);
}

test.each([1280, 390])('at %i pixels the admin\'s pages have no barrier that axe finds and do not scroll sideways', async (width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  for (const path of ['', '/orders', '/orders/501', '/customers', '/products', '/settings', '/themes', '/apps/aftercare']) {
    await page.goto(`${opened.urls.base}/store/quill${path}`);
    expect({ path, violations: await violations(page) }).toEqual({ path, violations: [] });
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    expect({ path, overflow }).toEqual({ path, overflow: 0 });
  }
  await page.close();
});
