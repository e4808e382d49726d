import { createHmac, timingSafeEqual } from 'node:crypto';
import { isNumericId } from '#app/kernel/ids.ts';
import type { Shop } from '#app/platform/shops/shop.ts';

/** The address of one order's page for mails: whoever holds it sees the order without typing anything. */
export function trackingLink(shop: Pick<Shop, 'id' | 'domain'>, orderId: string, secret: string): string {
  return `https://${shop.domain}/apps/aftercare/track?key=${orderId}.${sign(shop.id, orderId, secret)}`;
}

/** The order a link's key stands for, or null where nobody of us signed it for this shop. Any of the secrets will do. */
export function orderOfKey(shop: Pick<Shop, 'id'>, key: string, secrets: readonly string[]): string | null {
  const [orderId = '', given = ''] = key.split('.');
  if (!isNumericId(orderId)) return null;
  const signature = Buffer.from(given);
  const known = secrets.some((secret) => {
    const expected = Buffer.from(sign(shop.id, orderId, secret));
    return expected.length === signature.length && timingSafeEqual(expected, signature);
  });
  return known ? orderId : null;
}

function sign(shopId: number, orderId: string, secret: string): string {
  return createHmac('sha256', secret).update(`tracking-link:${shopId}:${orderId}`).digest('base64url');
}
