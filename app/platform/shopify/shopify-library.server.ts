import '@shopify/shopify-app-remix/server/adapters/node';
import { ApiVersion, AppDistribution, LogSeverity, shopifyApp } from '@shopify/shopify-app-remix/server';
import type { Config } from '#app/platform/config/config.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { SealingSessionStorage } from './sealing-session-storage.server.ts';

/** Shopify's own library, set up for this app. */
export type ShopifyLibrary = ReturnType<typeof createShopifyLibrary>;

/** Embedded, by token exchange, with offline tokens that expire. */
export function createShopifyLibrary({ config, sessions, log }: { config: Config; sessions: SealingSessionStorage; log: Logger }) {
  return shopifyApp({
    apiKey: config.shopify.apiKey,
    apiSecretKey: config.shopify.apiSecret,
    appUrl: config.shopify.appUrl,
    apiVersion: ApiVersion.October26,
    authPathPrefix: '/auth',
    distribution: AppDistribution.AppStore,
    sessionStorage: sessions,
    // Scopes are Shopify's business (shopify.app.toml); SCOPES is what its CLI sets while developing.
    ...(config.shopify.scopes ? { scopes: config.shopify.scopes } : {}),
    future: { unstable_newEmbeddedAuthStrategy: true, expiringOfflineAccessTokens: true },
    logger: {
      level: LogSeverity.Warning,
      log: (severity, message) => {
        if (severity === LogSeverity.Error) log.error({ library: true }, message);
        else log.warn({ library: true }, message);
      },
    },
  });
}
