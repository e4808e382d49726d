import type { AdminAnswer, Caller, Installation } from '#sandbox/contract.ts';
import { createAdminApi } from '#sandbox/admin-api/index.ts';
import { resolvers } from '#sandbox/admin-api/resolvers/index.ts';
import { openShop, type TestShop } from './shop-in-memory.ts';

/** A shop with the Admin API over it, in process. */
export interface TestAdmin extends TestShop {
  /** As the merchant: everything is allowed. */
  ask(query: string, variables?: Record<string, unknown>): Promise<AdminAnswer['body']>;
  /** As an app with these scopes and every approval for protected data. */
  askAsApp(scopes: string[], query: string, variables?: Record<string, unknown>): Promise<AdminAnswer['body']>;
  settled(): Promise<void>;
}

/** A shop in memory with the real engine and the real resolvers. */
export function openAdmin(): TestAdmin {
  const shop = openShop();
  const api = createAdminApi({
    worlds: shop.worlds,
    resolvers,
    clock: shop.clock,
    urls: { base: 'http://sandbox.test', storefront: () => 'http://store.test', appPublic: 'http://app.test', appLocal: 'http://app.test' },
    dataDir: null,
    merchantToken: 'merchant',
    authenticate: () => null,
  });
  const run = async (caller: Caller, query: string, variables?: Record<string, unknown>) =>
    (await api.runAdmin(shop.world.domain, { query, ...(variables ? { variables } : {}) }, caller)).body;
  return {
    ...shop,
    ask: (query, variables) => run({ kind: 'merchant' }, query, variables),
    askAsApp: (scopes, query, variables) => run({ kind: 'app', installation: installation(shop.world.domain, scopes) }, query, variables),
    settled: () => api.settled(),
  };
}

function installation(shopDomain: string, scopes: string[]): Installation {
  return {
    shopDomain,
    clientId: 'client',
    scopes: new Set(scopes),
    protectedData: { level1: true, name: true, email: true, phone: true, address: true },
    installedAt: new Date(0),
    uninstalledAt: null,
  };
}
