import { randomBytes } from 'node:crypto';

/** A token for a shop: names it, and cannot be guessed. */
export function newPushToken(shopId: number): string {
  return `${shopId.toString(36)}-${randomBytes(24).toString('base64url')}`;
}

/** The shop that a token names; whether it is that shop's token is for the caller to compare. */
export function shopInToken(token: string): number | null {
  const [, written] = /^([0-9a-z]{1,7})-[\w-]{32}$/.exec(token) ?? [];
  const id = written === undefined ? Number.NaN : Number.parseInt(written, 36);
  return Number.isSafeInteger(id) && id > 0 && id < 2 ** 31 ? id : null;
}

/** Where a service beside Shopify sends its news, as `mail/postmark`. */
export function pushAddress(appUrl: string, road: string, token: string): string {
  return `${appUrl}/inbound/${road}?token=${token}`;
}
