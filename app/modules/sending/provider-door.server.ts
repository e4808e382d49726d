import { createHash } from 'node:crypto';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { Database, ShopTx } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { ShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { shopInToken } from '#app/platform/webhooks/push-token.ts';
import { readBody } from '#app/platform/webhooks/read-body.server.ts';
import { createReceiptWriter } from '#app/platform/webhooks/receipt-writer.server.ts';
import { isSame } from '#app/platform/crypto/signature.ts';

export interface DoorNeeds {
  shops: Pick<ShopRegistry, 'byId' | 'context'>;
  database: Database;
  sealer: Sealer;
  clock: Clock;
  log: Logger;
}

/** An account at a provider as its news meets it. */
export interface NewsAccount {
  token: string;
  /** What is answered to a provider that looks whether the door is ours before it tells anything; null where it is not the one. */
  greet?(address: URL): string | null;
  /** JSON to keep of a verified body, `done` where nothing is to be kept, null where the provider did not sign exactly this. */
  read(body: Buffer, request: Request): Promise<string | 'done' | null>;
}

/** Which account of a shop a provider's news is for. */
export type FindAccount = (tx: ShopTx, provider: string, sealer: Sealer) => Promise<NewsAccount | null>;

const bodyLimit = 2 * 1024 * 1024;

type Road = 'mail' | 'sms' | 'whatsapp';

/** A provider's news as a topic among the receipts. */
export function topicOf(road: Road, provider: string): string {
  return `${road}/${provider}`;
}

/** Takes in what providers tell: finds the shop by the token, verifies the raw body, stores it as a receipt, and answers 200 only when that is committed. */
export function createProviderDoor({ shops, database, sealer, clock, log }: DoorNeeds, road: Road, findAccount: FindAccount): (request: Request, provider: string) => Promise<Response> {
  const writer = createReceiptWriter({ database, clock, log });

  const find = async (provider: string, token: string) => {
    const id = shopInToken(token);
    const shop = id === null ? null : await shops.byId(id);
    if (!shop || shop.state !== 'installed') return null;
    const account = await shops.context(shop).tx((tx) => findAccount(tx, provider, sealer));
    return account && isSame(token, account.token) ? { shop, account } : null;
  };

  const take = async (request: Request, provider: string): Promise<number | string> => {
    if (request.method !== 'POST' && request.method !== 'GET') return 405;
    const address = new URL(request.url);
    const found = await find(provider, address.searchParams.get('token') ?? '');
    if (!found) return 404;
    if (request.method === 'GET') return found.account.greet ? (found.account.greet(address) ?? 403) : 405;
    const body = await readBody(request, bodyLimit);
    if (body === null) return 413;
    const kept = await found.account.read(body, request);
    if (kept === null) return 401;
    if (kept === 'done') return 200;
    const webhookId = `${topicOf(road, provider)}:${createHash('sha256').update(kept).digest('base64url')}`;
    await writer.store({ shopDomain: found.shop.domain, webhookId, topic: topicOf(road, provider), eventId: null, apiVersion: null, triggeredAt: null, body: kept });
    return 200;
  };

  return async (request, provider) => {
    const answer = await take(request, provider).catch((error: unknown) => {
      log.warn({ error, provider }, 'news of a provider was not taken in');
      return 503;
    });
    if (typeof answer === 'string') return new Response(answer, { headers: { 'content-type': 'text/plain' } });
    return new Response(null, { status: answer, headers: answer === 405 ? { allow: 'POST' } : {} });
  };
}
