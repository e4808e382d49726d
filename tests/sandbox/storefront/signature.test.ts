import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { proxySignature, signProxyQuery } from '#sandbox/storefront/proxy-signature.ts';

describe('the app proxy signature', () => {
  it.each([
    ['a signed-in customer', '1', '4c68c8624d737112c91818c11017d24d334b524cb5c2b8ba08daa056f7395ddb'],
    ['a visitor', '', 'e072b6d7e6622d85912a5214b860d3100dc1e73d9bc29f43796ac8c9ff8093cb'],
  ])('is that of the example in Shopify’s documentation for %s', (_, customer, signature) => {
    const query = `extra=1&extra=2&shop=shop-name.myshopify.com&logged_in_customer_id=${customer}&path_prefix=%2Fapps%2Fawesome_reviews&timestamp=1317327555`;
    expect(proxySignature(new URLSearchParams(query), 'hush')).toBe(signature);
  });

  it('covers the sorted parameters, lists joined by commas, nothing between pairs', () => {
    const message = 'a=1,2b=zshop=x.myshopify.com';
    const expected = createHmac('sha256', 's').update(message).digest('hex');
    expect(proxySignature(new URLSearchParams('shop=x.myshopify.com&b=z&a=1&a=2'), 's')).toBe(expected);
  });

  it('drops what a visitor claims in Shopify’s name', () => {
    const signed = signProxyQuery(
      new URLSearchParams('shop=evil.myshopify.com&signature=00&logged_in_customer_id=7&order=1001'),
      { shop: 'good.myshopify.com', path_prefix: '/apps/aftercare', timestamp: '1', logged_in_customer_id: '' },
      's',
    );
    expect(signed.getAll('shop')).toEqual(['good.myshopify.com']);
    expect(signed.getAll('logged_in_customer_id')).toEqual(['']);
    expect(signed.getAll('signature')).toHaveLength(1);
    expect(signed.get('order')).toBe('1001');
    expect(signed.get('signature')).toBe(proxySignature(signed, 's'));
  });
});
