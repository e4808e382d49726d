import type { TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { readSourceAnswer } from './read-source-answer.ts';
import { isSourceKey, sourceKeys } from './source.ts';
import { notePush } from './source-states.server.ts';
import { storeNews } from './store-news.server.ts';

/** A source's push as a topic among the receipts. */
export function topicOf(source: string): string {
  return `tracking/${source}`;
}

/** Applies what sources pushed. */
export const sourceTopics: TopicHandler = {
  topics: sourceKeys.map(topicOf),
  async apply(tx, shop, receipts) {
    for (const { topic, body, receivedAt } of receipts) {
      const source = topic.slice(topicOf('').length);
      if (!isSourceKey(source)) continue;
      await notePush(tx, source, receivedAt);
      await storeNews(tx, shop, source, readSourceAnswer(source, body), { pushed: true, now: receivedAt });
    }
  },
};
