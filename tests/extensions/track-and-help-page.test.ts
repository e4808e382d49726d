// @vitest-environment jsdom
import { getExtension } from '@shopify/ui-extensions-tester';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answering, leadsTo, leave, onScreen, translator, untilShown } from './on-screen.ts';
import { toldOrder, toldParcel } from './told.ts';

const extension = getExtension('customer-account.order.page.render', { configSearchDir: 'extensions/track-and-help' });

beforeEach(() => {
  extension.setUp();
  extension.shopify.order.value = { id: 'gid://shopify/Order/5001', name: '#1001' };
  extension.shopify.authenticationState.value = 'fully_authenticated';
  extension.shopify.sessionToken.get = async () => 'token-of-the-customer';
  Object.assign(extension.shopify.i18n, { translate: translator('track-and-help', 'en.default') });
});
afterEach(() => leave(extension));

describe('the page "Track and help"', () => {
  it('has everything about a parcel: how it stands, when and why, what is in it, its number, its carrier, its story', async () => {
    extension.fetch = answering(toldOrder());
    await extension.render();
    await untilShown('Your parcel is on its way');
    expect(onScreen()).toContain('Order #1001');
    for (const text of ['Your order is on its way', 'Your parcel is on its way', 'Expected Tuesday, 24 November', 'Mug, blue', 'RR123456785DE', 'Follow at DHL', 'On the way', 'Processed in parcel centre', '22 Nov, 08:10', 'Leipzig, Germany'])
      expect(onScreen()).toContain(text);
    expect(document.querySelector('s-time')?.getAttribute('datetime') ?? document.querySelector('s-time')?.getAttribute('dateTime')).toBe('2026-11-22T07:10:00.000Z');
  });

  it("leads back to the order, to the carrier, and to where a problem is reported", async () => {
    extension.fetch = answering(toldOrder());
    await extension.render();
    await untilShown('Report a problem');
    expect(leadsTo()).toEqual(['shopify:customer-account/orders/5001', 'https://www.dhl.de/track?id=RR123456785DE', 'https://shop.example/apps/aftercare/track?key=5001.order.x.y']);
  });

  it('leads to returns where the shop takes them, and says nothing of them elsewhere', async () => {
    const returnsUrl = 'https://shop.example/apps/aftercare/returns?key=5001.full.x.y';
    extension.fetch = answering(toldOrder({ returnsUrl }));
    await extension.render();
    await untilShown('Something does not fit?');
    expect(leadsTo()).toContain(returnsUrl);
    leave(extension);
    extension.setUp();
    extension.shopify.order.value = { id: 'gid://shopify/Order/5001', name: '#1001' };
    extension.shopify.authenticationState.value = 'fully_authenticated';
    Object.assign(extension.shopify.i18n, { translate: translator('track-and-help', 'en.default') });
    extension.fetch = answering(toldOrder());
    await extension.render();
    await untilShown('Report a problem');
    expect(onScreen()).not.toContain('Return items');
  });

  it('shows every parcel of a split order, and what is still to come', async () => {
    const parcels = [toldParcel({ id: '1', heading: 'Parcel 1 of 2', tone: 'done' }), toldParcel({ id: '2', heading: 'Parcel 2 of 2' })];
    extension.fetch = answering(toldOrder({ parcels, waiting: [{ title: 'Teapot', imageUrl: null, quantity: 1 }], coming: 'It was promised for Friday, now expected: Monday', comingWhy: 'It has not left the shop yet.' }));
    await extension.render();
    await untilShown('Still to come');
    expect([...document.querySelectorAll('s-section')].map((section) => section.getAttribute('heading'))).toEqual(['Parcel 1 of 2', 'Parcel 2 of 2', 'Still to come', 'Something not right?']);
    for (const text of ['Teapot', 'It was promised for Friday, now expected: Monday', 'It has not left the shop yet.']) expect(onScreen()).toContain(text);
  });

  it('leaves out what nobody knows', async () => {
    extension.fetch = answering(toldOrder({ parcels: [toldParcel({ date: null, why: null, number: null, follow: null, contents: [], scans: [] })] }));
    await extension.render();
    await untilShown('Report a problem');
    expect(onScreen()).not.toContain('Tracking number');
    expect(document.querySelector('s-details')).toBeNull();
    expect(document.querySelector('s-badge')).toBeNull();
  });

  it('marks a missed date', async () => {
    extension.fetch = answering(toldOrder({ parcels: [toldParcel({ tone: 'attention', date: 'Expected Friday, 20 November, but not delivered yet' })] }));
    await extension.render();
    await untilShown('but not delivered yet');
    expect(document.querySelector('s-badge')?.getAttribute('tone')).toBe('critical');
  });

  it('says that it is looking while the app has not answered', async () => {
    extension.fetch = () => new Promise(() => {});
    await extension.render();
    await untilShown('Looking up your parcels');
  });

  it('asks nothing before the customer has signed in, and lets them', async () => {
    const app = answering(toldOrder());
    extension.fetch = app;
    extension.shopify.authenticationState.value = 'pre_authenticated';
    const signIn = vi.fn(async () => {});
    extension.shopify.requireLogin = signIn;
    await extension.render();
    await untilShown('Sign in to see where your parcels are.');
    document.querySelector('s-button:not([slot])')?.dispatchEvent(new Event('click'));
    expect(signIn).toHaveBeenCalledTimes(1);
    expect(app).not.toHaveBeenCalled();
  });

  it('says that there is no tracking for an order the app does not know', async () => {
    extension.fetch = answering({ error: 'not_found' }, 404);
    await extension.render();
    await untilShown('There is no tracking for this order yet.');
  });

  it("says in the customer's language when it cannot reach the app", async () => {
    Object.assign(extension.shopify.i18n, { translate: translator('track-and-help', 'de') });
    extension.fetch = answering({}, 503);
    await extension.render();
    await untilShown('Die Sendungsverfolgung ist gerade nicht verfügbar');
    expect(onScreen()).toContain('Bestellung #1001');
  });
});
