import { SignJWT, jwtVerify } from 'jose';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { RegisteredApp } from '../contract.ts';

const LIFETIME_SECONDS = 60;
const key = (secret: string) => new TextEncoder().encode(secret);

/** Who an id token speaks for. */
export interface IdTokenSubject {
  userId: string;
  sessionId: string;
}

/**
 * Signs the id token (session token) that the admin hands to the embedded app: valid for one minute, for one shop and one user.
 * Its times are the machine's and not the sandbox clock's, because the app checks them against its own clock.
 */
export async function mintIdToken(app: RegisteredApp, shopDomain: string, subject: IdTokenSubject): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT({ dest: `https://${shopDomain}`, sid: subject.sessionId })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuer(`https://${shopDomain}/admin`)
    .setAudience(app.clientId)
    .setSubject(subject.userId)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + LIFETIME_SECONDS)
    .setJti(randomUUID())
    .sign(key(app.clientSecret));
}

const claims = z.object({ dest: z.string(), sub: z.string(), sid: z.string() });

/** Reads an id token as the token endpoint does: signed by this app's secret, for this app and shop, not expired; else null. */
export async function readIdToken(app: RegisteredApp, shopDomain: string, token: string): Promise<IdTokenSubject | null> {
  try {
    const { payload } = await jwtVerify(token, key(app.clientSecret), {
      algorithms: ['HS256'],
      audience: app.clientId,
      issuer: `https://${shopDomain}/admin`,
      requiredClaims: ['exp', 'nbf'],
    });
    const { dest, sub, sid } = claims.parse(payload);
    return dest === `https://${shopDomain}` ? { userId: sub, sessionId: sid } : null;
  } catch {
    return null;
  }
}
