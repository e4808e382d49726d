import type { Clock } from '#app/platform/clock/clock.ts';
import type { Config } from '#app/platform/config/config.server.ts';
import { createSealer } from '#app/platform/crypto/seal.server.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { OnOpened, ShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { createAdminClients } from './admin-client.server.ts';
import { createAuthenticateAccount } from './authenticate-account.server.ts';
import { createAuthenticateAdmin } from './authenticate-admin.server.ts';
import { createAuthenticateProxy } from './authenticate-proxy.server.ts';
import { createCostBudget } from './cost-budget.server.ts';
import { createCustomerAccount } from './customer-account/customer-account.server.ts';
import { createOfflineTokens } from './offline-tokens.server.ts';
import { createSealingSessionStorage } from './sealing-session-storage.server.ts';
import { createShopLock } from './shop-lock.server.ts';
import { createShopifyLibrary } from './shopify-library.server.ts';

/** What the rest of the app uses of Shopify. */
export type Shopify = ReturnType<typeof createShopify>;

interface Needs {
  config: Config;
  database: Database;
  registry: ShopRegistry;
  clock: Clock;
  log: Logger;
  /** What follows from a shop opening the app; runs in the transaction that records it. */
  onOpened: OnOpened;
}

/** Puts together everything that talks to Shopify or is called by it, except webhooks. */
export function createShopify({ config, database, registry, clock, log, onOpened }: Needs) {
  const { apiKey, apiSecret, oldApiSecret } = config.shopify;
  const sessions = createSealingSessionStorage({ prisma: database.platform, sealer: createSealer(config.encryptionKeys), log });
  const library = createShopifyLibrary({ config, sessions, log });
  const { needsReopen } = registry;
  const lock = createShopLock({ url: config.databaseUrl, log });
  const secrets = oldApiSecret === null ? [apiSecret] : [apiSecret, oldApiSecret];
  const credentials = { apiKey, apiSecret };
  const tokens = createOfflineTokens({ lock, sessions, credentials, clock, log, needsReopen });
  return {
    authenticateAdmin: createAuthenticateAdmin({ library, sessions, lock, registry, credentials, onOpened }),
    authenticateProxy: createAuthenticateProxy({
      registry,
      secrets,
      trustProxy: config.trustProxy,
      clock,
    }),
    authenticateAccount: createAuthenticateAccount({ registry, clientId: apiKey, secrets, clock }),
    customerAccount: createCustomerAccount({ clientId: apiKey, appUrl: config.shopify.appUrl, clock, log, lock }),
    /** The Admin API of a shop, for its context. */
    adminFor: createAdminClients({ tokens, budget: createCostBudget(database, clock), log, needsReopen }),
    /** Lets Shopify's admin, and nobody else, show a document in a frame. */
    addDocumentHeaders: (request: Request, headers: Headers) => library.addDocumentResponseHeaders(request, headers),
    /** Answers Shopify's own pages under `/auth/`: the bounce page that fetches a session token, and leaving the frame. */
    answerAuthPage: async (request: Request): Promise<void> => void (await library.authenticate.admin(request)),
    close: () => lock.close(),
  };
}
