import { z } from 'zod';
import { isSignedByOne } from '#app/platform/crypto/signature.ts';

const claims = z.object({ dest: z.url(), iss: z.string() });

/**
 * The shop a request's session token was signed for by the admin, or null. Shopify signs the tokens of customers with the same secret for
 * the same app; only the issuer says that somebody of the shop is asking. Whether the token is still valid is for Shopify's library to say.
 */
export function signedShop(request: Request, secret: string): string | null {
  const [header = '', payload = '', signature = ''] = sessionTokenOf(request).split('.');
  if (!isSignedByOne(`${header}.${payload}`, Buffer.from(signature, 'base64url'), [secret])) return null;
  const read = claims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
  if (!read.success) return null;
  const { hostname } = new URL(read.data.dest);
  return read.data.iss === `https://${hostname}/admin` ? hostname : null;
}

/** The session token a request of the admin brings, unread; empty where it brings none. */
export function sessionTokenOf(request: Request): string {
  const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  return bearer ?? new URL(request.url).searchParams.get('id_token') ?? '';
}
