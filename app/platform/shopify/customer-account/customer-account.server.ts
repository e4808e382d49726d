import { after, second } from '#app/kernel/time.ts';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { ShopLock } from '../shop-lock.server.ts';
import { askWho } from './ask-who.server.ts';
import { createDiscovery, type AccountServer } from './discovery.server.ts';
import { challengeOf, type SignInSecrets } from './pkce.ts';
import { createReadIdToken } from './read-id-token.server.ts';
import { askForTokens, type IssuedTokens } from './token-requests.server.ts';

export type { AccountServer } from './discovery.server.ts';
export { signInSecrets, type SignInSecrets } from './pkce.ts';

/** What is kept of a sign-in, sealed. */
export interface AccountTokens {
  accessToken: string;
  refreshToken: string | null;
  /** Shown when signing out. */
  idToken: string;
  accessEndsAt: Date;
}

export type Outcome<Good extends object> = ({ is: 'done' } & Good) | { is: 'refused'; error: string } | { is: 'unavailable' };

/** Signing customers in by Shopify's customer accounts. */
export type CustomerAccount = ReturnType<typeof createCustomerAccount>;

interface Needs {
  clientId: string;
  appUrl: string;
  clock: Clock;
  log: Logger;
  lock: Pick<ShopLock, 'holding'>;
}

/** The scope without which Shopify does not say who signed in. */
const scopeNeeded = 'customer_read_customers';

/** Puts together what signs customers in: nothing is kept here but what shops say of themselves. */
export function createCustomerAccount({ clientId, appUrl, clock, log, lock }: Needs) {
  const discover = createDiscovery(log);
  const readIdToken = createReadIdToken({ clientId, clock });
  const { origin } = new URL(appUrl);
  const redirectUri = `${appUrl}/account/callback`;
  const unavailable = (cause: unknown, doing: string): { is: 'unavailable' } => {
    log.warn({ error: cause }, `customer accounts: ${doing} could not be done`);
    return { is: 'unavailable' };
  };
  const kept = (tokens: IssuedTokens, idToken: string): AccountTokens => ({
    accessToken: tokens.accessToken,
    refreshToken: tokens.refreshToken,
    idToken,
    accessEndsAt: after(clock.now(), tokens.expiresInSeconds * second),
  });

  return {
    /** Where this shop's customers sign in; null where they cannot: no new accounts, or a scope was not granted. */
    find: async (shop: Pick<Shop, 'domain' | 'scopes'>): Promise<AccountServer | null> => (shop.scopes.includes(scopeNeeded) ? discover(shop.domain) : null),

    /** The address a browser signs in at, in a language. */
    signInAddress(server: AccountServer, { state, nonce, verifier }: SignInSecrets, locale: string): string {
      const address = new URL(server.authorizationEndpoint);
      const asked = {
        client_id: clientId,
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: 'openid email customer-account-api:full',
        state,
        nonce,
        code_challenge: challengeOf(verifier),
        code_challenge_method: 'S256',
        locale,
      };
      for (const [name, value] of Object.entries(asked)) address.searchParams.set(name, value);
      return address.href;
    },

    /** Trades the code that came back for tokens, and says who signed in. Works once for each code. */
    async complete(server: AccountServer, { nonce, verifier }: SignInSecrets, code: string): Promise<Outcome<{ customerId: string; tokens: AccountTokens }>> {
      const answer = await askForTokens(server.tokenEndpoint, origin, { grant_type: 'authorization_code', client_id: clientId, redirect_uri: redirectUri, code, code_verifier: verifier });
      if (answer.is === 'refused') return answer;
      if (answer.is === 'unavailable') return unavailable(answer.cause, 'trading a code');
      const { idToken, accessToken } = answer.tokens;
      if (idToken === null) return { is: 'refused', error: 'no id token' };
      const read = await readIdToken(server, idToken, nonce);
      if (read.is === 'refused') return read;
      if (read.is === 'unavailable') return unavailable(read.cause, 'reading an id token');
      const who = await askWho(server, origin, accessToken);
      if (who.is === 'unavailable') return unavailable(who.cause, 'asking who signed in');
      return who.is === 'refused' ? who : { is: 'done', customerId: who.id, tokens: kept(answer.tokens, idToken) };
    },

    /** A new pair for one whose access token is over; refused where Shopify no longer knows the sign-in. */
    async renew(server: AccountServer, tokens: AccountTokens): Promise<Outcome<{ tokens: AccountTokens }>> {
      if (tokens.refreshToken === null) return { is: 'refused', error: 'no refresh token' };
      const answer = await askForTokens(server.tokenEndpoint, origin, { grant_type: 'refresh_token', client_id: clientId, refresh_token: tokens.refreshToken });
      if (answer.is === 'refused') return answer;
      if (answer.is === 'unavailable') return unavailable(answer.cause, 'renewing a sign-in');
      return { is: 'done', tokens: { ...kept(answer.tokens, answer.tokens.idToken ?? tokens.idToken), refreshToken: answer.tokens.refreshToken ?? tokens.refreshToken } };
    },

    /** Where a browser signs out at Shopify too, and comes back to us from. */
    signOutAddress(server: AccountServer, idToken: string): string {
      const address = new URL(server.endSessionEndpoint);
      address.searchParams.set('id_token_hint', idToken);
      address.searchParams.set('post_logout_redirect_uri', `${appUrl}/account/signed-out`);
      return address.href;
    },

    /** Runs work on one sign-in while no other process works on it. */
    holding: <T>(sessionId: string, work: () => Promise<T>): Promise<T> => lock.holding(`customer-session:${sessionId}`, work),
  };
}
