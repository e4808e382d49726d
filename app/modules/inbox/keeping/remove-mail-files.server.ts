import type { FileStore } from '#app/platform/files/file-store.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';

/** Removes those of the files that no row speaks of: of a mail that was never kept, or of words that were forgotten. */
export async function removeMailFiles(ctx: ShopContext, store: FileStore, { files }: { files: string[] }): Promise<void> {
  const kept = await ctx.tx(async (tx) => {
    const attached = await tx.message_files.findMany({ where: { file: { in: files } }, select: { file: true } });
    const written = await tx.messages.findMany({ where: { raw_file: { in: files } }, select: { raw_file: true } });
    const arrived = await tx.mail_arrivals.findMany({ where: { raw_file: { in: files } }, select: { raw_file: true } });
    const drafted = await tx.draft_files.findMany({ where: { file: { in: files } }, select: { file: true } });
    return new Set([...[...attached, ...drafted].map(({ file }) => file), ...[...written, ...arrived].flatMap(({ raw_file }) => raw_file ?? [])]);
  });
  await store.remove(files.filter((file) => !kept.has(file)));
}
