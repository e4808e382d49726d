import { ExpectedError } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { insteadOf } from './among.ts';
import type { DraftMode } from './draft.ts';
import { isSeen, type KnownWords } from './is-seen.ts';

interface Taking {
  ticketId: number;
  /** Where its writer wrote: a ticket that was merged meanwhile, maybe. */
  askedIn: number;
  staffId: string;
  mode: DraftMode;
  /** Those of its files that go along. */
  files: readonly string[];
  messageId: bigint;
  /** What was sent, and what it was written on. */
  text: string;
  known: KnownWords;
}

/** Turns a draft into the message that came of it: its files are the message's, and nothing is left of it; what its writer began where that was merged into stays, and what they wrote in another window and the sending one did not know. Throws where one of its files was taken out meanwhile. */
export async function takeDraft(tx: ShopTx, { ticketId, askedIn, staffId, mode, files, messageId, ...sent }: Taking): Promise<void> {
  const taken = await tx.draft_files.findMany({ where: { id: { in: [...files] }, staff_id: staffId } });
  if (taken.length !== new Set(files).size) throw new ExpectedError('file_gone', 409, 'A file of the draft is not there any more.');
  const inOrder = files.flatMap((id) => taken.find((one) => one.id === id) ?? []);
  await tx.message_files.createMany({ data: inOrder.map(({ id, filename, type, size, sha256, file }, position) => ({ id, message_id: messageId, position, filename, type, size, sha256, file })) });
  await tx.draft_files.deleteMany({ where: { id: { in: [...files] } } });
  const key = { ticket_id: ticketId, staff_id: staffId, mode };
  const there = await tx.reply_drafts.findFirst({ where: { ...key, ticket_id: askedIn }, select: { text: true } });
  if (there && !isSeen(there.text, sent)) return;
  const rest = askedIn === ticketId ? '' : await restOf(tx, key, askedIn);
  if (rest === '') await tx.reply_drafts.deleteMany({ where: key });
  else await tx.reply_drafts.updateMany({ where: key, data: { text: rest } });
  if (askedIn !== ticketId) await tx.reply_drafts.deleteMany({ where: { ...key, ticket_id: askedIn } });
}

async function restOf(tx: ShopTx, key: { ticket_id: number; staff_id: string; mode: DraftMode }, askedIn: number): Promise<string> {
  const there = await tx.reply_drafts.findFirst({ where: key, select: { text: true } });
  const noted = await tx.reply_drafts.findFirst({ where: { ...key, ticket_id: askedIn }, select: { text: true } });
  return insteadOf(there?.text ?? '', noted?.text ?? '', '');
}
