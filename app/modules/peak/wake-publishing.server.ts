import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { publishPeakJob } from './jobs.ts';

/** Has the theme told soon; in the caller's transaction. */
export async function wakePublishing(tx: ShopTx): Promise<void> {
  await enqueue(tx, publishPeakJob, {}, { key: publishPeakJob.name });
}
