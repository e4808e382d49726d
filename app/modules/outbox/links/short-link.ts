import { createHmac } from 'node:crypto';
import { isSame } from '#app/platform/crypto/signature.ts';
import type { Shop } from '#app/platform/shops/shop.ts';

/** Stands in a short address for the key of the message it came with, as long as most keys are; it is put in its place as the message leaves. */
const placeholder = 'key-of-this-message-0';
const placeholders = new RegExp(`(?<=[?&]s=)${placeholder}`, 'g');

/** The address of the page of a message's order, short enough for a text message: its key names the message, and is put in as it leaves. */
export const shortLink = (shop: Pick<Shop, 'primaryUrl'>) => `${shop.primaryUrl}/apps/aftercare/t?s=${placeholder}`;

/** The words with the message's own key in their short addresses; with none where nobody is to come by them. */
export function keyLinks(words: string, key: string | null): string {
  return words.replace(placeholders, key ?? '');
}

/** Opens the page of the order that a message is about, and is no mark: a mark opens nothing. */
export function shortKey(shopId: number, messageId: bigint, secret: string): string {
  return `${messageId.toString(36)}.${sign(shopId, messageId, secret)}`;
}

/** The message a short key names, or null where nobody of us made it for this shop. Any of the secrets will do. */
export function messageOfShortKey(shopId: number, key: string, secrets: readonly string[]): bigint | null {
  const [, written = '', given = ''] = /^([0-9a-z]{1,10})\.([\w-]{16})$/.exec(key) ?? [];
  if (written === '') return null;
  const messageId = BigInt(Number.parseInt(written, 36));
  return secrets.some((secret) => isSame(given, sign(shopId, messageId, secret))) ? messageId : null;
}

function sign(shopId: number, messageId: bigint, secret: string): string {
  return createHmac('sha256', secret).update(`message-page:${shopId}:${messageId}`).digest('base64url').slice(0, 16);
}
