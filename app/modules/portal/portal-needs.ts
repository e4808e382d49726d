import type { FileStore } from '#app/platform/files/file-store.ts';
import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { Visit } from '#app/modules/tracking/index.pure.ts';
import type { LookUpNeeds } from '#app/modules/tracking/index.server.ts';
import type { Draft } from './draft-store.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';

/** What the portal draws on beside the shop. */
export interface PortalNeeds extends LookUpNeeds {
  files: FileStore;
  /** The way in by signing in, to one order or to all of them; null where a shop's customers cannot. Not asked where it is not there. */
  signInLink?(proxy: ProxyRequest, locale: CustomerLocale, orderId: string | null): Promise<Visit['signIn']>;
}

/** Somebody who may act on an order, and how they speak. */
export interface Holder {
  key: string;
  orderId: string;
  /** They were given what is in it: they see no amounts, and exchange evenly alone. */
  gift: boolean;
  /** What was chosen before, as it was when they came in. */
  draft: Draft;
  proxy: ProxyRequest;
  needs: PortalNeeds;
  /** The visitor's languages in their order, without the shop's own. */
  own: readonly string[];
}
