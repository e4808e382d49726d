import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build } from 'vite';
import { openAdmin } from './admin-fixture.ts';
import { launchBrowser } from '../../harness/browser.ts';
import { serveLocally, type LocalServer } from '../../harness/serve-locally.ts';

let browser: Browser;
let opened: Awaited<ReturnType<typeof openAdmin>>;
let app: LocalServer;
/** How long the page may take for what it does by itself, beside others who work. */
const patience = { timeout: 10_000 };

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Vitest's NODE_ENV would otherwise choose React's development runtime.
    esbuild: { jsx: 'automatic', jsxDev: false },
    build: { write: false, minify: false, lib: { entry: fileURLToPath(new URL('./react-app.tsx', import.meta.url)), formats: ['iife'], name: 'app' } },
  });
  const [first] = Array.isArray(built) ? built : [built];
  const chunk = first && 'output' in first ? first.output[0] : null;
  if (!chunk) throw new Error('nothing was built');
  return chunk.code;
}

beforeAll(async () => {
  const script = await bundle();
  app = await serveLocally((request, response) => {
    if (request.url === '/app.js') return response.setHeader('content-type', 'text/javascript').end(script);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end('<title>React</title><script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" data-api-key="client"></script><div id="root"></div><script src="/app.js"></script>');
  });
  opened = await openAdmin(app.base);
  browser = await launchBrowser();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await opened.close();
  await app.close();
});

test('menu, title bar, save bar and modal of @shopify/app-bridge-react work in the frame', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.setDefaultTimeout(5_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  await page.goto(`${opened.urls.base}/store/quill/apps/aftercare/react`);
  const inside = page.frameLocator('#app-frame');
  await page.getByRole('heading', { name: 'At /react' }).waitFor();

  expect(await page.locator('#title-actions button').allInnerTexts()).toEqual(['Second', 'Ask']);
  expect(await page.getByRole('button', { name: 'Second' }).isDisabled()).toBe(true);

  await page.getByRole('link', { name: 'Parcels' }).click();
  await page.getByRole('heading', { name: 'At /react/orders' }).waitFor();
  expect(page.url()).toBe(`${opened.urls.base}/store/quill/apps/aftercare/react/orders`);

  await inside.getByRole('button', { name: 'Change' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Second' }).isEnabled(), patience).toBe(true);
  await page.getByRole('button', { name: 'Save' }).click();
  await inside.getByText('saved').waitFor();
  await expect.poll(() => page.locator('#save-bar').isVisible(), patience).toBe(false);

  await page.getByRole('button', { name: 'Ask' }).click();
  const dialog = inside.getByRole('dialog', { name: 'A React question' });
  await dialog.getByRole('button', { name: 'Count' }).click();
  await inside.getByText('counted').waitFor();
  await dialog.getByRole('button', { name: 'Fine' }).click();
  await expect.poll(() => dialog.count(), patience).toBe(0);

  await page.getByRole('button', { name: 'Ask' }).click();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('button', { name: 'Ask' }).click();
  await dialog.waitFor();
  expect(problems).toEqual([]);
});
