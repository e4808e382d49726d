import { createHmac } from 'node:crypto';

const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
const seconds = () => Math.floor(Date.now() / 1_000);

/** The claims of a token that customer accounts hand to an extension; `dest` is a bare host there. */
export function customerClaims(shopDomain: string, customerId: string | null, clientId = 'aftercare-local-client-id') {
  const at = seconds();
  return { dest: shopDomain, aud: clientId, exp: at + 300, nbf: at, iat: at, jti: 'a-token', ...(customerId === null ? {} : { sub: `gid://shopify/Customer/${customerId}` }) };
}

/** A session token as Shopify signs it, unless told otherwise. */
export function signToken(claims: object, secret: string, header: object = { alg: 'HS256', typ: 'JWT' }): string {
  const message = `${encode(header)}.${encode(claims)}`;
  return `${message}.${createHmac('sha256', secret).update(message).digest('base64url')}`;
}
