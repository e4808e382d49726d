import { after, second } from '#app/kernel/time.ts';
import { systemClock } from '#app/platform/clock/clock.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { Shop } from '#app/platform/shops/shop.ts';
import type { Receipt, TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { fetchCustomerJob } from './jobs.ts';
import { personShape } from './webhook-shapes.ts';

/** By then the second is over in which it happened, and a reading is its last word. */
const readDelay = 2 * second;

/** These come in any order and say what was agreed to on one way, or which tags came and went; a reading says what holds now, consent on WhatsApp included. */
async function applyPersonWebhooks(tx: ShopTx, _shop: Shop, receipts: readonly Receipt[]): Promise<void> {
  const ids = new Set(receipts.map(({ body }) => personShape.parse(body)));
  const runAt = after(systemClock.now(), readDelay);
  for (const customerId of ids) await enqueue(tx, fetchCustomerJob, { customerId }, { key: `orders.fetch-customer:${customerId}`, runAt });
}

/** The webhooks about what a person agreed to and how the merchant tagged them: since 2025-01 those about the person themselves say neither. */
export const personTopics: TopicHandler = {
  topics: ['customers_email_marketing_consent/update', 'customers_marketing_consent/update', 'customer.tags_added', 'customer.tags_removed'],
  apply: applyPersonWebhooks,
};
