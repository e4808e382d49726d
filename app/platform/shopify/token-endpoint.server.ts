import { z } from 'zod';

export interface AppCredentials {
  apiKey: string;
  apiSecret: string;
}

/** What a refresh brings. */
export interface RefreshedToken {
  accessToken: string;
  scope: string;
  expiresInSeconds: number;
  refreshToken: string;
  refreshExpiresInSeconds: number;
}

/** `refused`: the refresh token is spent for good; `unavailable`: Shopify did not answer as it should, the token is as good as before. */
export type Refresh = { outcome: 'refreshed'; token: RefreshedToken } | { outcome: 'refused' } | { outcome: 'unavailable'; cause: unknown };

const answer = z.object({
  access_token: z.string().min(1),
  scope: z.string(),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1),
  refresh_token_expires_in: z.number().positive(),
});

/** Trades a refresh token for a new pair. Asking twice with one refresh token is safe: Shopify answers with the same pair. */
export async function refreshAccessToken(shopDomain: string, refreshToken: string, { apiKey, apiSecret }: AppCredentials): Promise<Refresh> {
  try {
    const response = await globalThis.fetch(`https://${shopDomain}/admin/oauth/access_token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ client_id: apiKey, client_secret: apiSecret, grant_type: 'refresh_token', refresh_token: refreshToken }),
      signal: AbortSignal.timeout(10_000),
    });
    if ([400, 401, 403, 404].includes(response.status)) return { outcome: 'refused' };
    if (!response.ok) return { outcome: 'unavailable', cause: new Error(`The token endpoint answered ${response.status}.`) };
    const token = answer.parse(await response.json());
    return {
      outcome: 'refreshed',
      token: {
        accessToken: token.access_token,
        scope: token.scope,
        expiresInSeconds: token.expires_in,
        refreshToken: token.refresh_token,
        refreshExpiresInSeconds: token.refresh_token_expires_in,
      },
    };
  } catch (cause) {
    return { outcome: 'unavailable', cause };
  }
}
