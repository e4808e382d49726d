import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { removeRequestPhotosJob } from './jobs.ts';

/** Takes the customers' words and photos out of what was wished for these orders; the photos' bytes follow in a job once this is committed. */
export async function forgetRequests(tx: ShopTx, orderIds: readonly string[]): Promise<void> {
  const ofOrders = { request_id: { in: (await tx.return_requests.findMany({ where: { order_id: { in: [...orderIds] } }, select: { id: true } })).map(({ id }) => id) } };
  const lines = await tx.return_request_lines.findMany({ where: { ...ofOrders, NOT: { photos: { isEmpty: true } } }, select: { photos: true } });
  const keys = lines.flatMap(({ photos }) => photos);
  await tx.return_request_lines.updateMany({ where: ofOrders, data: { note: '', answers: [], photos: [] } });
  // That an exception was asked for stays; its words go.
  await tx.return_request_lines.updateMany({ where: { ...ofOrders, exception: { not: null } }, data: { exception: '' } });
  if (keys.length > 0) await enqueue(tx, removeRequestPhotosJob, { keys });
}

/** Removes the bytes of those photos that no request has. */
export async function removeRequestPhotos(ctx: ShopContext, files: FileStore, { keys }: { keys: string[] }): Promise<void> {
  const kept = await ctx.tx((tx) => tx.return_request_lines.findMany({ where: { photos: { hasSome: keys } }, select: { photos: true } }));
  const stay = new Set(kept.flatMap(({ photos }) => photos));
  await files.remove(keys.filter((key) => !stay.has(key)));
}
