import { createHmac } from 'node:crypto';
import { after, minute } from '#app/kernel/time.ts';
import { isSame } from '#app/platform/crypto/signature.ts';
import type { Shop } from '#app/platform/shops/shop.ts';

/** How long a page goes on without being used. */
export const customerKeyLife = 30 * minute;

/** What a page of a signed-in customer carries: which sign-in it is, until when, signed for this shop. No token of Shopify's is in it. */
export function customerKey(shop: Pick<Shop, 'id'>, sessionId: string, { secret, now }: { secret: string; now: Date }): string {
  const terms = `${sessionId}.${Math.floor(after(now, customerKeyLife).getTime() / 1_000).toString(36)}`;
  return `${terms}.${sign(shop.id, terms, secret)}`;
}

/** The sign-in a key belongs to, or null where it is over or nobody of us signed it for this shop. */
export function sessionOfKey(shop: Pick<Shop, 'id'>, key: string, { secrets, now }: { secrets: readonly string[]; now: Date }): string | null {
  const [sessionId = '', seconds = '', given = '', ...more] = key.split('.');
  if (more.length > 0 || !/^[0-9a-f-]{36}$/.test(sessionId) || !/^[0-9a-z]{1,8}$/.test(seconds)) return null;
  if (!secrets.some((secret) => isSame(given, sign(shop.id, `${sessionId}.${seconds}`, secret)))) return null;
  return Number.parseInt(seconds, 36) * 1_000 > now.getTime() ? sessionId : null;
}

function sign(shopId: number, terms: string, secret: string): string {
  return createHmac('sha256', secret).update(`customer-key:${shopId}:${terms}`).digest('base64url');
}
