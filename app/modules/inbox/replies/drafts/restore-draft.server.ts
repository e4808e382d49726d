import { after } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { DraftMode } from './draft.ts';

interface TakenBack {
  id: bigint;
  ticket_id: number;
  author_id: string | null;
  side_id: string | null;
  text: string;
  to_addresses: string[];
  cc_addresses: string[];
}

/** Makes a draft of a message that was taken back, before anything its writer began since; its files are the draft's again. */
export async function restoreDraft(tx: ShopTx, { id, ticket_id, author_id, side_id, text, to_addresses, cc_addresses }: TakenBack, now: Date): Promise<void> {
  if (author_id === null) return;
  const mode: DraftMode = side_id === null ? 'reply' : 'forward';
  const key = { ticket_id, staff_id: author_id, mode };
  const begun = await tx.reply_drafts.findFirst({ where: key, select: { text: true } });
  const words = [text, begun?.text ?? ''].filter(Boolean).join('\n\n');
  await tx.reply_drafts.deleteMany({ where: key });
  await tx.reply_drafts.create({ data: { ...key, text: words, to_addresses, cc_addresses, saved_at: now } });
  const files = await tx.message_files.findMany({ where: { message_id: id }, orderBy: { position: 'asc' } });
  await tx.message_files.deleteMany({ where: { message_id: id } });
  // A moment apart, so that they stay in their order.
  await tx.draft_files.createMany({ data: files.map(({ id: fileId, filename, type, size, sha256, file }, at) => ({ id: fileId, ...key, filename: filename ?? '', type, size, sha256, file, uploaded_at: after(now, at) })) });
}
