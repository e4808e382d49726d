import { after, second } from '#app/kernel/time.ts';
import { systemClock } from '#app/platform/clock/clock.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { Receipt, TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { fetchHeldOrderJob } from './jobs.ts';
import { fulfillmentOrderShape } from './webhook-shapes.ts';

/** By then the second is over in which it happened, and a reading of the order is its last word. */
const readDelay = 5 * second;

/** These webhooks name a part of an order and not the order, and the order's own say nothing of it: it is read. */
async function applyFulfillmentOrderWebhooks(tx: ShopTx, _shop: Shop, receipts: readonly Receipt[]): Promise<void> {
  const ids = new Set(receipts.map(({ body }) => fulfillmentOrderShape.parse(body).fulfillment_order.id));
  const runAt = after(systemClock.now(), readDelay);
  for (const fulfillmentOrderId of ids) await enqueue(tx, fetchHeldOrderJob, { fulfillmentOrderId }, { key: `orders.fetch-held:${fulfillmentOrderId}`, runAt });
}

/** The webhooks about what is held back, put off, and let go. */
export const fulfillmentOrderTopics: TopicHandler = {
  topics: ['fulfillment_orders/placed_on_hold', 'fulfillment_orders/hold_released', 'fulfillment_orders/rescheduled', 'fulfillment_orders/scheduled_fulfillment_order_ready'],
  apply: applyFulfillmentOrderWebhooks,
};
