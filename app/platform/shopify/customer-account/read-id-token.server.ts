import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { z } from 'zod';
import { minute, second } from '#app/kernel/time.ts';
import { isSame } from '#app/platform/crypto/signature.ts';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { AccountServer } from './discovery.server.ts';

export type ReadIdToken = { is: 'valid' } | { is: 'refused'; error: string } | { is: 'unavailable'; cause: unknown };

const claims = z.object({ nonce: z.string() });
/** Keys of so many servers are kept; each fetches its own anew when it meets one it does not know. */
const most = 200;

/** Reads id tokens: signed by the server's own key, made by it for this app, valid now, and for the sign-in whose nonce it carries. */
export function createReadIdToken({ clientId, clock }: { clientId: string; clock: Clock }) {
  const keySets = new Map<string, ReturnType<typeof createRemoteJWKSet>>();
  const keysOf = (jwksUri: string) => {
    const keys = keySets.get(jwksUri) ?? createRemoteJWKSet(new URL(jwksUri), { timeoutDuration: 3 * second, cooldownDuration: 10 * second, cacheMaxAge: 10 * minute });
    keySets.set(jwksUri, keys);
    const [oldest] = keySets.keys();
    if (keySets.size > most && oldest !== undefined) keySets.delete(oldest);
    return keys;
  };

  return async (server: AccountServer, idToken: string, nonce: string): Promise<ReadIdToken> => {
    try {
      const { payload } = await jwtVerify(idToken, keysOf(server.jwksUri), {
        algorithms: ['RS256'],
        issuer: server.issuer,
        audience: clientId,
        requiredClaims: ['exp', 'iat', 'sub', 'nonce'],
        currentDate: clock.now(),
        clockTolerance: 60,
      });
      const read = claims.safeParse(payload);
      return read.success && isSame(read.data.nonce, nonce) ? { is: 'valid' } : { is: 'refused', error: 'nonce' };
    } catch (cause) {
      if (cause instanceof errors.JWKSTimeout || !(cause instanceof errors.JOSEError)) return { is: 'unavailable', cause };
      return { is: 'refused', error: cause.code };
    }
  };
}
