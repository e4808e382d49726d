import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Router } from 'express';
import express from 'express';
import { createAdmin, createTunnel } from './admin/index.ts';
import { createAdminApi } from './admin-api/index.ts';
import { resolvers } from './admin-api/resolvers/index.ts';
import { createCarriers } from './carriers/index.ts';
import { createChannels } from './channels/index.ts';
import { createClock } from './clock.ts';
import { browserCookie, createCustomerAccounts } from './customer-accounts/index.ts';
import type { RunAdmin, SandboxClock, SandboxUrls } from './contract.ts';
import { createFlow } from './flow/index.ts';
import { createLabels } from './labels/index.ts';
import { createMailProviders, inMailbox } from './mail-providers/index.ts';
import { createMailbox } from './mailbox/index.ts';
import { createOAuth } from './oauth/index.ts';
import { readRegisteredApp } from './registered-app.ts';
import { createStorefront } from './storefront/index.ts';
import { createWebhooks } from './webhooks/index.ts';
import { createSmsProviders } from './sms-providers/index.ts';
import type { NewShop, World, Worlds } from './world/index.ts';
import { openWorlds } from './world/index.ts';

/** How a sandbox is started. Port 0 takes any free one. */
export interface SandboxOptions {
  /** Admin, APIs and mailbox. */
  port: number;
  /** The first shop's storefront; each further shop takes a free port. */
  storefrontPort: number;
  /** The app's public address, which the tunnel carries to `appLocal`. */
  appPublicPort: number;
  /** The sink for the mail that leaves. */
  smtpPort: number;
  /** Which server takes the mail of a shop's own domain: what the app sends there reaches it. */
  mailExchange?: { domain: string; port: number };
  /** Folder for what survives a restart; null keeps everything in memory. */
  dataDir: string | null;
  /** The app's `shopify.app.toml`. */
  tomlPath: string;
  /** The folder that holds the app's extensions. */
  extensionsDir: string;
  /** Where the app's own web process answers; may be set later as `urls.appLocal`. */
  appLocal: string;
  clientId?: string;
  clientSecret: string;
  merchantToken: string;
  clock?: SandboxClock;
  /** Shops that exist from the start; one that is already stored stays as it is. */
  shops: NewShop[];
  /** Fills the shops before any door opens. */
  fill?(inside: { worlds: Worlds; runAdmin: RunAdmin; clock: SandboxClock; urls: SandboxUrls }): Promise<void>;
}

/** A sandbox that answers on its ports. */
export type RunningSandbox = Awaited<ReturnType<typeof startSandbox>>;

/** Starts every room in this process; several sandboxes may run at once. Nothing is left after `stop`, nor after a start that failed. */
export async function startSandbox(options: SandboxOptions) {
  const opened = new AsyncDisposableStack();
  try {
    return await openRooms(options, opened);
  } catch (error) {
    await opened.disposeAsync();
    throw error;
  }
}

async function openRooms(options: SandboxOptions, opened: AsyncDisposableStack) {
  const clock = options.clock ?? createClock();
  const { dataDir, extensionsDir, merchantToken } = options;
  const front = express().disable('x-powered-by');
  const server = createServer(front);
  opened.defer(() => closeServer(server));
  const storefronts = new Map<string, string>();
  const urls: SandboxUrls = {
    base: `http://localhost:${await listen(server, options.port)}`,
    storefront: (domain) => storefronts.get(domain) ?? `https://${domain}`,
    appPublic: '',
    appLocal: options.appLocal,
  };

  const worlds = openWorlds({ dataDir, clock });
  opened.defer(() => worlds.close());
  for (const shop of options.shops) if (worlds.find(shop.domain) === null) worlds.createShop(shop);

  const tunnel = createTunnel({ urls, worlds });
  opened.defer(() => tunnel.close());
  urls.appPublic = `http://localhost:${await tunnel.start(options.appPublicPort)}`;
  const app = readRegisteredApp(options.tomlPath, { clientId: options.clientId, clientSecret: options.clientSecret, url: urls.appPublic });

  const oauth = createOAuth({ app, clock, worlds, dataDir, emit: (domain, event) => webhooks.publish(domain, event) });
  opened.defer(() => oauth.close());
  const webhooks = createWebhooks({ worlds, app, clock, dataDir, installation: oauth.installation });
  opened.defer(() => webhooks.close());
  const authenticate = oauth.findInstallationByToken;
  const flow = createFlow({ extensionsDir, clock });
  const withFlow = { ...resolvers, Mutation: { ...resolvers.Mutation, ...flow.mutations } };
  const adminApi = createAdminApi({ worlds, resolvers: withFlow, clock, urls, dataDir, merchantToken, authenticate });
  opened.defer(() => adminApi.stop());
  const { runAdmin } = adminApi;
  const mailbox = createMailbox({ dataDir, now: () => clock.now(), ...(options.mailExchange ? { exchange: options.mailExchange } : {}) });
  opened.defer(() => mailbox.close());
  const smtpPort = await mailbox.startSmtp(options.smtpPort);
  const mailProviders = createMailProviders({ now: () => clock.now(), keep: inMailbox(mailbox.outbox, () => clock.now()) });
  const smsProviders = createSmsProviders({ now: () => clock.now(), outbox: mailbox.outbox });
  const channels = createChannels({ now: () => clock.now(), outbox: mailbox.outbox });
  const carriers = createCarriers();
  const labels = createLabels();
  const customerAccounts = await createCustomerAccounts({ app, worlds, runAdmin, clock, urls, outbox: mailbox.outbox, installation: oauth.installation });
  const admin = createAdmin({ worlds, runAdmin, clock, app, urls, oauth, dataDir, extensionsDir });
  opened.defer(() => admin.close());

  const isInstalled = (domain: string) => oauth.installation(domain)?.uninstalledAt === null;
  async function openStorefront(domain: string, port: number): Promise<void> {
    const storefront = createStorefront({
      shopDomain: domain,
      runAdmin,
      installedApps: () => (isInstalled(domain) ? [app] : []),
      appMetafields: () => (isInstalled(domain) ? (worlds.find(domain)?.shop.appMetafields ?? []) : []),
      blockPlacements: admin.getBlockPlacements,
      extensionsDir,
      signedInCustomer: (cookies) => customerAccounts.signedIn(domain, cookies.get(browserCookie) ?? ''),
      now: () => clock.now(),
    });
    opened.defer(() => storefront.close());
    storefronts.set(domain, `http://localhost:${await storefront.start(port)}`);
  }
  for (const [index, { domain }] of worlds.all().entries()) await openStorefront(domain, index === 0 ? options.storefrontPort : 0);

  await options.fill?.({ worlds, runAdmin, clock, urls });
  for (const router of [health(), adminApi.router, oauth.router, webhooks.router, mailbox.router, mailProviders.router, smsProviders.router, channels.router, carriers.router, labels.router, customerAccounts.router, flow.router, admin.router, lastResort()]) front.use(router);

  return {
    urls,
    app,
    clock,
    worlds,
    oauth,
    webhooks,
    admin,
    outbox: mailbox.outbox,
    carriers,
    mailProviders,
    channels,
    smsProviders,
    /** What Flow was told. */
    flow,
    smtp: { host: 'localhost', port: smtpPort },
    runAdmin,
    /** Opens one more shop, with a storefront on a free port. */
    async addShop(shop: NewShop): Promise<World> {
      const world = worlds.createShop(shop);
      await openStorefront(shop.domain, 0);
      return world;
    },
    /** Resolves when no job, no bulk operation and no delivery is under way. */
    async settled(): Promise<void> {
      await adminApi.settled();
      await webhooks.settled();
    },
    stop: () => opened.disposeAsync(),
  };
}

function health(): Router {
  return express.Router().get('/health', (_request, response) => {
    response.json({ status: 'ok' });
  });
}

/** What no room answers, and what a room failed at. */
function lastResort(): Router {
  const router = express.Router();
  router.use((request, response) => {
    response.status(404).json({ errors: 'Not Found', path: request.path });
  });
  router.use((error: unknown, _request: express.Request, response: express.Response, next: express.NextFunction) => {
    if (response.headersSent) return next(error);
    console.error('sandbox: a request failed', error);
    response.status(500).json({ errors: 'Internal Server Error' });
  });
  return router;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
