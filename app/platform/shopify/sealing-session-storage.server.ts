import { Session } from '@shopify/shopify-api';
import type { SessionStorage } from '@shopify/shopify-app-session-storage';
import { PrismaSessionStorage } from '@shopify/shopify-app-session-storage-prisma';
import type { PrismaClient } from '@prisma/client';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';

/** Shopify's session storage, and a store that gives way to a newer token. */
export interface SealingSessionStorage extends SessionStorage {
  /** Stores `next` only where `previous` is still what is stored; false where another token came in between. */
  replaceSession(previous: Session, next: Session): Promise<boolean>;
}

interface Needs {
  prisma: PrismaClient;
  sealer: Sealer;
  log: Logger;
}

/** Keeps sessions by Shopify's own storage; both tokens are sealed before they reach it and opened after they leave it. */
export function createSealingSessionStorage({ prisma, sealer, log }: Needs): SealingSessionStorage {
  // Made on first use: it looks for its table at once, and a database that is not there yet must not end the process.
  let made: PrismaSessionStorage<PrismaClient> | null = null;
  const inner = () => (made ??= new PrismaSessionStorage(prisma));
  const sealed = (text: string | undefined) => (text === undefined ? undefined : sealer.seal(text));
  const opened = (text: string | undefined) => (text === undefined ? undefined : sealer.open(text));
  const withTokens = (session: Session, turn: typeof sealed) =>
    new Session({ ...session.toObject(), accessToken: turn(session.accessToken), refreshToken: turn(session.refreshToken) });

  /** What is stored; null where it cannot be opened, which for everybody else means that there is no session. */
  const open = async (stored: Session): Promise<Session | null> => {
    try {
      const session = withTokens(stored, opened);
      if (isOutdated(stored)) await write(stored, session);
      return session;
    } catch (error) {
      log.error({ error, shop: stored.shop }, 'a session could not be opened; the shop must open the app again');
      return null;
    }
  };
  const isOutdated = ({ accessToken, refreshToken }: Session) =>
    [accessToken, refreshToken].some((token) => token !== undefined && sealer.isOutdated(token));

  /** Compares by the sealed text, which is different every time it is written. */
  const write = async (stored: Session, next: Session): Promise<boolean> => {
    const { accessToken, refreshToken, expires, refreshTokenExpires, scope } = withTokens(next, sealed);
    const written = await prisma.session.updateMany({
      where: { id: stored.id, accessToken: stored.accessToken ?? '' },
      data: { accessToken, refreshToken, expires, refreshTokenExpires, scope },
    });
    return written.count === 1;
  };

  return {
    storeSession: (session) => inner().storeSession(withTokens(session, sealed)),
    async loadSession(id) {
      const stored = await inner().loadSession(id);
      return (stored && (await open(stored))) ?? undefined;
    },
    async replaceSession(previous, next) {
      const stored = await inner().loadSession(previous.id);
      if (!stored || opened(stored.accessToken) !== previous.accessToken) return false;
      return write(stored, next);
    },
    deleteSession: (id) => inner().deleteSession(id),
    deleteSessions: (ids) => inner().deleteSessions(ids),
    async findSessionsByShop(shop) {
      const found = await Promise.all((await inner().findSessionsByShop(shop)).map(open));
      return found.filter((session) => session !== null);
    },
  };
}
