import { createHmac, timingSafeEqual } from 'node:crypto';

/** True where the signature is Shopify's over exactly these bytes, by one of the secrets. */
export function isSigned(body: Buffer, signature: string, secrets: readonly string[]): boolean {
  const given = Buffer.from(signature, 'base64');
  return secrets.some((secret) => {
    const expected = createHmac('sha256', secret).update(body).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
