import { describe, expect, it } from 'vitest';
import { giftKey, orderKey, orderOfGiftKey, orderOfKey } from '#app/modules/access/index.server.ts';

const shop = { id: 7 };
const now = new Date('2026-11-21T12:00:00Z');
const expiresAt = new Date('2026-11-21T13:00:00Z');
const asked = { secrets: ['present'], now };
const key = giftKey(shop, { orderId: '5001', expiresAt }, 'present');

describe('the key of a gift', () => {
  it('names its order to who asks for a gift, and to nobody else', () => {
    expect(orderOfGiftKey(shop, key, asked)).toBe('5001');
    expect(orderOfKey(shop, key, asked)).toBeNull();
    expect(orderOfGiftKey(shop, orderKey(shop, { orderId: '5001', purpose: 'full', expiresAt }, 'present'), asked)).toBeNull();
  });

  it('cannot be made to prove more, to open another order, or to last longer', () => {
    const [, , seconds = '', signature = ''] = key.split('.');
    for (const forged of [`5001.full.${seconds}`, `5001.order.${seconds}`, `5001.number.${seconds}`]) expect(orderOfKey(shop, `${forged}.${signature}`, asked)).toBeNull();
    for (const forged of [`5002.gift.${seconds}`, `5001.gift.zzzzzz`]) expect(orderOfGiftKey(shop, `${forged}.${signature}`, asked)).toBeNull();
  });

  it('is over at its end, and is none of another shop or secret', () => {
    expect(orderOfGiftKey(shop, key, { ...asked, now: expiresAt })).toBe('expired');
    expect(orderOfGiftKey({ id: 8 }, key, asked)).toBeNull();
    expect(orderOfGiftKey(shop, key, { ...asked, secrets: ['other'] })).toBeNull();
  });
});
