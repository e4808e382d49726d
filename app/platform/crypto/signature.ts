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

/** True where these bytes are the HMAC-SHA256 of the message by one of the secrets: the current one, or one that is being replaced. */
export function isSignedByOne(message: string | Buffer, signature: Buffer, secrets: readonly string[]): boolean {
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(message).digest();
    return expected.length === signature.length && timingSafeEqual(expected, signature);
  });
}
