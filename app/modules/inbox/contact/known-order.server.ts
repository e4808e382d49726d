import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';
import { orderOfKey } from '#app/modules/access/index.server.ts';
import { lookUpKey, openOrder, proofOf, type LookUpNeeds, type TrackedOrder, type TrackingWords } from '#app/modules/tracking/index.server.ts';

/** The order that somebody writes about, as far as they have shown that they may see it. */
export interface KnownOrder {
  /** What opened it; the form carries it on. */
  key: string;
  tracked: TrackedOrder;
}

/** The order a key opens to who writes; null for a key that is none, is over, or under the merchant's setting needs a code first. What it shows is written down as shown. */
export async function orderOfVisit(key: string, proxy: ProxyRequest, secrets: readonly string[]): Promise<KnownOrder | null> {
  const { ctx } = proxy;
  const held = key === '' ? null : orderOfKey(ctx.shop, key, { secrets, now: ctx.clock.now() });
  if (held === null || held === 'expired') return null;
  const opened = await openOrder(ctx, held, await proofOf(held, proxy), key);
  return opened === null || opened === 'code-needed' ? null : { key, tracked: opened.tracked };
}

/** The order that is named with its own address, looked up as on the tracking page: under the same limits, at the same beat where there is none. Null for whatever it does not open. */
export async function orderNamed({ order, email }: { order: string; email: string }, proxy: ProxyRequest, words: TrackingWords, needs: LookUpNeeds): Promise<KnownOrder | null> {
  const found = await lookUpKey({ order, contact: email }, proxy, words, needs);
  return found.kind === 'key' ? orderOfVisit(found.key, proxy, needs.secrets) : null;
}
