import { Session } from '@shopify/shopify-api';
import { after, minute, second } from '#app/kernel/time.ts';
import type { Clock } from '#app/platform/clock/clock.ts';
import { refuseInsideTransaction } from '#app/platform/db/open-transaction.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import { AdminApiError, ShopAccessLost } from './errors.ts';
import type { SealingSessionStorage } from './sealing-session-storage.server.ts';
import type { ShopLock } from './shop-lock.server.ts';
import { refreshAccessToken, type AppCredentials, type RefreshedToken } from './token-endpoint.server.ts';

/** The offline token of each shop, refreshed by one process at a time. */
export interface OfflineTokens {
  /** A token with some life left. Throws `ShopAccessLost` where there is none to be had. */
  current(shop: Shop): Promise<string>;
  /** A token other than the one Shopify just refused. */
  replace(shop: Shop, refused: string): Promise<string>;
}

interface Needs {
  lock: ShopLock;
  sessions: SealingSessionStorage;
  credentials: AppCredentials;
  clock: Clock;
  log: Logger;
  needsReopen(shop: Shop): Promise<void>;
}

/** As early as Shopify's own library does it. */
const earlyBy = 5 * minute;
const attempts = 3;

export function createOfflineTokens({ lock, sessions, credentials, clock, log, needsReopen }: Needs): OfflineTokens {
  const underway = new Map<number, Promise<string>>();
  const load = (shop: Shop) => sessions.loadSession(`offline_${shop.domain}`);
  const expiresSoon = ({ expires }: Session) => expires !== undefined && expires.getTime() - clock.now().getTime() < earlyBy;

  const lost = async (shop: Shop): Promise<never> => {
    await needsReopen(shop);
    throw new ShopAccessLost(shop.domain);
  };

  /** Within one process callers share a refresh; between processes the lock lets one refresh and the others find its result. */
  const renew = (shop: Shop, isStale: (session: Session) => boolean): Promise<string> => {
    const running = underway.get(shop.id);
    if (running) return running;
    const started = lock.holding(shop.domain, () => renewLocked(shop, isStale)).finally(() => underway.delete(shop.id));
    underway.set(shop.id, started);
    return started;
  };

  const renewLocked = async (shop: Shop, isStale: (session: Session) => boolean): Promise<string> => {
    const session = await load(shop);
    if (!session?.accessToken) return lost(shop);
    if (!isStale(session)) return session.accessToken;
    if (!session.refreshToken) return lost(shop);
    const token = await refreshWithRetries(shop, session.refreshToken);
    // A merchant may have opened the app meanwhile and brought a newer pair: that one stays.
    if (token && (await sessions.replaceSession(session, sessionWith(session, token, clock.now())))) return token.accessToken;
    const newer = await load(shop);
    return newer?.accessToken && newer.accessToken !== session.accessToken ? newer.accessToken : lost(shop);
  };

  /** The new token, or null where Shopify refused for good. */
  const refreshWithRetries = async (shop: Shop, refreshToken: string): Promise<RefreshedToken | null> => {
    for (let attempt = 1; ; attempt += 1) {
      const refresh = await refreshAccessToken(shop.domain, refreshToken, credentials);
      if (refresh.outcome === 'refreshed') return refresh.token;
      if (refresh.outcome === 'refused') return null;
      log.warn({ shop: shop.domain, attempt, error: refresh.cause }, 'the token could not be refreshed');
      if (attempt === attempts) {
        throw new AdminApiError('token refresh', 0, [{ code: 'UNAVAILABLE', message: 'The token endpoint did not answer.', path: null }], null);
      }
      await new Promise((done) => setTimeout(done, attempt * 300));
    }
  };

  return {
    async current(shop) {
      refuseInsideTransaction('The Admin API');
      const session = await load(shop);
      if (session?.accessToken && !expiresSoon(session)) return session.accessToken;
      return renew(shop, expiresSoon);
    },
    replace: (shop, refused) => renew(shop, (session) => session.accessToken === refused || expiresSoon(session)),
  };
}

function sessionWith(session: Session, token: RefreshedToken, now: Date): Session {
  return new Session({
    ...session.toObject(),
    accessToken: token.accessToken,
    scope: token.scope,
    expires: after(now, token.expiresInSeconds * second),
    refreshToken: token.refreshToken,
    refreshTokenExpires: after(now, token.refreshExpiresInSeconds * second),
  });
}
