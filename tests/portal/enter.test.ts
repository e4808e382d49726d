import { afterAll, describe, expect, it } from 'vitest';
import { after, minute } from '#app/kernel/time.ts';
import { orderKey } from '#app/modules/access/index.server.ts';
import { createPortalDoor } from '#app/modules/portal/index.server.ts';
import { defaultPolicy } from '#app/modules/returns/policy/default-policy.ts';
import { portalSetting } from '#app/modules/returns/policy/portal/portal-setting.ts';
import { addPublished } from '#app/modules/returns/policy/store/policy-store.server.ts';
import { changeSetting } from '#app/modules/settings/index.server.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { createLimits } from '#app/platform/limits/limits.server.ts';
import { createAuthenticateProxy } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { mailedCode, openStorefront, placeOrder, secret } from '../tracking/storefront.ts';
import { pageOf } from './portal-shop.ts';

const { database, ctx, log, files, visit } = await openStorefront();
afterAll(() => database.close());

/** Shopify knows one reason, and suggests none. */
const reasons = { order: { lineItems: { nodes: [] } }, returnReasonDefinitions: { nodes: [{ id: 'gid://shopify/ReturnReasonDefinition/7', handle: 'too-small', name: 'Too small' }] } };
const admin: AdminClient = { run: async () => JSON.parse(JSON.stringify(reasons)) };
const shop = { ...ctx, admin };
const authenticate = createAuthenticateProxy({ registry: { byDomain: async () => ctx.shop, context: () => shop }, secrets: [secret], trustProxy: false, clock: ctx.clock });
const door = createPortalDoor({ authenticate, limits: createLimits(database, log), files, secrets: [secret], log });
const portal = async (form?: Record<string, string>, more: { query?: Record<string, string>; visitor?: string; language?: string } = {}) => {
  const { status, html } = await visit({ ...(form ? { form } : {}), ...more, door });
  return pageOf(status, html);
};

describe('the way into the portal', () => {
  it('is closed with a kind word until the shop opens it', async () => {
    expect((await portal()).text).toContain('Returns are arranged with us in person');
    await ctx.tx((tx) => addPublished(tx, { version: 1, policy: defaultPolicy, publishedAt: ctx.clock.now(), publishedBy: null }));
    await changeSetting(ctx, portalSetting, { value: { open: true }, version: 0, by: null });
    expect((await portal()).text).toContain('Return or exchange');
  });

  it('leads from the number and the email by a code of the order’s own mailbox to its items', async () => {
    await placeOrder(ctx, { id: '7001', email: 'ada@example.com', status: 'delivered' });
    const found = await portal({ order: '7001', contact: 'ada@example.com' });
    expect(found.text).toContain('Confirm that it is you');
    expect(found.text).not.toContain('Wool socks');
    const asked = await portal({ key: found.hidden('key'), do: 'code' });
    expect(asked.text).toContain('We sent a code to a•••@e•••.com');
    const wrong = await portal({ key: found.hidden('key'), do: 'redeem', code: '000000' });
    expect(wrong.html).toMatch(/id="ac-code"[^>]*aria-invalid="true"/);
    const code = await mailedCode(ctx, '7001');
    const typed = { key: found.hidden('key'), do: 'redeem', code, form: wrong.hidden('form') };
    const items = await portal(typed);
    expect(items.text).toContain('What would you like to send back? Order #7001');
    expect(items.text).toContain('Wool socks');
    expect((await portal(typed)).text, 'the page is loaded again').toBe(items.text);
    for (const form of ['', asked.hidden('form')]) expect((await portal({ ...typed, form })).text).toContain('wrong or no longer valid');
  });

  it('answers an order that is not there and a wrong contact alike', async () => {
    await placeOrder(ctx, { id: '7002', email: 'ada@example.com' });
    const [unknown, wrong] = [await portal({ order: '799999', contact: 'ada@example.com' }), await portal({ order: '7002', contact: 'eve@example.com' })];
    expect(unknown.text).toBe(wrong.text);
    expect(wrong.text).toContain('We could not find an order with this number');
  });

  it('says at its field what is missing', async () => {
    const page = await portal({ order: '', contact: 'not a contact' });
    expect(page.html).toMatch(/id="ac-order"[^>]*aria-invalid="true"/);
    expect(page.html).toMatch(/id="ac-contact"[^>]*aria-invalid="true"/);
  });

  it('counts misses together with the tracking page, and ends after as many', async () => {
    await placeOrder(ctx, { id: '7003', email: 'ada@example.com' });
    for (let at = 0; at < 5; at += 1) await portal({ order: '7003', contact: `eve${at}@example.com` }, { visitor: '198.51.100.40' });
    for (let at = 5; at < 10; at += 1) await visit({ form: { order: '7003', contact: `eve${at}@example.com` }, visitor: '198.51.100.40' });
    expect((await portal({ order: '7003', contact: 'ada@example.com' }, { visitor: '198.51.100.40' })).status).toBe(429);
  });

  it('that is over carries what was being sent through look-up and code', async () => {
    await placeOrder(ctx, { id: '7004', email: 'ada@example.com', status: 'delivered' });
    const over = orderKey(ctx.shop, { orderId: '7004', purpose: 'full', expiresAt: after(ctx.clock.now(), -minute) }, secret);
    const form = await portal({ key: over, do: 'items', line: '70041', 'units-70041': '1' });
    expect(form.text).toContain('For your safety this page closes after a while.');
    const pending = form.hidden('pending').replaceAll('&amp;', '&');
    const found = await portal({ order: '7004', contact: 'ada@example.com', pending });
    const asked = await portal({ key: found.hidden('key'), do: 'code', pending: found.hidden('pending').replaceAll('&amp;', '&') });
    const on = await portal({ key: asked.hidden('key'), do: 'redeem', code: await mailedCode(ctx, '7004'), pending: asked.hidden('pending').replaceAll('&amp;', '&') });
    expect(on.text).toContain('Why are you sending it back?');
  });

  it('is led to from an order that may be followed, with its key in a form', async () => {
    await placeOrder(ctx, { id: '7005', email: 'ada@example.com', status: 'delivered' });
    const order = pageOf(200, (await visit({ form: { order: '7005', contact: 'ada@example.com' } })).html);
    const link = /<form method="post" action="\/apps\/aftercare\/returns"><input type="hidden" name="key" value="([^"]+)"\/>.*?Return something/s.exec(order.html);
    expect((await portal({ key: link?.[1] ?? '' })).text).toContain('Confirm that it is you');
  });

  it('shows what anybody typed as text: neither markup nor Liquid of theirs runs', async () => {
    await placeOrder(ctx, { id: '7006', email: 'ada@example.com', status: 'delivered', title: '<img src=x onerror=alert(1)>{{ shop.secret }}{% raw %}' });
    const key = orderKey(ctx.shop, { orderId: '7006', purpose: 'full', expiresAt: after(ctx.clock.now(), minute) }, secret);
    const pages = [await portal(undefined, { query: { key } }), await portal({ key, do: 'items', line: '70061', 'units-70061': '1' }), await portal({ key, do: 'reasons', 'reason-70061': '7', 'note-70061': '{{ cart }}</textarea><script>alert(2)</script>' }), await portal({ key, do: 'show', step: 'reasons' })];
    for (const { html, text } of pages) {
      expect(html).not.toMatch(/<img src=x|<script|\{\{|\{% raw/);
      expect(text).toContain('onerror=alert(1)');
    }
  });

  it('takes no other method, and nothing that Shopify did not sign', async () => {
    const put = await door(new Request('https://app.example/proxy/returns', { method: 'PUT' }));
    const unsigned = await door(new Request('https://app.example/proxy/returns?shop=nordlicht.myshopify.com'));
    expect([put.status, unsigned.status]).toEqual([405, 401]);
  });
});
