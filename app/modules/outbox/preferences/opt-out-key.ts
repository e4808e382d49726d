import { createHmac } from 'node:crypto';
import { isSame } from '#app/platform/crypto/signature.ts';
import type { Shop } from '#app/platform/shops/shop.ts';

/** What signs and opens the links with which people say what they want to hear. */
export interface OptOutLinks {
  /** Where this app answers by itself, outside the storefront. */
  appUrl: string;
  secret: string;
}

/** Stands in a message for the address of its reader's preferences; it is put in its place as the message leaves. */
export const preferencesPlaceholder = 'https://preferences.invalid/';

/** Speaks for the reader of one message about what they want to hear, for as long as the message is kept. */
export function optOutKey(shopId: number, messageId: string, secret: string): string {
  return `${shopId}.${messageId}.${sign(shopId, messageId, secret)}`;
}

/** The message a key speaks for, or null where nobody of us signed it. Any of the secrets will do. */
export function messageOfKey(key: string, secrets: readonly string[]): { shopId: number; messageId: string } | null {
  const [, shop = '', messageId = '', given = ''] = /^(\d{1,9})\.(\d{1,18})\.([\w-]{43})$/.exec(key) ?? [];
  const shopId = Number(shop);
  return secrets.some((secret) => isSame(given, sign(shopId, messageId, secret))) ? { shopId, messageId } : null;
}

/** The address that mail programs post to when their reader presses "unsubscribe" (RFC 8058). */
export const unsubscribeUrl = (links: OptOutLinks, shopId: number, messageId: string) => `${links.appUrl}/unsubscribe/${optOutKey(shopId, messageId, links.secret)}`;

/** The page in the shop's storefront where a person says what they want to hear. */
export const preferencesUrl = (shop: Pick<Shop, 'primaryUrl'>, key: string) => `${preferencesPage(shop)}?key=${key}`;

/** The same without anybody's key. */
export const preferencesPage = (shop: Pick<Shop, 'primaryUrl'>) => `${shop.primaryUrl}/apps/aftercare/preferences`;

function sign(shopId: number, messageId: string, secret: string): string {
  return createHmac('sha256', secret).update(`opt-out:${shopId}:${messageId}`).digest('base64url');
}
