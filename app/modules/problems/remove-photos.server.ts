import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { photoKey } from './photo-key.ts';

/** Removes the bytes of those photos that have no row: of a report that was never finished, or of a person who was redacted. */
export async function removePhotos(ctx: ShopContext, files: FileStore, { photoIds }: { photoIds: string[] }): Promise<void> {
  const kept = await ctx.tx((tx) => tx.problem_photos.findMany({ where: { id: { in: photoIds } }, select: { id: true } }));
  const rows = new Set(kept.map(({ id }) => id));
  await files.remove(photoIds.filter((id) => !rows.has(id)).map((id) => photoKey(ctx.shop.id, id)));
}
