import { systemClock } from '#app/platform/clock/clock.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { Receipt, TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { applyOrders } from './apply-orders.server.ts';
import { webhookReaders } from './read-webhook.ts';

/** Applies a batch of order webhooks; order, repeats and gaps do not matter. Throws where a body is not what its topic promises. */
async function applyOrderWebhooks(tx: ShopTx, shop: Shop, receipts: readonly Receipt[]): Promise<void> {
  const news = receipts.flatMap(({ topic, body, triggeredAt, receivedAt }) => webhookReaders[topic]?.(body, triggeredAt ?? receivedAt) ?? []);
  await applyOrders(tx, shop, news, systemClock.now());
}

/** The webhooks about orders, their parcels, refunds and people. */
export const orderTopics: TopicHandler = { topics: Object.keys(webhookReaders), apply: applyOrderWebhooks };
