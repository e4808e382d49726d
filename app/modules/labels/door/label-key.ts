import { createHmac } from 'node:crypto';
import { after, day } from '#app/kernel/time.ts';
import { isSame } from '#app/platform/crypto/signature.ts';
import type { Shop } from '#app/platform/shops/shop.ts';

/** Where Shopify's app proxy shows a label inside the shop's storefront. */
const page = '/apps/aftercare/return-label';

/** How long the address that Shopify and mails are given leads to a label, from when it was made. */
export const labelLife = 180 * day;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A key to one label of one shop until a moment, signed. It ends sooner where the label does. */
export function labelKey(shop: Pick<Shop, 'id'>, labelId: string, expiresAt: Date, secret: string): string {
  const terms = `${labelId}.${Math.floor(expiresAt.getTime() / 1_000).toString(36)}`;
  return `${terms}.${sign(shop.id, terms, secret)}`;
}

/** The label a key opens; null where nobody of us signed it for this shop, or it is over. Any of the secrets will do. */
export function labelOfKey(shop: Pick<Shop, 'id'>, key: string, { secrets, now }: { secrets: readonly string[]; now: Date }): string | null {
  const [labelId = '', seconds = '', given = '', ...more] = key.split('.');
  if (!uuid.test(labelId) || !/^[0-9a-z]{1,8}$/.test(seconds) || more.length > 0) return null;
  if (!secrets.some((secret) => isSame(given, sign(shop.id, `${labelId}.${seconds}`, secret)))) return null;
  return new Date(Number.parseInt(seconds, 36) * 1_000) > now ? labelId : null;
}

/** Where a label is seen: its file, its code, or the page to print and read. */
export function labelAddress(shop: Pick<Shop, 'id' | 'primaryUrl'>, { id, readyAt }: { id: string; readyAt: Date }, secret: string, show: 'file' | 'page' | 'qr' = 'file'): string {
  const key = labelKey(shop, id, after(readyAt, labelLife), secret);
  return `${shop.primaryUrl}${page}?key=${key}${show === 'file' ? '' : `&show=${show}`}`;
}

function sign(shopId: number, terms: string, secret: string): string {
  return createHmac('sha256', secret).update(`label-key:${shopId}:${terms}`).digest('base64url');
}
