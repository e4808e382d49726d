/** A shop that opened the app, as every room knows it. */
export interface Shop {
  readonly id: number;
  /** `name.myshopify.com` */
  readonly domain: string;
  readonly name: string;
  readonly email: string | null;
  /** Where the storefront is, without trailing slash. */
  readonly primaryUrl: string;
  readonly ianaTimezone: string;
  readonly currency: string;
  /** Published storefront locales, the primary one first. */
  readonly locales: readonly string[];
  readonly scopes: readonly string[];
  readonly state: 'installed' | 'uninstalled';
  /** `needs_reopen`: Shopify no longer refreshes our token; only a merchant opening the app gives a new one. */
  readonly access: 'ok' | 'needs_reopen';
  readonly installedAt: Date;
}
