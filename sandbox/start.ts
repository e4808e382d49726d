import { createServer } from 'node:http';
import type { Express } from 'express';
import express from 'express';
import { createAdminApi } from './admin-api/index.ts';
import { resolvers } from './admin-api/resolvers/index.ts';
import { createClock } from './clock.ts';
import type { SandboxClock, SandboxUrls } from './contract.ts';
import { createOAuth } from './oauth/index.ts';
import { readRegisteredApp } from './registered-app.ts';
import type { Storefront } from './storefront/index.ts';
import { createStorefront } from './storefront/index.ts';
import { createWebhooks } from './webhooks/index.ts';
import type { NewShop } from './world/index.ts';
import { openWorlds } from './world/index.ts';

/** How a sandbox is started. Port 0 takes any free one. */
export interface SandboxOptions {
  port: number;
  /** The first shop's storefront; each further shop takes a free port. */
  storefrontPort: number;
  /** Folder for what survives a restart; null keeps everything in memory. */
  dataDir: string | null;
  /** The app's `shopify.app.toml`. */
  tomlPath: string;
  /** The folder that holds the app's theme extensions. */
  extensionsDir: string;
  /** Where the app's own web process answers. */
  appLocal: string;
  clientId?: string;
  clientSecret: string;
  merchantToken: string;
  clock?: SandboxClock;
  /** Shops that exist from the start; one that is already stored stays as it is. */
  shops: NewShop[];
}

/** A sandbox that answers on its ports. */
export type RunningSandbox = Awaited<ReturnType<typeof startSandbox>>;

/** Starts every room in this process; several sandboxes may run at once. Nothing is left after `stop`. */
export async function startSandbox(options: SandboxOptions) {
  const clock = options.clock ?? createClock();
  const { dataDir } = options;
  const front = express();
  front.disable('x-powered-by');
  const server = createServer(front);
  const base = `http://localhost:${await listen(server, options.port)}`;
  const storefrontUrls = new Map<string, string>();
  const urls: SandboxUrls = {
    base,
    storefront: (domain) => storefrontUrls.get(domain) ?? `https://${domain}`,
    appPublic: options.appLocal,
    appLocal: options.appLocal,
  };
  const app = readRegisteredApp(options.tomlPath, { clientId: options.clientId, clientSecret: options.clientSecret, url: urls.appPublic });

  const worlds = openWorlds({ dataDir, clock });
  for (const shop of options.shops) if (worlds.find(shop.domain) === null) worlds.createShop(shop);
  const oauth = createOAuth({ app, clock, worlds, dataDir, emit: (domain, event) => webhooks.publish(domain, event) });
  const webhooks = createWebhooks({ worlds, app, clock, dataDir, installation: oauth.installation });
  const adminApi = createAdminApi({
    worlds,
    resolvers,
    clock,
    urls,
    dataDir,
    merchantToken: options.merchantToken,
    authenticate: oauth.findInstallationByToken,
  });
  const storefronts: Storefront[] = [];
  for (const [index, world] of worlds.all().entries()) {
    const { domain } = world;
    const storefront = createStorefront({
      shopDomain: domain,
      runAdmin: adminApi.runAdmin,
      installedApps: () => (oauth.installation(domain)?.uninstalledAt === null ? [app] : []),
      blockPlacements: () => [],
      extensionsDir: options.extensionsDir,
      now: () => clock.now(),
    });
    storefronts.push(storefront);
    storefrontUrls.set(domain, `http://localhost:${await storefront.start(index === 0 ? options.storefrontPort : 0)}`);
  }
  mount(front, [adminApi.router, oauth.router, webhooks.router]);

  return {
    urls,
    app,
    clock,
    worlds,
    oauth,
    webhooks,
    runAdmin: adminApi.runAdmin,
    /** Resolves when no job, no bulk operation and no delivery is under way. */
    async settled(): Promise<void> {
      await adminApi.settled();
      await webhooks.settled();
    },
    async stop(): Promise<void> {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      await Promise.all(storefronts.map((storefront) => storefront.close()));
      await adminApi.stop();
      await webhooks.close();
      oauth.close();
      worlds.close();
    },
  };
}

function mount(front: Express, routers: express.Router[]): void {
  for (const router of routers) front.use(router);
  front.use((request, response) => {
    response.status(404).json({ errors: 'Not Found', path: request.path });
  });
  front.use((error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
    if (response.headersSent) return next(error);
    console.error('sandbox: a request failed', error);
    response.status(500).json({ errors: 'Internal Server Error' });
  });
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
