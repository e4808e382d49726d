import { z } from 'zod';
import { after, minute } from '#app/kernel/time.ts';
import { readJson } from '#app/kernel/json.ts';
import { isSame } from '#app/platform/crypto/signature.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';

/** How long somebody may take to sign in. */
const signInLife = 15 * minute;

const begun = z.object({ shopId: z.number(), state: z.string(), nonce: z.string(), verifier: z.string(), to: z.string(), lang: z.string(), endsAt: z.number() });

/** A sign-in under way, known to the browser it began in and to nobody else. */
export type BegunSignIn = z.infer<typeof begun>;

/** Only for our own host, only over TLS, not for scripts; it comes along when Shopify sends the browser back. */
const attributes = 'Path=/; Secure; HttpOnly; SameSite=Lax';

/** Several tabs may sign in at once: each state has its own cookie. */
const nameOf = (state: string): string => `__Host-aftercare-sign-in-${state.slice(0, 16).replace(/[^\w-]/g, '')}`;

/** The cookie that binds a sign-in to this browser: sealed, so that it cannot be read or made by anybody. */
export function signInCookie(sealer: Sealer, signIn: Omit<BegunSignIn, 'endsAt'>, now: Date): string {
  const sealed = sealer.seal(JSON.stringify({ ...signIn, endsAt: after(now, signInLife).getTime() } satisfies BegunSignIn));
  return `${nameOf(signIn.state)}=${sealed}; Max-Age=${signInLife / 1_000}; ${attributes}`;
}

/** Takes the cookie of a sign-in away again. */
export function noSignInCookie(state: string): string {
  return `${nameOf(state)}=; Max-Age=0; ${attributes}`;
}

/** The sign-in that this browser began with this state; null where it began none, or too long ago. */
export function begunSignIn(sealer: Sealer, cookies: string | null, state: string, now: Date): BegunSignIn | null {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim().split('='));
  const sealed = pairs.find(([name]) => name === nameOf(state))?.[1];
  if (!sealed) return null;
  const read = begun.safeParse(readJson(opened(sealer, sealed)));
  return read.success && isSame(state, read.data.state) && read.data.endsAt > now.getTime() ? read.data : null;
}

function opened(sealer: Sealer, sealed: string): string {
  try {
    return sealer.open(sealed);
  } catch {
    return '';
  }
}
