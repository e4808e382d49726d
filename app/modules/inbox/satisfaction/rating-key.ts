import { createHmac } from 'node:crypto';
import { spokenLink } from '#app/kernel/spoken-link.ts';
import { isSame } from '#app/platform/crypto/signature.ts';
import type { Shop } from '#app/platform/shops/shop.ts';

/** Speaks for a ticket's customer about how they were helped, and about nothing else. */
export function ratingKey(shopId: number, ticketId: number, secret: string): string {
  return `${shopId}.${ticketId}.${sign(shopId, String(ticketId), secret)}`;
}

/** The ticket that a key speaks for, or null where nobody of us signed it. Any of the secrets will do. */
export function ticketOfKey(key: string, secrets: readonly string[]): { shopId: number; ticketId: number } | null {
  const [, shop = '', ticket = '', given = ''] = /^(\d{1,9})\.(\d{1,9})\.([\w-]{43})$/.exec(key) ?? [];
  const shopId = Number(shop);
  return secrets.some((secret) => isSame(given, sign(shopId, ticket, secret))) ? { shopId, ticketId: Number(ticket) } : null;
}

/** The page in the storefront on which they say it, in their language, a score chosen already. */
export const ratingUrl = (shop: Pick<Shop, 'primaryUrl'>, { key, score, locale }: { key: string; score: number; locale: string }) => spokenLink(`${shop.primaryUrl}/apps/aftercare/rating?key=${key}&score=${score}`, locale);

function sign(shopId: number, ticketId: string, secret: string): string {
  return createHmac('sha256', secret).update(`rating:${shopId}:${ticketId}`).digest('base64url');
}
