import { bulkTopics, fulfillmentOrderTopics, orderTopics, personTopics } from '#app/modules/orders/index.server.ts';
import { recordProviderEvent } from '#app/modules/outbox/index.server.ts';
import { sourceTopics } from '#app/modules/parcels/index.server.ts';
import { complianceTopics } from '#app/modules/privacy/index.server.ts';
import { returnTopics } from '#app/modules/returns/index.server.ts';
import { mailNews, smsTopics, whatsAppTopics } from '#app/modules/sending/index.server.ts';
import { shopTopics } from '#app/platform/shops/shop-topics.server.ts';
import type { TopicHandler } from '#app/platform/webhooks/topic-handler.ts';

/** Who owns which webhook topic. */
export const topicHandlers: readonly TopicHandler[] = [orderTopics, personTopics, fulfillmentOrderTopics, bulkTopics, returnTopics, sourceTopics, mailNews(recordProviderEvent), smsTopics, whatsAppTopics, shopTopics, complianceTopics];
