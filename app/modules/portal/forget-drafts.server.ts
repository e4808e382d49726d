import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import { removeRequestPhotosJob } from '#app/modules/returns/index.server.ts';
import { draftSchema } from './draft.ts';

/** Takes away what customers had chosen for these orders; their photos' bytes follow in a job once this is committed. */
export async function forgetDrafts(tx: ShopTx, orderIds: readonly string[]): Promise<void> {
  const ofOrders = { order_id: { in: [...orderIds] } };
  const rows = await tx.return_drafts.findMany({ where: ofOrders, select: { state: true } });
  await tx.return_drafts.deleteMany({ where: ofOrders });
  const keys = rows.flatMap(({ state }) => draftSchema.safeParse(state).data?.lines.flatMap(({ photos }) => photos) ?? []);
  if (keys.length > 0) await enqueue(tx, removeRequestPhotosJob, { keys });
}
