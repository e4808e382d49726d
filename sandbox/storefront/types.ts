import type { RegisteredApp, RunAdmin } from '../contract.ts';

/** Theme templates a merchant can put an app block on. */
export type BlockTemplate = 'index' | 'product' | 'page' | 'cart';

/** One app block the merchant placed, e.g. `aftercare-theme/track-order` on the page template. An embed (`target: body`) counts on every page. */
export interface BlockPlacement {
  template: BlockTemplate;
  /** `{extension folder}/{block file without .liquid}`. */
  block: string;
  settings: Record<string, string | number | boolean>;
}

/** What one shop's storefront needs from the rest of the sandbox. */
export interface StorefrontDeps {
  shopDomain: string;
  runAdmin: RunAdmin;
  /** The apps installed on this shop now, for their app proxies. */
  installedApps: () => RegisteredApp[] | Promise<RegisteredApp[]>;
  /** JSON an app keeps with its installation: what its blocks read as `app.metafields`. */
  appMetafields: () => readonly { namespace: string; key: string; type: string; value: string }[];
  blockPlacements: (shopDomain: string) => BlockPlacement[] | Promise<BlockPlacement[]>;
  /** The folder that holds the theme app extensions, usually `extensions/` of the app. */
  extensionsDir: string;
  /** Who is signed in, by the cookies of a browser: the numeric part of Shopify's id. */
  signedInCustomer?: (cookies: ReadonlyMap<string, string>) => string | null;
  /** How long the app may take to answer through the proxy; Shopify gives it 30 seconds. */
  proxyTimeoutMs?: number;
  now?: () => Date;
}

/** Who looks at a page, in which language and currency. */
export interface Visit {
  /** Locale code such as `zh-CN`. */
  locale: string;
  /** `` for the primary locale, else `/de`. */
  localePrefix: string;
  /** Path without the locale prefix, starting with a slash. */
  path: string;
  currency: string;
}
