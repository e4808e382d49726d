import { bulkTopics, orderTopics } from '../modules/orders/index.server.ts';
import { complianceTopics } from '../modules/privacy/index.server.ts';
import { shopTopics } from '../platform/shops/shop-topics.server.ts';
import type { TopicHandler } from '../platform/webhooks/topic-handler.ts';

/** Who owns which webhook topic. */
export const topicHandlers: readonly TopicHandler[] = [orderTopics, bulkTopics, shopTopics, complianceTopics];
