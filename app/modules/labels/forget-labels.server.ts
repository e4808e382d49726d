import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { removeLabelFilesJob } from './make/jobs.ts';

/** Takes the person out of the labels of these orders: their address is printed on the files. What a label cost stays. */
export async function forgetLabels(tx: ShopTx, orderIds: readonly string[]): Promise<void> {
  const labels = await tx.$queryRaw<{ id: string }[]>`update labels set file = null, qr = null, problem_words = null where order_id = any(${orderIds}) returning id`;
  if (labels.length > 0) await enqueue(tx, removeLabelFilesJob, { labelIds: labels.map(({ id }) => id) });
}
