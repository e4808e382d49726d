import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { removePhotosJob } from './jobs.ts';

/** Takes words and photos out of the reports of these orders; the photos' bytes follow in a job once this is committed. */
export async function forgetReports(tx: ShopTx, orderIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`update problem_reports set words = '' where order_id = any(${orderIds})`;
  const gone = await tx.$queryRaw<{ id: string }[]>`
    delete from problem_photos where report_id in (select id from problem_reports where order_id = any(${orderIds})) returning id`;
  if (gone.length > 0) await enqueue(tx, removePhotosJob, { photoIds: gone.map(({ id }) => id) });
}
