import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { toChannel } from '../message.ts';
import { messageOfKey, preferencesUrl } from './opt-out-key.ts';
import { optOut } from './opt-outs.server.ts';

interface Needs {
  contextOf(shopId: number): Promise<ShopContext | null>;
  /** Newest first; keys signed with any of them are honoured. */
  secrets: readonly string[];
}

/**
 * The door for "unsubscribe" in a mail program: posted to, it opts the reader out of that kind of message at once and asks nothing (RFC 8058);
 * looked at, by a person or by a scanner of links, it changes nothing and leads to the preferences.
 */
export async function unsubscribe(request: Request, key: string, { contextOf, secrets }: Needs): Promise<Response> {
  const headers = { 'cache-control': 'no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' };
  if (!['GET', 'HEAD', 'POST'].includes(request.method)) return new Response(null, { status: 405, headers: { ...headers, allow: 'GET, HEAD, POST' } });
  const named = messageOfKey(key, secrets);
  const ctx = named && (await contextOf(named.shopId));
  if (!ctx || !named) return new Response('Not found', { status: 404, headers });
  if (request.method !== 'POST') return new Response(null, { status: 303, headers: { ...headers, location: preferencesUrl(ctx.shop, key) } });
  await ctx.tx(async (tx) => {
    const message = await tx.outbox.findFirst({ where: { id: BigInt(named.messageId), recipient: { not: '' } } });
    if (message) await optOut(tx, { channel: toChannel(message.channel), address: message.recipient }, [message.kind], ctx.clock.now());
  });
  return new Response(null, { status: 200, headers });
}
