// @vitest-environment jsdom
import { getExtension } from '@shopify/ui-extensions-tester';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answering, leadsTo, leave, onScreen, translator, untilShown } from './on-screen.ts';
import { toldOrder, toldParcel } from './told.ts';

const extension = getExtension('customer-account.order-status.block.render', { configSearchDir: 'extensions/order-tracking' });

function speak(file: string, isoCode: string) {
  Object.assign(extension.shopify.i18n, { translate: translator('order-tracking', file) });
  extension.shopify.localization.language.value = { isoCode };
}

beforeEach(() => {
  extension.setUp();
  extension.shopify.order.value = { id: 'gid://shopify/Order/5001', name: '#1001' };
  extension.shopify.authenticationState.value = 'fully_authenticated';
  extension.shopify.sessionToken.get = async () => 'token-of-the-customer';
  extension.shopify.settings.value = { heading: undefined };
  speak('en.default', 'en');
});
afterEach(() => leave(extension));

describe('the block on the order status page', () => {
  it('tells where the parcel is, when it comes and why, and leads on to the page with everything', async () => {
    extension.fetch = answering(toldOrder());
    await extension.render();
    await untilShown('Your parcel is on its way');
    expect(onScreen()).toContain('Where your order is');
    expect(onScreen()).toContain('Expected Tuesday, 24 November');
    expect(onScreen()).toContain('This date comes from DHL and may still change.');
    expect(leadsTo()).toEqual(['extension:track-and-help/customer-account.order.page.render/5001/']);
    // One parcel needs no number.
    expect(onScreen()).not.toContain('Your parcel\n');
  });

  it('leads to returns where the shop takes them, and nowhere else', async () => {
    const returnsUrl = 'https://shop.example/apps/aftercare/returns?key=5001.full.x.y';
    extension.fetch = answering(toldOrder({ returnsUrl }));
    await extension.render();
    await untilShown('Return items');
    expect(leadsTo()).toEqual(['extension:track-and-help/customer-account.order.page.render/5001/', returnsUrl]);
  });

  it("asks the app about this order, in the customer's language, with a session token", async () => {
    const app = answering(toldOrder());
    extension.fetch = app;
    speak('zh-CN', 'zh-CN');
    await extension.render();
    await vi.waitFor(() => expect(app).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    expect(app).toHaveBeenCalledWith('https://aftercare.example.com/account/orders/5001?locale=zh-CN', { headers: { authorization: 'Bearer token-of-the-customer' } });
  });

  it('says that it is looking while the app has not answered', async () => {
    extension.fetch = () => new Promise(() => {});
    await extension.render();
    await untilShown('Looking up your parcels');
    expect(document.querySelector('s-spinner')).not.toBeNull();
  });

  it('tells each parcel of a split order apart and says that more is to come', async () => {
    const parcels = [
      toldParcel({ id: '1', heading: 'Parcel 1 of 2', status: 'Your parcel was delivered', tone: 'done', date: 'Delivered Friday, 20 November', why: null }),
      toldParcel({ id: '2', heading: 'Parcel 2 of 2' }),
    ];
    extension.fetch = answering(toldOrder({ parcels, waiting: [{ title: 'Teapot', imageUrl: null, quantity: 1 }] }));
    await extension.render();
    await untilShown('Parcel 2 of 2');
    expect(onScreen()).toMatch(/Parcel 1 of 2[^]*Your parcel was delivered[^]*Parcel 2 of 2[^]*Your parcel is on its way[^]*The rest of your order has not been sent yet/);
  });

  it('marks the date of a late parcel and keeps the reason beside it', async () => {
    const late = toldParcel({ status: 'Your parcel is delayed', tone: 'attention', date: 'Expected Friday, 20 November, but not delivered yet', why: 'A storm holds up the carrier.' });
    extension.fetch = answering(toldOrder({ tone: 'attention', parcels: [late] }));
    await extension.render();
    await untilShown('Your parcel is delayed');
    expect(document.querySelector('s-badge')?.textContent).toBe('Expected Friday, 20 November, but not delivered yet');
    expect(document.querySelector('s-badge')?.getAttribute('tone')).toBe('critical');
    expect(onScreen()).toContain('A storm holds up the carrier.');
  });

  it('says how the order stands where nothing was sent yet', async () => {
    extension.fetch = answering(toldOrder({ summary: 'Your order is being prepared', parcels: [], waiting: [{ title: 'Teapot', imageUrl: null, quantity: 1 }] }));
    await extension.render();
    await untilShown('Your order is being prepared');
    expect(onScreen()).not.toContain('The rest of your order');
  });

  it('asks nothing before the customer has signed in, and lets them', async () => {
    const app = answering(toldOrder());
    extension.fetch = app;
    extension.shopify.authenticationState.value = 'pre_authenticated';
    const signIn = vi.fn(async () => {});
    extension.shopify.requireLogin = signIn;
    await extension.render();
    await untilShown('Sign in to see where your parcels are.');
    document.querySelector('s-button')?.dispatchEvent(new Event('click'));
    expect(signIn).toHaveBeenCalledTimes(1);
    expect(app).not.toHaveBeenCalled();
  });

  it('offers to sign in where the token turns out to name nobody', async () => {
    extension.fetch = answering({ error: 'sign_in' }, 403);
    await extension.render();
    await untilShown('Sign in to see where your parcels are.');
  });

  it('says that there is no tracking yet for an order the app does not know', async () => {
    extension.fetch = answering({ error: 'not_found' }, 404);
    await extension.render();
    await untilShown('There is no tracking for this order yet.');
  });

  it.each<[string, typeof fetch]>([
    ['fails', answering({ error: 'unavailable' }, 500)],
    ['cannot be reached', async () => Promise.reject(new TypeError('Failed to fetch'))],
    ['answers something that is no answer', async () => new Response('<html>')],
  ])('says so where the app %s, and asks again when told to', async (_, app) => {
    extension.fetch = app;
    await extension.render();
    await untilShown('Tracking is not available right now');
    extension.fetch = answering(toldOrder());
    document.querySelector('s-button')?.dispatchEvent(new Event('click'));
    await untilShown('Your parcel is on its way');
  });

  it('speaks Chinese to a Chinese customer, its own words and those of the app', async () => {
    speak('zh-CN', 'zh-CN');
    extension.fetch = answering(toldOrder({ locale: 'zh-CN', parcels: [toldParcel({ status: '您的包裹正在运送途中', date: '预计 11月24日星期二 送达', why: null })] }));
    await extension.render();
    await untilShown('您的包裹正在运送途中');
    expect(onScreen()).toContain('您的订单在哪里');
    expect(onScreen()).toContain('追踪与帮助');
  });

  it("has the merchant's heading where one was set", async () => {
    extension.shopify.settings.value = { heading: 'Your parcel, live' };
    extension.fetch = answering(toldOrder());
    await extension.render();
    await untilShown('Your parcel, live');
  });

  it('shows the merchant what will stand there while the editor has no order', async () => {
    extension.shopify.order.value = undefined;
    await extension.render();
    await untilShown('The parcels of the order appear here.');
  });
});
