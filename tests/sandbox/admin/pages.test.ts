import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FULFILLMENT, ORDER, SHOP } from '../webhooks/order-fixture.ts';
import { openAdmin } from './admin-fixture.ts';

let opened: Awaited<ReturnType<typeof openAdmin>>;
beforeEach(async () => {
  opened = await openAdmin('http://127.0.0.1:1');
});
afterEach(() => opened.close());

const get = async (path: string) => {
  const response = await fetch(`${opened.urls.base}${path}`);
  return { status: response.status, html: await response.text() };
};
const post = (path: string, fields: Record<string, string>) =>
  fetch(`${opened.urls.base}/store/quill${path}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ back: '/store/quill/orders/501', ...fields }) });

test.each(['', '/orders', '/orders?page=9', '/orders/501', '/customers', '/products', '/settings', '/themes'])('the page %s is there', async (path) => {
  const { status, html } = await get(`/store/quill${path}`);
  expect(status).toBe(200);
  expect(html).not.toContain('undefined');
});

test('the list of stores leads to each', async () => {
  expect((await get('/')).html).toContain('href="/store/quill"');
});

test('unknown orders and pages that the sandbox does not model answer 404, unknown shops too', async () => {
  expect((await get('/store/quill/orders/999')).status).toBe(404);
  expect((await get('/store/quill/analytics')).html).toContain('Not part of the sandbox');
  expect((await get('/store/nobody/orders')).status).toBe(404);
});

test('a form that no page of the admin sends is refused', async () => {
  expect((await post('/themes/place', { block: 'aftercare-theme/track', template: 'everywhere' })).status).toBe(400);
  expect((await post('/settings/language', { language: 'xx' })).status).toBe(400);
  expect((await post('/settings/language', { language: 'en', back: 'https://elsewhere.example' })).status).toBe(400);
});

test('each browser is somebody of the shop: the owner, until another signs in', async () => {
  const speaksFor = async (cookie: string) => {
    const answer = await fetch(`${opened.urls.base}/store/quill/frame/id-token`, { method: 'POST', headers: { cookie } });
    const { idToken } = (await answer.json()) as { idToken: string };
    return (JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }).sub;
  };
  const signedIn = await fetch(`${opened.urls.base}/store/quill/sign-in/70000002`, { redirect: 'manual' });
  expect(signedIn.headers.get('location')).toBe('/store/quill/settings');
  const [cookie = ''] = (signedIn.headers.get('set-cookie') ?? '').split(';');
  expect([await speaksFor(''), await speaksFor(cookie), await speaksFor('sandbox_staff=1')]).toEqual(['70000001', '70000002', '70000001']);
});

test('what customers wrote is shown as text', async () => {
  await post('/settings/language', { language: 'en' });
  const { html } = await get('/store/quill/settings?error=%3Cimg%20src=x%3E');
  expect(html).toContain('&lt;img src=x&gt;');
});

describe('actions of the merchant are the real mutations', () => {
  test.each([
    ['fulfill', { fulfillmentOrder: 'gid://shopify/FulfillmentOrder/1', 'line:gid://shopify/FulfillmentOrderLineItem/1': '1', 'line:gid://shopify/FulfillmentOrderLineItem/2': '0', tracking: 'JD9', company: 'DHL Express', notify: 'on' }, 'fulfillmentCreate', { fulfillment: { lineItemsByFulfillmentOrder: [{ fulfillmentOrderId: 'gid://shopify/FulfillmentOrder/1', fulfillmentOrderLineItems: [{ id: 'gid://shopify/FulfillmentOrderLineItem/1', quantity: 1 }] }], notifyCustomer: true, trackingInfo: { company: 'DHL Express', number: 'JD9' } } }],
    ['scan', { fulfillment: FULFILLMENT, status: 'OUT_FOR_DELIVERY', at: '2026-07-03T08:30', city: 'Kiel', message: 'On the van' }, 'fulfillmentEventCreate', { event: { fulfillmentId: FULFILLMENT, status: 'OUT_FOR_DELIVERY', happenedAt: '2026-07-03T08:30:00.000Z', city: 'Kiel', message: 'On the van' } }],
    ['tracking', { fulfillment: FULFILLMENT, company: 'UPS', tracking: '1Z' }, 'fulfillmentTrackingInfoUpdate', { id: FULFILLMENT, tracking: { company: 'UPS', number: '1Z' } }],
    ['email', { email: 'new@example.com' }, 'orderUpdate', { input: { id: ORDER, email: 'new@example.com' } }],
    ['cancel', { reason: 'CUSTOMER', restock: 'on', refund: 'on' }, 'orderCancel', { id: ORDER, reason: 'CUSTOMER', restock: true, refundMethod: { originalPaymentMethodsRefund: true } }],
    ['refund', { 'line:gid://shopify/LineItem/2': '1', amount: '5.00', note: 'Scratched' }, '@idempotent', { key: expect.any(String), input: { orderId: ORDER, note: 'Scratched', refundLineItems: [{ lineItemId: 'gid://shopify/LineItem/2', quantity: 1, restockType: 'NO_RESTOCK' }], transactions: [{ parentId: 'gid://shopify/OrderTransaction/1', kind: 'REFUND', amount: '5.00' }] } }],
  ])('%s', async (action, fields, mutation, variables) => {
    const response = await post(`/orders/501/${action}`, fields);
    expect(response.headers.get('location')).toMatch(/^\/store\/quill\/orders\/501\?done=/);
    expect(opened.ran[0]).toMatchObject({ kind: 'merchant', query: expect.stringContaining(mutation), variables });
  });

  test('what Shopify has against it is shown on the page', async () => {
    opened.refuse.push('Fulfillment order is not fulfillable');
    const response = await post('/orders/501/scan', { fulfillment: FULFILLMENT, status: 'DELIVERED' });
    const { html } = await get(response.headers.get('location') ?? '');
    expect(html).toContain('role="alert">Fulfillment order is not fulfillable');
  });
});

test('a failure inside answers 500 and the admin goes on', async () => {
  opened.refuse.push('crash');
  expect((await post('/orders/501/email', { email: 'new@example.com' })).status).toBe(500);
  expect((await get('/store/quill/orders')).status).toBe(200);
});

describe('settings', () => {
  test('the language of the admin is the app\'s locale', async () => {
    await post('/settings/language', { language: 'zh-CN' });
    expect((await get('/store/quill/settings')).html).toContain('订单');
    expect((await get('/store/quill/apps/aftercare')).html).toContain('locale=zh-CN');
  });

  test('the app is uninstalled, installed again, and its optional scopes granted', async () => {
    await post('/settings/uninstall', {});
    expect(opened.oauth.installation(SHOP)?.uninstalledAt).toBeInstanceOf(Date);
    expect((await get('/store/quill/settings')).html).toContain('Install Aftercare again');
    await post('/settings/install', {});
    await post('/settings/grant', { scope: 'read_all_orders' });
    expect(opened.oauth.scopes(SHOP).granted).toContain('read_all_orders');
    const refused = await post('/settings/grant', { scope: 'write_themes' });
    expect(refused.headers.get('location')).toContain('error=');
  });

  test('blocks placed in the theme are what the storefront is told', async () => {
    await post('/themes/place', { block: 'aftercare-theme/track', template: 'page' });
    await post('/themes/place', { block: 'aftercare-theme/track', template: 'page' });
    expect(opened.admin.getBlockPlacements(SHOP)).toEqual([{ block: 'aftercare-theme/track', template: 'page', settings: {} }]);
    await post('/themes/remove', { block: 'aftercare-theme/track', template: 'page' });
    expect(opened.admin.getBlockPlacements(SHOP)).toEqual([]);
  });
});

test('the frame names the app\'s signed address, so that it can be opened without a browser too', async () => {
  const { html } = await get('/store/quill/apps/aftercare/orders?filter=late');
  const source = new URL(/<iframe[^>]*\ssrc="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '');
  expect(source.origin + source.pathname).toBe(`${opened.urls.appPublic}/orders`);
  expect(Object.fromEntries(source.searchParams)).toMatchObject({ filter: 'late', shop: SHOP, embedded: '1', hmac: expect.stringMatching(/^[0-9a-f]{64}$/) });
});
