import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** True where both say the same; takes as long whatever they say. */
export function isSame(given: string | null, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given !== null && timingSafeEqual(digest(given), digest(expected));
}

/** True where `given` is the provider's HMAC-SHA256 over exactly these bytes. */
export function isHmac(given: string | null, secret: string, body: Buffer, encoding: 'hex' | 'base64', prefix = ''): boolean {
  return isSame(given, prefix + createHmac('sha256', secret).update(body).digest(encoding));
}
