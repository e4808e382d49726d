import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueueAll } from '#app/platform/jobs/job.server.ts';
import { decideKey, decideNoticesJob } from './jobs.ts';
import { noticeKinds, type NoticeKind } from './kinds.ts';

const waiting = `select distinct order_id as id from notices where state = 'planned' and kind = any ($1::text[])`;

/** Has what waits for its moment looked at again: what a merchant decided about it has changed. */
export async function wakeWaiting(tx: ShopTx, kinds: readonly NoticeKind[] = noticeKinds): Promise<void> {
  const rows = await runInBulk<{ id: string }>(tx, waiting, [kinds]);
  await enqueueAll(tx, decideNoticesJob, rows.map(({ id }) => ({ key: decideKey(id), payload: { orderId: id } })));
}
