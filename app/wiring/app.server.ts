import type { CustomerLocale } from '#app/kernel/locales.ts';
import { systemClock } from '#app/platform/clock/clock.ts';
import type { Config } from '#app/platform/config/config.server.ts';
import { createSealer } from '#app/platform/crypto/seal.server.ts';
import { openDatabase } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { createFileStore } from '#app/platform/files/create-file-store.server.ts';
import { createLimits } from '#app/platform/limits/limits.server.ts';
import { openLive } from '#app/platform/live/live.server.ts';
import { createLog } from '#app/platform/log/log.server.ts';
import { createDnsText } from '#app/platform/mail/dns-text.server.ts';
import { createMailer } from '#app/platform/mail/mailer.server.ts';
import { bareAddress, domainOf } from '#app/platform/mail/ready-mail.ts';
import { createMetrics } from '#app/platform/metrics/metrics.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { ShopAccessLost } from '#app/platform/shopify/errors.ts';
import { createShopify, type Shopify } from '#app/platform/shopify/shopify.server.ts';
import { refreshShopJob } from '#app/platform/shops/shop-jobs.server.ts';
import { createShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { createJsonSmsSender } from '#app/platform/sms/sms-sender.server.ts';
import { createWebhookDoor } from '#app/platform/webhooks/webhook-door.server.ts';
import type { LabelNeeds } from '#app/modules/labels/index.server.ts';
import { wayIn } from '#app/modules/account-entry/index.server.ts';
import { createContactDoor, createMailReader } from '#app/modules/inbox/index.server.ts';
import { createInboxDoor } from '#app/modules/inbox/index.server.ts';
import { importOrdersJob } from '#app/modules/orders/index.server.ts';
import { noteFollowed } from '#app/modules/outbox/index.server.ts';
import { createSourceDoor } from '#app/modules/parcels/index.server.ts';
import { createPortalDoor } from '#app/modules/portal/index.server.ts';
import { createProviderDoor, findMailAccount, findSmsAccount, findWhatsApp } from '#app/modules/sending/index.server.ts';
import { createTrackingDoor } from '#app/modules/tracking/index.server.ts';
import { inFull } from './in-full.server.ts';

/** The running app: every long-lived thing, built once. */
export type App = ReturnType<typeof startApp>;

const holder = globalThis as typeof globalThis & { aftercare?: App };

/** The app that this process runs; the doors ask for it. */
export function theApp(): App {
  if (!holder.aftercare) throw new Error('The app has not been started.');
  return holder.aftercare;
}

/** Builds the app from its configuration. Opens no port and runs no job. */
export function startApp(config: Config) {
  const log = createLog(config.logLevel, 'aftercare');
  const clock = systemClock;
  const metrics = createMetrics();
  const database = openDatabase({
    url: config.databaseUrl,
    pool: config.databasePool,
    name: 'aftercare',
    onLostConnection: (error) => log.warn({ error }, 'a database connection was lost'),
  });
  // The registry gives contexts with an Admin API client; the client tells the registry when a shop lets us in no more.
  const parts: { shopify?: Shopify } = {};
  const shops = createShopRegistry({
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
    registry: shops,
    clock,
    log,
    onOpened: async (tx, _shop, how) => {
      await enqueue(tx, refreshShopJob, {}, { key: refreshShopJob.name });
      if (how !== 'reopened') await enqueue(tx, importOrdersJob, {}, { key: importOrdersJob.name });
    },
  });
  parts.shopify = shopify;
  const mailer = createMailer({ smtpUrl: config.mail.smtpUrl, from: config.mail.from, log });
  const sealer = createSealer(config.encryptionKeys);
  const live = openLive({ url: config.databaseUrl, log });

  const { apiSecret, oldApiSecret } = config.shopify;
  const secrets: readonly [string, ...string[]] = oldApiSecret === null ? [apiSecret] : [apiSecret, oldApiSecret];
  const limits = createLimits(database, log);
  const files = createFileStore(config.files);
  const labelNeeds: LabelNeeds = { sealer, files, secrets };

  const mailReader = createMailReader();

  const signIn = { accounts: shopify.customerAccount, appUrl: config.shopify.appUrl };
  /** Signing in from a page of the storefront, for one of its orders or for all. */
  const signInAt = (page: 'track' | 'returns') => (proxy: ProxyRequest, locale: CustomerLocale, orderId: string | null) =>
    wayIn(proxy, { backTo: orderId === null ? { page: 'account' } : { page, orderId }, locale }, signIn);

  /** A visitor of the tracking page may come by the link of a message. */
  const comeByMessage = async (request: Request) => {
    const proxy = await shopify.authenticateProxy(request);
    await noteFollowed(request, proxy.ctx, secrets);
    return proxy;
  };

  const app = {
    config,
    log,
    clock,
    metrics,
    database,
    shops,
    shopify,
    live,
    limits,
    /** What links and keys are signed with, newest first. */
    secrets,
    files,
    labelNeeds,
    mailReader,
    transports: { mailer, sms: config.sms ? createJsonSmsSender(config.sms) : null, metrics, files, optOut: { appUrl: config.shopify.appUrl, secret: config.shopify.apiSecret } },
    webhookDoor: createWebhookDoor({ config, registry: shops, database, log, metrics }),
    sealer,
    dns: createDnsText(),
    /** Where mail leaves from while a merchant has set nothing, and whose servers a merchant's domain must allow to send. */
    houseAddress: bareAddress(config.mail.from),
    spfHost: domainOf(bareAddress(config.mail.from)),
    trackingDoor: createTrackingDoor({
      authenticate: comeByMessage,
      inFull: (request, proxy) => inFull(request, proxy, secrets),
      signInLink: signInAt('track'),
      database,
      limits,
      files,
      secrets,
      log,
    }),
    portalDoor: createPortalDoor({ authenticate: comeByMessage, signInLink: signInAt('returns'), limits, files, secrets, log }),
    contactDoor: createContactDoor({ authenticate: comeByMessage, limits, files, secrets, log }),
    sourceDoor: createSourceDoor({ shops, database, sealer, clock, log }),
    mailDoor: createProviderDoor({ shops, database, sealer, clock, log }, 'mail', findMailAccount),
    inboxDoor: createInboxDoor({ database, shops, sealer, files, limits, log }),
    smsDoor: createProviderDoor({ shops, database, sealer, clock, log }, 'sms', findSmsAccount(config.shopify.appUrl)),
    whatsAppDoor: createProviderDoor({ shops, database, sealer, clock, log }, 'whatsapp', findWhatsApp),
    /** Failures that end only when a merchant opens the app. */
    isParked: (error: unknown) => error instanceof ShopAccessLost,
    async close() {
      mailer.close();
      await mailReader.close();
      await live.close();
      await shopify.close();
      await database.close();
    },
  };
  holder.aftercare = app;
  return app;
}
