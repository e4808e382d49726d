import { createHash } from 'node:crypto';
import { readJson } from '#app/kernel/json.ts';
import type { Clock } from '#app/platform/clock/clock.ts';
import type { Sealer } from '#app/platform/crypto/seal.server.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { Logger } from '#app/platform/log/log.server.ts';
import type { ShopRegistry } from '#app/platform/shops/shop-registry.server.ts';
import { readBody } from '#app/platform/webhooks/read-body.server.ts';
import { createReceiptWriter } from '#app/platform/webhooks/receipt-writer.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { shopInToken } from '#app/platform/webhooks/push-token.ts';
import { isSame } from '#app/platform/crypto/signature.ts';
import { isSourceKey, type SourceKey } from './source.ts';
import { accessOf, connectionTo, sourcesSetting } from './source-setting.ts';
import { topicOf } from './source-topics.server.ts';
import { sources } from './sources.server.ts';

interface Needs {
  shops: Pick<ShopRegistry, 'byId' | 'context'>;
  database: Database;
  sealer: Sealer;
  clock: Clock;
  log: Logger;
}

const bodyLimit = 2 * 1024 * 1024;

/** Takes in what sources push: finds the shop by the token, verifies the raw body, stores it as a receipt, and answers 200 only when that is committed. */
export function createSourceDoor({ shops, database, sealer, clock, log }: Needs): (request: Request, source: string) => Promise<Response> {
  const writer = createReceiptWriter({ database, clock, log });

  const find = async (source: SourceKey, token: string) => {
    const id = shopInToken(token);
    const shop = id === null ? null : await shops.byId(id);
    if (!shop || shop.state !== 'installed') return null;
    const { value } = await shops.context(shop).tx((tx) => readSetting(tx, sourcesSetting));
    const connection = connectionTo(value.connections, source);
    return connection && isSame(token, connection.token) ? { shop, connection } : null;
  };

  const take = async (request: Request, source: string): Promise<number> => {
    if (request.method !== 'POST') return 405;
    const found = isSourceKey(source) ? await find(source, new URL(request.url).searchParams.get('token') ?? '') : null;
    if (!found) return 404;
    const { shop, connection } = found;
    const body = await readBody(request, bodyLimit);
    if (body === null) return 413;
    if (!sources[connection.source].verify(accessOf(connection, sealer), body, request.headers)) return 401;
    if (typeof readJson(body.toString('utf8')) !== 'object') return 400;
    const webhookId = `${source}:${createHash('sha256').update(body).digest('base64url')}`;
    await writer.store({ shopDomain: shop.domain, webhookId, topic: topicOf(source), eventId: null, apiVersion: null, triggeredAt: null, body: body.toString('utf8') });
    return 200;
  };

  return async (request, source) => {
    const status = await take(request, source).catch((error: unknown) => {
      log.warn({ error, source }, 'news of a source was not taken in');
      return 503;
    });
    return new Response(null, { status, headers: status === 405 ? { allow: 'POST' } : {} });
  };
}
