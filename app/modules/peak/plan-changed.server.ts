import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { planAnnouncements } from './announcement/plan-announcements.server.ts';
import { publishPeakJob } from './jobs.ts';

/** Has the theme and the clockwork told of a plan that was changed; in the transaction of the change. */
export async function planChanged(tx: ShopTx, zone: string): Promise<void> {
  await enqueue(tx, publishPeakJob, {}, { key: publishPeakJob.name });
  await planAnnouncements(tx, zone);
}
