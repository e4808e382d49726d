import { z } from 'zod';
import { readJson } from '#app/kernel/json.ts';
import { systemClock, type Clock } from '#app/platform/clock/clock.ts';
import type { Config } from '#app/platform/config/config.server.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { Metrics } from '#app/platform/metrics/metrics.server.ts';
import type { ShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { isSigned } from './is-signed.ts';
import { readBody } from './read-body.server.ts';
import { createReceiptWriter, type Incoming } from './receipt-writer.server.ts';

interface Needs {
  config: Config;
  registry: Pick<ShopRegistry, 'byShopifyId' | 'renamed'>;
  database: Database;
  clock?: Clock;
  log: Logger;
  metrics?: Pick<Metrics, 'webhooks'>;
}

type Result = 'stored' | 'unknown_shop' | 'method' | 'too_large' | 'forged' | 'malformed' | 'unavailable';

const statuses: Record<Result, number> = { stored: 200, unknown_shop: 200, method: 405, too_large: 413, forged: 401, malformed: 400, unavailable: 503 };
const bodyLimit = 5 * 1024 * 1024;
const object = z.record(z.string(), z.unknown());
const shopUpdate = z.looseObject({ id: z.union([z.number(), z.string()]).transform(String) });

/** Takes in webhooks: verifies the raw body, stores it, and answers 200 only when it is committed. Applying it is a job's work. */
export function createWebhookDoor({ config, registry, database, clock = systemClock, log, metrics }: Needs): (request: Request) => Promise<Response> {
  const { apiSecret, oldApiSecret } = config.shopify;
  const secrets = oldApiSecret === null ? [apiSecret] : [apiSecret, oldApiSecret];
  const writer = createReceiptWriter({ database, clock, log });

  const take = async (request: Request): Promise<Result> => {
    if (request.method !== 'POST') return 'method';
    const signature = request.headers.get('x-shopify-hmac-sha256');
    if (!signature) return 'forged';
    const body = await readBody(request, bodyLimit);
    if (body === null) return 'too_large';
    if (!isSigned(body, signature, secrets)) return 'forged';
    const receipt = incoming(request.headers, body.toString('utf8'));
    const content = object.safeParse(readJson(body.toString('utf8')));
    if (!receipt || !content.success) return 'malformed';
    if (await writer.store(receipt)) return 'stored';
    return (await isRename(receipt, content.data)) && (await writer.store(receipt)) ? 'stored' : 'unknown_shop';
  };

  /** A domain nobody knows may be the new name of a shop we know; `shop/update` tells. */
  const isRename = async ({ topic, shopDomain }: Incoming, body: unknown): Promise<boolean> => {
    const told = topic === 'shop/update' ? shopUpdate.safeParse(body).data : undefined;
    const shop = told ? await registry.byShopifyId(told.id) : null;
    if (!shop || shop.domain === shopDomain) return false;
    await registry.renamed(shop.domain, shopDomain);
    log.info({ from: shop.domain, to: shopDomain }, 'a shop was renamed');
    return true;
  };

  return async (request) => {
    const result = await take(request).catch((error: unknown): Result => {
      log.warn({ error }, 'a webhook was not taken in');
      return 'unavailable';
    });
    metrics?.webhooks.inc({ result });
    if (result === 'unknown_shop') log.info({ shop: request.headers.get('x-shopify-shop-domain') }, 'a webhook of a shop that never opened the app');
    return new Response(null, { status: statuses[result], headers: result === 'method' ? { allow: 'POST' } : {} });
  };
}

/** What the headers say, or null where one that we need is missing. */
function incoming(headers: Headers, body: string): Incoming | null {
  const shopDomain = headers.get('x-shopify-shop-domain');
  const webhookId = headers.get('x-shopify-webhook-id');
  const topic = headers.get('x-shopify-topic');
  if (!shopDomain || !webhookId || !topic) return null;
  const triggeredAt = new Date(headers.get('x-shopify-triggered-at') ?? Number.NaN);
  return {
    shopDomain,
    webhookId,
    topic,
    eventId: headers.get('x-shopify-event-id'),
    apiVersion: headers.get('x-shopify-api-version'),
    triggeredAt: Number.isNaN(triggeredAt.getTime()) ? null : triggeredAt,
    body,
  };
}
