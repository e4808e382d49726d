import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { randomUUID } from 'node:crypto';

/** The key Shopify signs id tokens with, and its public half as a JWKS. */
export interface SigningKey {
  jwks(): { keys: JWK[] };
  sign(claims: Record<string, unknown>, terms: { issuer: string; audience: string; seconds: number }): Promise<string>;
  /** From now on another key signs; the one before is no longer published. */
  rotate(): Promise<void>;
}

/** Makes an RS256 key. The times of what it signs are the machine's and not the sandbox clock's, because the app checks them against its own. */
export async function createSigningKey(): Promise<SigningKey> {
  const make = async () => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const kid = randomUUID();
    return { privateKey, kid, published: { ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' } };
  };
  let current = await make();
  return {
    jwks: () => ({ keys: [current.published] }),
    sign(claims, { issuer, audience, seconds }) {
      const now = Math.floor(Date.now() / 1_000);
      return new SignJWT({ iss: issuer, aud: audience, iat: now, exp: now + seconds, ...claims }).setProtectedHeader({ alg: 'RS256', kid: current.kid, typ: 'JWT' }).sign(current.privateKey);
    },
    async rotate() {
      current = await make();
    },
  };
}
