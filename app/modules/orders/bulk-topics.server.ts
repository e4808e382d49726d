import { z } from 'zod';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { TopicHandler } from '#app/platform/webhooks/topic-handler.ts';
import { importOrdersJob } from './jobs.ts';

const finished = z.object({ admin_graphql_api_id: z.string() });

/** Wakes the import whose bulk operation has ended; what it came to is read from Shopify. */
export const bulkTopics: TopicHandler = {
  topics: ['bulk_operations/finish'],
  async apply(tx, _shop, receipts) {
    const operations = receipts.map(({ body }) => finished.parse(body).admin_graphql_api_id);
    const waiting = await tx.imports.count({ where: { bulk_operation: { in: operations }, state: 'running' } });
    if (waiting > 0) await enqueue(tx, importOrdersJob, {}, { key: importOrdersJob.name });
  },
};
