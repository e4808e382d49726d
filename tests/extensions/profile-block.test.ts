// @vitest-environment jsdom
import { getExtension } from '@shopify/ui-extensions-tester';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answering, leadsTo, leave, onScreen, translator, untilShown } from './on-screen.ts';

const extension = getExtension('customer-account.profile.block.render', { configSearchDir: 'extensions/order-tracking' });

beforeEach(() => {
  extension.setUp();
  extension.shopify.sessionToken.get = async () => 'token-of-the-customer';
  Object.assign(extension.shopify.i18n, { translate: translator('order-tracking', 'en.default') });
});
afterEach(() => leave(extension));

describe('the block on the profile', () => {
  it('lists what has not arrived, order by order, each with the way to its page', async () => {
    const parcels = [{ id: '1', status: 'Your parcel is on its way', date: 'Expected: Tuesday, November 24' }, { id: '2', status: 'Your parcel is delayed', date: null }];
    const app = answering({ orders: [{ id: '5001', name: '#1001', parcels }, { id: '5002', name: '#1002', parcels: parcels.slice(1) }] });
    extension.fetch = app;
    await extension.render();
    await untilShown('Your parcel is on its way · Expected: Tuesday, November 24');
    expect(onScreen()).toMatch(/Parcels on their way[^]*#1001[^]*#1002[^]*Your parcel is delayed/);
    expect(leadsTo()).toEqual(['5001', '5002'].map((id) => `extension:track-and-help/customer-account.order.page.render/${id}/`));
    expect(app.mock.calls[0]?.[0]).toMatch(/^https:\/\/aftercare\.example\.com\/account\/orders\?locale=/);
  });

  it('says so where everything has arrived', async () => {
    extension.fetch = answering({ orders: [] });
    await extension.render();
    await untilShown('Nothing is on its way to you.');
  });

  it('says so where the app cannot be asked, and asks again when told to', async () => {
    extension.fetch = answering({}, 500);
    await extension.render();
    await untilShown('Tracking is not available right now');
    extension.fetch = answering({ orders: [] });
    document.querySelector('s-button')?.dispatchEvent(new Event('click'));
    await untilShown('Nothing is on its way to you.');
  });
});
