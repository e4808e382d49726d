// @vitest-environment jsdom
import { setUpExtension } from '@shopify/ui-extensions-tester';
import { describe, expect, it } from 'vitest';
import { translator } from './on-screen.ts';

describe("the entry in an order's menu", () => {
  it.each([
    ['en.default', 'Track and get help'],
    ['zh-CN', '追踪与帮助'],
  ])('is one button, as Shopify demands, that leads to the page of this order (%s)', async (file, label) => {
    using extension = setUpExtension('customer-account.order.action.menu-item.render', { configSearchDir: 'extensions/order-tracking' });
    extension.shopify.orderId = 'gid://shopify/Order/5001';
    Object.assign(extension.shopify.i18n, { translate: translator('order-tracking', file) });
    await extension.render();
    expect([...document.body.querySelectorAll('*')].map(({ localName }) => localName)).toEqual(['s-button']);
    expect(document.body.textContent).toBe(label);
    expect(document.querySelector('s-button')?.getAttribute('href')).toBe('extension:track-and-help/customer-account.order.page.render/5001/');
  });
});
