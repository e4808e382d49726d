import type { ShopTx } from '#app/platform/db/database.server.ts';
import { readSetting } from '#app/modules/settings/index.server.ts';
import { ordersOf } from '../promises/orders-of.server.ts';
import { promiseSetting } from '../promises/promise-setting.ts';
import { topicOf, type Topic } from './topic-of.ts';
import type { Verified } from './verified.ts';

export interface FirstWords {
  subject: string;
  text: string;
  personId: string;
  verified: Verified;
}

/** How a new conversation is sorted: by its words, and before others where it is from whom the shop values, unless that sender is known to be forged. */
export async function sortedAs(tx: ShopTx, { subject, text, personId, verified }: FirstWords): Promise<Topic> {
  const topic = topicOf(subject, text);
  const { valued } = (await readSetting(tx, promiseSetting)).value;
  if (topic.priorityReason !== null || valued === null || verified === 'no' || (await ordersOf(tx, personId)) < valued.orders) return topic;
  return { ...topic, priority: 'high', priorityReason: 'high_value' };
}
