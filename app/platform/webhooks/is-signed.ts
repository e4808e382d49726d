import { isSignedByOne } from '#app/platform/crypto/signature.ts';

/** True where the signature is Shopify's over exactly these bytes, by one of the secrets. */
export function isSigned(body: Buffer, signature: string, secrets: readonly string[]): boolean {
  return isSignedByOne(body, Buffer.from(signature, 'base64'), secrets);
}
