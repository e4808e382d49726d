import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderKey, orderLink, orderOfKey } from '#app/modules/access/index.server.ts';

const shop = { id: 7, primaryUrl: 'https://quill.example' };
const now = new Date('2026-11-21T12:00:00Z');
const expiresAt = new Date('2026-11-21T12:30:00Z');
const terms = { purpose: 'order', expiresAt } as const;
const read = (key: string, changes: { shop?: number; secrets?: string[]; now?: Date } = {}) =>
  orderOfKey({ id: changes.shop ?? shop.id }, key, { secrets: changes.secrets ?? ['present'], now: changes.now ?? now });

describe('a signed link', () => {
  it('leads to the page in the shop’s own storefront and opens its order for its purpose', () => {
    const link = new URL(orderLink(shop, '5001', terms, 'present'));
    expect(link.origin + link.pathname).toBe('https://quill.example/apps/aftercare/track');
    expect(read(link.searchParams.get('key') ?? '')).toEqual({ orderId: '5001', purpose: 'order', expiresAt });
  });

  it('is over at its end, and says so', () => {
    const key = orderKey(shop, { orderId: '5001', ...terms }, 'present');
    expect(read(key, { now: new Date(expiresAt.getTime() - 1) })).toMatchObject({ orderId: '5001' });
    expect(read(key, { now: expiresAt })).toBe('expired');
  });

  it('is honoured with the secret before a rotation, and with no other', () => {
    const key = orderKey(shop, { orderId: '5001', ...terms }, 'former');
    expect(read(key, { secrets: ['present', 'former'] })).toMatchObject({ orderId: '5001' });
    expect(read(key)).toBeNull();
  });

  it('of another shop opens nothing', () => {
    expect(read(orderKey({ id: 8 }, { orderId: '5001', ...terms }, 'present'))).toBeNull();
  });

  it('cannot be made to open another order, to prove more, or to last longer', () => {
    const [, , seconds = '', signature = ''] = orderKey(shop, { orderId: '5001', ...terms }, 'present').split('.');
    const later = (Number.parseInt(seconds, 36) + 1).toString(36);
    for (const forged of [`5002.order.${seconds}`, `5001.full.${seconds}`, `5001.order.${later}`, `05001.order.${seconds}`]) {
      expect(read(`${forged}.${signature}`)).toBeNull();
    }
  });

  it('takes nothing for a key that was not signed, whatever it looks like', () => {
    const part = fc.constantFrom('5001', 'order', 'full', 'zz', '', '.', '0', 'é', '5001.order.zzzzzz');
    fc.assert(fc.property(fc.oneof(fc.string(), fc.array(part, { maxLength: 6 }).map((parts) => parts.join('.'))), (key) => read(key) === null));
  });
});
