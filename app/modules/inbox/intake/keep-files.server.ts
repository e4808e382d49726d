import { randomUUID } from 'node:crypto';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { MailFile } from './mail-files.ts';

/** Says which files a message has; their bytes lie in the store already. */
export async function keepFiles(tx: ShopTx, messageId: bigint, attached: readonly MailFile[]): Promise<void> {
  if (attached.length === 0) return;
  await tx.message_files.createMany({
    data: attached.map(({ file, filename, type, size, sha256, contentId }, position) => ({ id: randomUUID(), message_id: messageId, position, filename, type, size, sha256, file, content_id: contentId })),
  });
}
