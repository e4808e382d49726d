import type { FileStore } from '#app/platform/files/file-store.ts';
import type { LookUpNeeds } from '#app/modules/tracking/index.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';

/** What the portal draws on beside the shop. */
export interface PortalNeeds extends LookUpNeeds {
  files: FileStore;
}

/** Somebody who may act on an order, and how they speak. */
export interface Holder {
  key: string;
  orderId: string;
  proxy: ProxyRequest;
  needs: PortalNeeds;
  /** The visitor's languages in their order, without the shop's own. */
  own: readonly string[];
}
