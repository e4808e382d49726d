import { after, day } from '#app/kernel/time.ts';
import { orderKey } from '#app/modules/access/index.server.ts';
import { orderOfShortLink } from '#app/modules/outbox/index.server.ts';
import type { ProxyRequest } from '#app/platform/shopify/authenticate-proxy.server.ts';

/** How long a link to an order's page leads there. */
export const linkLife = 30 * day;

/** A visitor who came by the short address of a text message stands at the full one: the same key, as long as one in a mail. */
export async function inFull(request: Request, { ctx }: Pick<ProxyRequest, 'ctx'>, secrets: readonly [string, ...string[]]): Promise<Request> {
  const url = new URL(request.url);
  if (request.method === 'POST' || !url.searchParams.has('s')) return request;
  const opened = await orderOfShortLink(request, ctx, secrets);
  // What is no key of ours is answered as any bad key is.
  url.searchParams.set('key', opened ? orderKey(ctx.shop, { orderId: opened.orderId, purpose: 'order', expiresAt: after(opened.since, linkLife) }, secrets[0]) : '');
  return new Request(url, request);
}
