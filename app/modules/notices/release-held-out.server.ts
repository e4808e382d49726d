import { runInBulk, type ShopTx } from '#app/platform/db/database.server.ts';
import { enqueueAll } from '#app/platform/jobs/job.server.ts';
import { decideKey, decideNoticesJob } from './jobs.ts';

const release = `
  update notices set state = 'planned', held_for = null, settled_at = null
   where state = 'held' and held_for = 'held_out' and expires_at > $1::timestamptz returning order_id as id`;

/** Has what a hold-out kept back told after all, where it still is true and news; in the caller's transaction. */
export async function releaseHeldOut(tx: ShopTx, now: Date): Promise<void> {
  const rows = await runInBulk<{ id: string }>(tx, release, [now]);
  await enqueueAll(tx, decideNoticesJob, [...new Set(rows.map(({ id }) => id))].map((orderId) => ({ key: decideKey(orderId), payload: { orderId } })));
}
