import { createHmac } from 'node:crypto';
import { isNumericId } from '#app/kernel/ids.ts';
import { isSame } from '#app/platform/crypto/signature.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { Proof } from './proof.ts';

/** What a key proves; a parcel's number needs none. */
export type KeyPurpose = Exclude<Proof, 'number'>;

interface KeyTerms {
  purpose: KeyPurpose;
  expiresAt: Date;
}

/** An order that somebody holds a key to. */
export interface OrderKey extends KeyTerms {
  orderId: string;
}

/** Where Shopify's app proxy shows our page inside the shop's storefront. */
const page = '/apps/aftercare/track';

/** A key to one order of one shop: what it proves and until when, signed. */
export function orderKey(shop: Pick<Shop, 'id'>, { orderId, purpose, expiresAt }: OrderKey, secret: string): string {
  const terms = `${orderId}.${purpose}.${Math.floor(expiresAt.getTime() / 1_000).toString(36)}`;
  return `${terms}.${sign(shop.id, terms, secret)}`;
}

/** The address of one order's page for mails: whoever holds it sees the order, as far as its purpose goes, until it expires. */
export function orderLink(shop: Pick<Shop, 'id' | 'primaryUrl'>, orderId: string, terms: KeyTerms, secret: string): string {
  return `${shop.primaryUrl}${page}?key=${orderKey(shop, { orderId, ...terms }, secret)}`;
}

/**
 * The order a key opens, `expired` for one of ours that is over, or null where nobody of us signed it for this shop.
 * Any of the secrets will do.
 */
export function orderOfKey(shop: Pick<Shop, 'id'>, key: string, { secrets, now }: { secrets: readonly string[]; now: Date }): OrderKey | 'expired' | null {
  const [orderId = '', purpose = '', seconds = '', given = '', ...more] = key.split('.');
  if (!isNumericId(orderId) || !isPurpose(purpose) || !/^[0-9a-z]{1,8}$/.test(seconds) || more.length > 0) return null;
  if (!secrets.some((secret) => isSame(given, sign(shop.id, `${orderId}.${purpose}.${seconds}`, secret)))) return null;
  const expiresAt = new Date(Number.parseInt(seconds, 36) * 1_000);
  return expiresAt > now ? { orderId, purpose, expiresAt } : 'expired';
}

function isPurpose(text: string): text is KeyPurpose {
  return text === 'order' || text === 'full';
}

function sign(shopId: number, terms: string, secret: string): string {
  return createHmac('sha256', secret).update(`order-key:${shopId}:${terms}`).digest('base64url');
}
