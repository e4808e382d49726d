import { after, day } from '#app/kernel/time.ts';
import type { Database } from '#app/platform/db/database.server.ts';
import type { FileStore } from '#app/platform/files/file-store.ts';

/**
 * Removes the files of shops that were erased. A shop is looked at for a day, so that what was on its way into the store when it was
 * erased goes as well; a store that does not answer is asked again next time.
 */
export async function removeErasedFiles(database: Pick<Database, 'platform'>, files: FileStore, now: Date): Promise<void> {
  const erased = await database.platform.erased_shops.findMany();
  for (const { shop_id } of erased) {
    await files.removeAll(`shops/${shop_id}/`);
    await database.platform.erased_shops.deleteMany({ where: { shop_id, erased_at: { lt: after(now, -day) } } });
  }
}
