import { randomBytes } from 'node:crypto';
import { afterAll } from 'vitest';
import { loadConfig, type Config } from '#app/platform/config/config.server.ts';
import { openDatabase } from '#app/platform/db/database.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { createShopify, type Shopify } from '#app/platform/shopify/shopify.server.ts';
import { createShopRegistry, type OnOpened, type Opening } from '#app/platform/shops/shop-registry.server.ts';
import { redirectShopifyTraffic } from '#sandbox/network-redirect.ts';
import { freshDatabase } from '../harness/fresh-database.ts';
import { MovableClock } from '../harness/movable-clock.ts';
import { quill, startInMemory } from '../harness/sandbox-in-memory.ts';

const browser = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36';
export const { domain } = quill;
export const clientSecret = 'shpss_present';

export const newKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;

/** The app's configuration against a database; `changes` are environment variables. */
export function configFor(url: string, changes: Record<string, string> = {}): Config {
  return loadConfig({
    DATABASE_URL: url,
    SHOPIFY_API_KEY: 'aftercare-local-client-id',
    SHOPIFY_API_SECRET: clientSecret,
    SHOPIFY_APP_URL: 'https://aftercare.test',
    ENCRYPTION_KEYS: newKey('first'),
    SMTP_URL: 'smtp://127.0.0.1:9',
    MAIL_FROM: 'aftercare@example.com',
    ...changes,
  });
}

/** One process of the app as far as Shopify is concerned, with a pool of its own. */
export function startProcess(config: Config, clock = new MovableClock()) {
  const log = createLog('silent', 'test');
  const database = openDatabase({ url: config.databaseUrl, pool: 4, name: 'test' });
  const openings: Opening[] = [];
  const listeners: OnOpened[] = [];
  const parts: { shopify?: Shopify } = {};
  const registry = createShopRegistry({
    database,
    clock,
    log,
    adminFor: (shop) => {
      if (!parts.shopify) throw new Error('The app is still being built.');
      return parts.shopify.adminFor(shop);
    },
  });
  const shopify = createShopify({
    config,
    database,
    registry,
    clock,
    log,
    onOpened: async (tx, shop, how) => {
      for (const listen of listeners) await listen(tx, shop, how);
      openings.push(how);
    },
  });
  parts.shopify = shopify;
  const close = async () => {
    await shopify.close();
    await database.close();
  };
  return { config, clock, database, registry, shopify, openings, listeners, close };
}

export type Process = ReturnType<typeof startProcess>;

/** A sandbox with one shop that installed the app, all of this process's traffic to Shopify redirected to it, and a new database. */
export async function setStage() {
  const sandbox = await startInMemory({ clientSecret, shops: [{ ...quill, locales: ['de', 'en'] }] });
  sandbox.oauth.install(domain);
  const restore = redirectShopifyTraffic(sandbox.urls.base);
  const url = await freshDatabase();
  const processes: Process[] = [];
  afterAll(async () => {
    for (const each of processes) await each.close();
    restore();
    await sandbox.stop();
  });
  return {
    sandbox,
    url,
    start(config = configFor(url), clock = new MovableClock()): Process {
      const started = startProcess(config, clock);
      processes.push(started);
      return started;
    },
    /** The document request with which the admin opens the app. */
    async visit(shop = domain, locale = 'en'): Promise<Request> {
      const parameters = await sandbox.oauth.launchParameters(shop, locale);
      return new Request(`https://aftercare.test/app?${parameters}`, { headers: { 'user-agent': browser } });
    },
    /** A later request of the page, with a session token. */
    fetchFrom: (token: string) => new Request('https://aftercare.test/app/orders', { headers: { 'user-agent': browser, authorization: `Bearer ${token}` } }),
  };
}

/** Counts calls to the token endpoint while `work` runs. */
export async function countTokenCalls(work: () => Promise<unknown>): Promise<number> {
  const before = globalThis.fetch;
  let calls = 0;
  globalThis.fetch = (input, init) => {
    if (String(input instanceof Request ? input.url : input).endsWith('/oauth/access_token')) calls += 1;
    return before(input, init);
  };
  try {
    await work();
    return calls;
  } finally {
    globalThis.fetch = before;
  }
}
