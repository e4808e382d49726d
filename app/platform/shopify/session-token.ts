import { z } from 'zod';
import { readJson } from '#app/kernel/json.ts';
import { isSignedByOne } from '#app/platform/crypto/signature.ts';

const header = z.object({ alg: z.literal('HS256') });
const claims = z.object({ aud: z.string(), dest: z.string().min(1), exp: z.number(), nbf: z.number().optional(), sub: z.string().optional() });
/** Clocks differ; Shopify's own library forgives as much. */
const leewaySeconds = 10;

export type SessionClaims = z.infer<typeof claims>;

interface Expected {
  clientId: string;
  /** Current first; a rotated one is honoured while it is configured. */
  secrets: readonly string[];
  now: Date;
}

/** The claims of a session token that Shopify signed for this app and that is valid now; else null. */
export function readSessionToken(token: string, { clientId, secrets, now }: Expected): SessionClaims | null {
  const [head = '', body = '', signature = '', ...rest] = token.split('.');
  if (rest.length > 0 || !header.safeParse(decode(head)).success || !isSignedByOne(`${head}.${body}`, Buffer.from(signature, 'base64url'), secrets)) return null;
  const read = claims.safeParse(decode(body));
  if (!read.success || read.data.aud !== clientId) return null;
  const seconds = now.getTime() / 1_000;
  const { exp, nbf = 0 } = read.data;
  return exp + leewaySeconds > seconds && nbf - leewaySeconds <= seconds ? read.data : null;
}

/** The shop a token was made for, written with or without its scheme. */
export function shopOf({ dest }: SessionClaims): string {
  return dest.replace(/^https:\/\//, '').replace(/\/.*$/, '').toLowerCase();
}

function decode(part: string): unknown {
  return readJson(Buffer.from(part, 'base64url').toString('utf8'));
}
