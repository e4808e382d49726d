import type { SandboxUrls } from '../contract.ts';
import { shopHandle } from '../oauth/launch-parameters.ts';

/** What translating Shopify's addresses takes. */
export interface AddressDeps {
  urls: SandboxUrls;
  /** Whether the sandbox has this shop; other shops' addresses stay as they are. */
  hasShop(shopDomain: string): boolean;
}

const APP_BRIDGE = /https:\/\/cdn\.shopify\.com\/shopifycloud\/app-bridge\.js/g;
const ADMIN = /https:\/\/admin\.shopify\.com(?=\/store\/)/g;
const SHOP_ADMIN = /https:\/\/([a-z0-9][a-z0-9-]*\.myshopify\.com)\/admin(?=[/"'?\s<]|$)/g;
const SHOP = /https:\/\/([a-z0-9][a-z0-9-]*\.myshopify\.com)/g;

/** Puts the sandbox's addresses in place of Shopify's in a text: App Bridge, the admin, the shops it knows. */
export function toSandboxAddresses(text: string, { urls, hasShop }: AddressDeps): string {
  return text
    .replace(APP_BRIDGE, `${urls.base}/cdn/app-bridge.js`)
    .replace(ADMIN, urls.base)
    .replace(SHOP_ADMIN, (address, domain: string) => (hasShop(domain) ? `${urls.base}/store/${shopHandle(domain)}` : address))
    .replace(SHOP, (address, domain: string) => (hasShop(domain) ? urls.storefront(domain) : address));
}

/** A Content-Security-Policy whose `frame-ancestors` names the sandbox's admin where it named Shopify's or the shop. */
export function toSandboxPolicy(policy: string, { urls }: Pick<AddressDeps, 'urls'>): string {
  const { origin } = new URL(urls.base);
  return policy
    .split(';')
    .map((directive) => (/^\s*frame-ancestors\s/.test(directive) ? directive.replace('https://admin.shopify.com', origin).replace(SHOP, origin) : directive))
    .join(';');
}
