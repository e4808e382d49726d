import { z } from 'zod';
import { second } from '#app/kernel/time.ts';

/** What the token endpoint gave. */
export interface IssuedTokens {
  accessToken: string;
  /** Null where Shopify gives none: the sign-in then ends with its access token. */
  refreshToken: string | null;
  idToken: string | null;
  expiresInSeconds: number;
}

/** `refused`: for good; `unavailable`: nobody knows, asking again may help. */
export type TokenAnswer = { is: 'granted'; tokens: IssuedTokens } | { is: 'refused'; error: string } | { is: 'unavailable'; cause: unknown };

const granted = z.object({ access_token: z.string().min(1), refresh_token: z.string().min(1).nullish(), id_token: z.string().nullish(), expires_in: z.coerce.number().positive() });
const refusal = z.object({ error: z.string() });

/** Asks the token endpoint as the public client that the app is: no secret, but the origin it is registered with. */
export async function askForTokens(endpoint: string, origin: string, fields: Record<string, string>): Promise<TokenAnswer> {
  try {
    const answer = await fetch(endpoint, {
      method: 'POST',
      redirect: 'error',
      headers: { origin, accept: 'application/json', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(fields).toString(),
      signal: AbortSignal.timeout(10 * second),
    });
    const body: unknown = await answer.json().catch(() => null);
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return { is: 'refused', error: refusal.safeParse(body).data?.error ?? String(answer.status) };
    if (!answer.ok) return { is: 'unavailable', cause: new Error(`The token endpoint answered ${answer.status}.`) };
    const tokens = granted.parse(body);
    return { is: 'granted', tokens: { accessToken: tokens.access_token, refreshToken: tokens.refresh_token ?? null, idToken: tokens.id_token ?? null, expiresInSeconds: tokens.expires_in } };
  } catch (cause) {
    return { is: 'unavailable', cause };
  }
}
