import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { fileKinds, labelFileKey } from './label-file.ts';

/** Removes the files of these labels that their rows do not speak of: of a label that was never kept, or of a person who was redacted. */
export async function removeLabelFiles(ctx: ShopContext, files: FileStore, { labelIds }: { labelIds: string[] }): Promise<void> {
  const rows = await ctx.tx((tx) => tx.labels.findMany({ where: { id: { in: labelIds } }, select: { id: true, state: true, file: true, qr: true } }));
  const gone = labelIds.flatMap((id) => {
    const row = rows.find((one) => one.id === id);
    // Its file is being kept right now.
    if (row?.state === 'bought') return [];
    return fileKinds.flatMap((kind) => [
      ...(row?.file === kind ? [] : [labelFileKey(ctx.shop, id, 'label', kind)]),
      ...(row?.qr === kind ? [] : [labelFileKey(ctx.shop, id, 'qr', kind)]),
    ]);
  });
  await files.remove(gone);
}
