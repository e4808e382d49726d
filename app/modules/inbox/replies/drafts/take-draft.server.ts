import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { DraftMode } from './draft.ts';

interface Taking {
  ticketId: number;
  staffId: string;
  mode: DraftMode;
  /** Those of its files that go along. */
  files: readonly string[];
  messageId: bigint;
}

/** Turns a draft into the message that came of it: its files are the message's, and nothing is left of it. */
export async function takeDraft(tx: ShopTx, { ticketId, staffId, mode, files, messageId }: Taking): Promise<void> {
  const taken = await tx.draft_files.findMany({ where: { id: { in: [...files] }, staff_id: staffId } });
  if (taken.length !== new Set(files).size) throw new Error('A file of a draft is not there any more.');
  const inOrder = files.flatMap((id) => taken.find((one) => one.id === id) ?? []);
  await tx.message_files.createMany({ data: inOrder.map(({ id, filename, type, size, sha256, file }, position) => ({ id, message_id: messageId, position, filename, type, size, sha256, file })) });
  await tx.draft_files.deleteMany({ where: { id: { in: [...files] } } });
  await tx.reply_drafts.deleteMany({ where: { ticket_id: ticketId, staff_id: staffId, mode } });
}
