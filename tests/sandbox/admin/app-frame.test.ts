import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SHOP } from '../webhooks/order-fixture.ts';
import { openAdmin } from './admin-fixture.ts';
import { launchBrowser } from '../../harness/browser.ts';
import { openDummyApp } from './dummy-app.ts';

let browser: Browser;
let app: Awaited<ReturnType<typeof openDummyApp>>;
let opened: Awaited<ReturnType<typeof openAdmin>>;
let page: Page;
let inside: FrameLocator;
let problems: string[];
/** How long the page may take for what it does by itself, beside others who work. */
const patience = { timeout: 10_000 };
const at = (path: string) => `${opened.urls.base}/store/quill/apps/aftercare${path}`;

beforeAll(async () => {
  browser = await launchBrowser();
}, 60_000);
afterAll(() => browser.close());
beforeEach(async () => {
  app = await openDummyApp();
  opened = await openAdmin(app.url);
  page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  inside = page.frameLocator('#app-frame');
  await page.goto(at(''));
  await inside.getByRole('heading', { name: 'Home of the app' }).waitFor();
});
afterEach(async () => {
  await page.close();
  await opened.close();
  app.close();
});

/** Runs an expression in the app's page. */
async function inApp(expression: string): Promise<unknown> {
  const frame = page.frames().find((one) => one.url().startsWith(opened.urls.appPublic));
  if (!frame) throw new Error('the app is not there');
  return frame.evaluate(expression);
}

describe('opening the app', () => {
  test('its document comes with signed launch parameters, under the policy that only lets the admin frame it', async () => {
    const first = new URL(app.asked[0]?.path ?? '', 'http://app').searchParams;
    expect([...first.keys()].sort()).toEqual(['embedded', 'hmac', 'host', 'id_token', 'locale', 'session', 'shop', 'timestamp']);
    expect(first.get('shop')).toBe(SHOP);
    expect(problems).toEqual([]);
  });

  test('config and environment say where it is', async () => {
    expect(await inApp('({ ...shopify.config, ...shopify.environment })')).toMatchObject({ apiKey: 'client', shop: SHOP, locale: 'en', embedded: true, mobile: false });
  });

  test('a deep link opens that page, also after a reload, and the address by client id leads there too', async () => {
    await page.goto(at('/orders?filter=late'));
    await inside.getByRole('heading', { name: 'At /orders' }).waitFor();
    await page.reload();
    await inside.getByRole('heading', { name: 'At /orders' }).waitFor();
    await expect.poll(() => page.url(), patience).toBe(at('/orders?filter=late'));
    await page.goto(`${opened.urls.base}/store/quill/apps/client/settings`);
    await inside.getByRole('heading', { name: 'At /settings' }).waitFor();
  });

  test('a document without a valid id token is opened again with one', async () => {
    await inApp("location.assign('/bounced')");
    await inside.getByRole('heading', { name: 'At /bounced' }).waitFor();
    const last = new URL(app.asked.at(-1)?.path ?? '', 'http://app').searchParams;
    expect(last.get('kept')).toBe('1');
    expect(last.get('id_token')?.split('.')).toHaveLength(3);
  });

  test('opened outside the admin, the app goes into it', async () => {
    const host = new URL(app.asked[0]?.path ?? '', 'http://app').searchParams.get('host');
    await page.goto(`${opened.urls.appPublic}/orders?shop=${SHOP}&host=${host}`);
    await inside.getByRole('heading', { name: 'At /orders' }).waitFor();
    await expect.poll(() => page.url(), patience).toBe(at('/orders'));
  });

  test('where it is not installed the admin offers to install it', async () => {
    opened.oauth.uninstall(SHOP);
    await page.goto(at(''));
    await page.getByRole('button', { name: 'Install Aftercare' }).click();
    await inside.getByRole('heading', { name: 'Home of the app' }).waitFor();
    expect(opened.oauth.installation(SHOP)?.uninstalledAt).toBeNull();
  });
});

describe('requests', () => {
  test('requests to the app carry an id token', async () => {
    const answer = await inApp("fetch('/data').then((response) => response.json())");
    expect(answer).toMatchObject({ authorization: expect.stringMatching(/^Bearer ey[\w-]+\.[\w-]+\.[\w-]+$/) });
  });

  test('an authorization of the app itself is kept', async () => {
    expect(await inApp("fetch('/data', { headers: { Authorization: 'Own' } }).then((response) => response.json())")).toEqual({ authorization: 'Own' });
  });

  test('a refused token is replaced once by a fresh one', async () => {
    app.refuseTokens(1);
    expect(await inApp("fetch('/data', { method: 'POST', body: 'x' }).then((response) => response.status)")).toBe(200);
    app.refuseTokens(2);
    expect(await inApp("fetch('/data').then((response) => response.status)")).toBe(401);
  });

  test('the direct API runs with the app\'s rights', async () => {
    const answer = await inApp("fetch('shopify:admin/api/2026-10/graphql.json', { method: 'POST', body: JSON.stringify({ query: '{ shop { name } }' }) }).then((response) => response.json())");
    expect(answer).toEqual({ data: { shop: { name: 'Quill' } } });
    expect(opened.ran).toEqual([{ query: '{ shop { name } }', variables: undefined, kind: 'app' }]);
  });
});

describe('chrome', () => {
  test('the app\'s menu stands in the admin, leads to its pages, and the admin\'s address follows', async () => {
    await page.getByRole('link', { name: 'Orders' }).last().click();
    await inside.getByRole('heading', { name: 'At /orders' }).waitFor();
    await expect.poll(() => page.url(), patience).toBe(at('/orders'));
    await expect.poll(() => page.locator('#app-nav a[aria-current]').innerText(), patience).toBe('Orders');
    expect(await page.locator('#app-nav a').allInnerTexts()).toEqual(['Orders', 'Settings']);
  });

  test('a router that listens for shopify:navigate is used instead of loading a document', async () => {
    await inApp("addEventListener('shopify:navigate', (event) => history.pushState(null, '', event.target.getAttribute('href') + '?routed=1'))");
    const documents = app.asked.length;
    await page.locator('#app-nav a').first().click();
    await expect.poll(() => page.url(), patience).toBe(at('/orders?routed=1'));
    expect(app.asked).toHaveLength(documents);
  });

  test('the title bar shows title, actions and the way back', async () => {
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.locator('#app-nav a').first().click();
    await page.getByRole('heading', { name: 'Page /orders' }).waitFor();
    await page.locator('#breadcrumb button').click();
    await inside.getByRole('heading', { name: 'Home of the app' }).waitFor();
  });

  test('a toast is shown, its action reaches the app, and it goes', async () => {
    await page.getByRole('button', { name: 'Refresh' }).click();
    await page.getByRole('status').getByText('Refreshed').waitFor();
    await page.getByRole('button', { name: 'Undo' }).click();
    await inside.getByText('undone').waitFor();
    expect(await page.locator('.toast').count()).toBe(0);
  });

  test('a changed form shows the save bar; saving submits and discarding asks and resets', async () => {
    const field = inside.getByLabel('Reply address');
    await field.fill('b@example.com');
    await page.getByRole('button', { name: 'Discard' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
    await expect.poll(() => field.inputValue(), patience).toBe('a@example.com');
    await expect.poll(() => page.locator('#save-bar').isVisible(), patience).toBe(false);
    await field.fill('c@example.com');
    await page.getByRole('button', { name: 'Save' }).click();
    await inside.getByText('saved c@example.com').waitFor();
    await expect.poll(() => page.locator('#save-bar').isVisible(), patience).toBe(false);
  });

  test('leaving with unsaved changes asks first', async () => {
    await inside.getByLabel('Reply address').fill('b@example.com');
    await page.locator('#save-bar').waitFor();
    await page.locator('#app-nav a').first().click();
    await page.getByRole('button', { name: 'Stay' }).click();
    expect(page.url()).toBe(at(''));
    await page.locator('#app-nav a').first().click();
    await page.getByRole('button', { name: 'Leave page' }).click();
    await inside.getByRole('heading', { name: 'At /orders' }).waitFor();
  });

  test('a modal shows the app\'s content with its buttons', async () => {
    await inApp("shopify.modal.show('question')");
    const dialog = inside.getByRole('dialog', { name: 'A question' });
    await dialog.getByText('Really?').waitFor();
    await dialog.getByRole('button', { name: 'Yes' }).click();
    await inside.getByText('yes', { exact: true }).waitFor();
    expect(await dialog.count()).toBe(0);
  });

  test('a menu written with s-app-nav stands in the admin too', async () => {
    await inApp(`document.querySelector('ui-nav-menu').remove(); document.body.insertAdjacentHTML('beforeend', '<s-app-nav><s-link href="/returns">Returns</s-link></s-app-nav>')`);
    await page.getByRole('link', { name: 'Returns' }).click();
    await inside.getByRole('heading', { name: 'At /returns' }).waitFor();
  });

  test('a save bar of its own is shown and hidden by id, and leaving waits for the merchant', async () => {
    await inApp(`document.body.insertAdjacentHTML('beforeend', '<ui-save-bar id="own"><button variant="primary" onclick="shopify.saveBar.hide(\\'own\\')"></button><button></button></ui-save-bar>')`);
    await inApp("shopify.saveBar.show('own')");
    await page.locator('#save-bar').waitFor();
    const left = inApp('shopify.saveBar.leaveConfirmation().then(() => 7)');
    await page.getByRole('button', { name: 'Leave page' }).click();
    expect(await left).toBe(7);
    await expect(inApp("shopify.saveBar.show('none')")).rejects.toThrow('no ui-save-bar with id none');
  });

  test('the loading bar follows the app', async () => {
    await inApp('shopify.loading(true)');
    await page.getByRole('progressbar').waitFor();
    await inApp('shopify.loading(false)');
    await page.getByRole('progressbar').waitFor({ state: 'hidden' });
  });

  test('links to the admin open there', async () => {
    await inside.getByRole('link', { name: 'Order in the admin' }).click();
    await page.getByRole('heading', { level: 1, name: '#1001' }).waitFor();
    expect(page.url()).toBe(`${opened.urls.base}/store/quill/orders/501`);
  });

  test('window.open to the top leaves the frame', async () => {
    await inApp(`void window.open('${opened.urls.base}/store/quill/settings', '_top')`);
    await page.getByRole('heading', { name: 'Settings' }).waitFor();
  });
});

describe('asking the merchant', () => {
  test('optional scopes are granted or declined in a dialog, others refused', async () => {
    const first = inApp("shopify.scopes.request(['read_all_orders'])");
    await page.getByRole('button', { name: 'Decline' }).click();
    expect(await first).toMatchObject({ result: 'declined-all', detail: { granted: ['read_orders'] } });
    const second = inApp("shopify.scopes.request(['read_all_orders'])");
    await page.getByRole('button', { name: 'Allow' }).click();
    expect(await second).toMatchObject({ result: 'granted-all', detail: { granted: ['read_orders', 'read_all_orders'] } });
    expect(opened.events.map(({ topic }) => topic)).toEqual(['app/scopes_update']);
    await expect(inApp("shopify.scopes.request(['write_themes'])")).rejects.toThrow('not declared as optional');
  });

  test('the resource picker gives what was chosen, and nothing when closed', async () => {
    const nothing = inApp("shopify.resourcePicker({ type: 'product' }).then((chosen) => chosen === undefined)");
    await page.getByRole('button', { name: 'Cancel' }).click();
    expect(await nothing).toBe(true);
    await expect(inApp("shopify.resourcePicker({ type: 'blog' })")).rejects.toThrow('does not model blog');
  });

  test('the picker gives the chosen rows of the app', async () => {
    const chosen = inApp("shopify.picker({ heading: 'Templates', multiple: true, items: [{ id: 'a', heading: 'Plain' }, { id: 'b', heading: 'Bold' }] }).then(({ selected }) => selected)");
    await page.getByLabel('Bold').check();
    await page.getByRole('button', { name: 'Select' }).click();
    expect(await chosen).toEqual(['b']);
  });

  test('what is not modelled says so', async () => {
    await expect(inApp('shopify.scanner.capture()')).rejects.toThrow('does not model shopify.scanner');
  });
});
