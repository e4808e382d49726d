import type { FileStore } from '#app/platform/files/file-store.ts';
import type { Limits } from '#app/platform/limits/limits.server.ts';
import type { CustomerLocale } from '#app/kernel/locales.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import type { SignInLink } from './ui/visit.ts';
import type { FindNamed } from './named-orders.server.ts';
import type { WriteShown } from './write-shown.server.ts';

/** What the page draws on beside the shop. */
export interface PageNeeds {
  findNamed: FindNamed;
  writeShown: WriteShown;
  limits: Limits;
  files: FileStore;
  /** The way in by signing in, to one order or to all of them; null where a shop's customers cannot. Not asked where it is not there. */
  signInLink?(proxy: ProxyRequest, locale: CustomerLocale, orderId: string | null): Promise<SignInLink | null>;
  /** Newest first; keys signed with any of them are honoured, the first one signs. */
  secrets: readonly [string, ...string[]];
}

/** What a guarded look-up needs. */
export type LookUpNeeds = Pick<VisitNeeds, 'findNamed' | 'limits' | 'secrets' | 'browser'>;

/** The same for one visit. */
export interface VisitNeeds extends PageNeeds {
  /** What tells browsers behind one address apart, as far as they say. */
  browser: string;
}
