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
export function orderKey(shop: Pick<Shop, 'id'>, key: OrderKey, secret: string): string {
  return signed(shop, key, secret);
}

function signed(shop: Pick<Shop, 'id'>, { orderId, purpose, expiresAt }: { orderId: string; purpose: string; expiresAt: Date }, secret: string): string {
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
export function orderOfKey(shop: Pick<Shop, 'id'>, key: string, asked: Asked): OrderKey | 'expired' | null {
  const read = readKey(shop, key, asked);
  if (read === null || !isPurpose(read.purpose)) return null;
  return read.isOver ? 'expired' : { orderId: read.orderId, purpose: read.purpose, expiresAt: read.expiresAt };
}

/** A key for who was given what is in an order: it opens what a gift's recipient may do, and is no order key to anything else. */
export function giftKey(shop: Pick<Shop, 'id'>, { orderId, expiresAt }: Omit<OrderKey, 'purpose'>, secret: string): string {
  return signed(shop, { orderId, purpose: gift, expiresAt }, secret);
}

/** The order of a gift's key, `expired` for one of ours that is over, or null for any other key. */
export function orderOfGiftKey(shop: Pick<Shop, 'id'>, key: string, asked: Asked): string | 'expired' | null {
  const read = readKey(shop, key, asked);
  if (read?.purpose !== gift) return null;
  return read.isOver ? 'expired' : read.orderId;
}

interface Asked {
  secrets: readonly string[];
  now: Date;
}

const gift = 'gift';

function readKey(shop: Pick<Shop, 'id'>, key: string, { secrets, now }: Asked): { orderId: string; purpose: string; expiresAt: Date; isOver: boolean } | null {
  const [orderId = '', purpose = '', seconds = '', given = '', ...more] = key.split('.');
  if (!isNumericId(orderId) || !/^[0-9a-z]{1,8}$/.test(seconds) || more.length > 0) return null;
  if (!secrets.some((secret) => isSame(given, sign(shop.id, `${orderId}.${purpose}.${seconds}`, secret)))) return null;
  const expiresAt = new Date(Number.parseInt(seconds, 36) * 1_000);
  return { orderId, purpose, expiresAt, isOver: expiresAt <= now };
}

function isPurpose(text: string): text is KeyPurpose {
  return text === 'order' || text === 'full';
}

function sign(shopId: number, terms: string, secret: string): string {
  return createHmac('sha256', secret).update(`order-key:${shopId}:${terms}`).digest('base64url');
}
