// @vitest-environment jsdom
import { getExtension } from '@shopify/ui-extensions-tester';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answering, leadsTo, leave, onScreen, translator, untilShown } from './on-screen.ts';
import { toldStaffOrder } from './told.ts';

const extension = getExtension('admin.order-details.block.render', { configSearchDir: 'extensions/order-parcels' });

beforeEach(() => {
  extension.setUp();
  extension.shopify.data.selected = [{ id: 'gid://shopify/Order/5001' }];
  Object.assign(extension.shopify.i18n, { translate: translator('order-parcels', 'en.default') });
});
afterEach(() => leave(extension));

describe("the block on the admin's order page", () => {
  it('shows how each parcel stands and leads into the app', async () => {
    const app = answering(toldStaffOrder());
    extension.fetch = app;
    await extension.render();
    await untilShown('Your parcel is on its way');
    expect(onScreen()).toContain('DHL · RR123456785DE');
    expect(document.querySelector('s-badge')?.getAttribute('tone')).toBe('info');
    expect(leadsTo()).toEqual(['/app/orders/5001']);
    // The admin resolves the path and adds the session token.
    expect(app.mock.calls).toEqual([['/admin-block/orders/5001']]);
  });

  it('shows what is wrong with a parcel and since when', async () => {
    extension.fetch = answering(toldStaffOrder({ tone: 'attention', troubles: [{ id: '7', text: 'Not scanned for unusually long', since: '20 Nov, 09:00' }] }));
    await extension.render();
    await untilShown('Not scanned for unusually long');
    expect(onScreen()).toContain('Since 20 Nov, 09:00');
    expect([...document.querySelectorAll('s-badge')].map((badge) => badge.getAttribute('tone'))).toEqual(['warning', 'critical']);
  });

  it('says that nothing was sent yet', async () => {
    extension.fetch = answering({ parcels: [], path: '/app/orders/5001' });
    await extension.render();
    await untilShown('Nothing has been sent yet.');
  });

  it('says that the order is not known yet', async () => {
    extension.fetch = answering({ error: 'not_found' }, 404);
    await extension.render();
    await untilShown('Aftercare does not know this order yet.');
  });

  it('says when it could not ask, and asks again when told to', async () => {
    extension.fetch = vi.fn<typeof fetch>(async () => Promise.reject(new TypeError('Failed to fetch')));
    await extension.render();
    await untilShown('The parcels could not be loaded.');
    extension.fetch = answering(toldStaffOrder());
    document.querySelector('s-button')?.dispatchEvent(new Event('click'));
    await untilShown('Your parcel is on its way');
  });

  it('speaks Chinese in a Chinese admin', async () => {
    Object.assign(extension.shopify.i18n, { translate: translator('order-parcels', 'zh-CN') });
    extension.fetch = () => new Promise(() => {});
    await extension.render();
    await untilShown('正在加载包裹');
  });
});
