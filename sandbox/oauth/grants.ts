import { createHash, randomBytes } from 'node:crypto';
import type { Installation, RegisteredApp, SandboxClock, ShopEvent } from '../contract.ts';
import type { Worlds } from '../world/index.ts';
import { mintIdToken } from './id-token.ts';
import { installationsOf } from './installations.ts';
import { launchParameters } from './launch-parameters.ts';
import { OWNER_USER_ID } from './staff.ts';
import type { OAuthStore } from './store.ts';

/** What the room needs from its neighbours. */
export interface OAuthDeps {
  app: RegisteredApp;
  clock: SandboxClock;
  worlds: Pick<Worlds, 'renameShop'>;
  /** Folder that outlives the process, or null to keep everything in memory. */
  dataDir: string | null;
  /** Tells the webhooks room what happened. */
  emit(shopDomain: string, event: ShopEvent): void;
}

/** The app's installations and what is signed and issued for them. */
export type Grants = ReturnType<typeof createGrants>;

/** Keeps installations, knows whose a token is, and signs what Shopify signs when it opens the app. */
export function createGrants(deps: OAuthDeps, store: OAuthStore) {
  const { app, clock } = deps;
  const installations = installationsOf({ app, clock, store, emit: deps.emit });
  const sessionId = (shopDomain: string, userId: string) =>
    createHash('sha256').update(`${shopDomain} ${userId} ${store.installation(shopDomain)?.installedAt.getTime()}`).digest('hex');
  const idTokenFor = (shopDomain: string, userId: string = OWNER_USER_ID) =>
    mintIdToken(app, shopDomain, { userId, sessionId: sessionId(shopDomain, userId) });

  return {
    ...installations,
    installation: (shopDomain: string): Installation | null => store.installation(shopDomain),

    /** Whose token this is: the installation, `expired` where the token has run out, null where it is unknown, revoked or another shop's. */
    findInstallationByToken(shopDomain: string, accessToken: string): Installation | 'expired' | null {
      const token = store.tokenByAccess(accessToken);
      if (!token || token.revoked || token.shopDomain !== shopDomain) return null;
      if (token.expiresAt !== null && token.expiresAt <= clock.now().getTime()) return 'expired';
      const installation = store.installation(shopDomain);
      return installation && !installation.uninstalledAt ? installation : null;
    },
    mintIdToken: idTokenFor,
    /** The signed query with which the frame opens the app. */
    async launchParameters(shopDomain: string, locale: string, userId: string = OWNER_USER_ID): Promise<URLSearchParams> {
      const idToken = await idTokenFor(shopDomain, userId);
      return launchParameters({ shopDomain, locale, idToken, sessionId: sessionId(shopDomain, userId) }, app.clientSecret);
    },
    revokeTokens: (shopDomain: string) => store.revokeTokens(shopDomain, 'all'),
    expireTokens: (shopDomain: string, which: 'access' | 'access and refresh') =>
      store.expireTokens(shopDomain, clock.now().getTime(), which),
    /** Moves the shop to a new `myshopify.com` domain: its tokens open only the new one. */
    renameShop(from: string, to: string): void {
      store.renameShop(from, to);
      deps.worlds.renameShop(from, to);
    },
    /** From now on everything is signed with the new secret; the old one still opens the token endpoint. */
    rotateClientSecret(secret: string = `shpss_${randomBytes(16).toString('hex')}`): string {
      app.oldClientSecret = app.clientSecret;
      app.clientSecret = secret;
      return secret;
    },
  };
}
