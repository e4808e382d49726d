import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { confirmUninstallJob, refreshShopJob } from './shop-jobs.server.ts';

/** The webhooks about the shop itself. None is believed: each writes a job that asks Shopify, outside the transaction. */
export const shopTopics: TopicHandler = {
  topics: ['app/uninstalled', 'app/scopes_update', 'shop/update', 'locales/create', 'locales/update', 'locales/destroy'],
  async apply(tx, _shop, receipts) {
    const uninstalls = receipts.filter(({ topic }) => topic === 'app/uninstalled');
    const last = uninstalls.at(-1);
    if (last) await enqueue(tx, confirmUninstallJob, { at: (last.triggeredAt ?? last.receivedAt).toISOString() }, { key: confirmUninstallJob.name });
    if (receipts.length > uninstalls.length) await enqueue(tx, refreshShopJob, {}, { key: refreshShopJob.name });
  },
};
