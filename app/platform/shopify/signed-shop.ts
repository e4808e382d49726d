import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';

const claims = z.object({ dest: z.url() });

/** The shop a request's session token was signed for, or null. Whether the token is still valid is for Shopify's library to say. */
export function signedShop(request: Request, secret: string): string | null {
  const bearer = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
  const [header = '', payload = '', signature = ''] = (bearer ?? new URL(request.url).searchParams.get('id_token') ?? '').split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = createHmac('sha256', secret).update(`${header}.${payload}`).digest();
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return new URL(claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).dest).hostname;
}
