import { after } from '#app/kernel/time.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { rootOf } from '../../tickets/lock-root.server.ts';
import { readHere } from '../../tickets/read-here.server.ts';
import { holds, insteadOf, joined } from './among.ts';
import type { DraftMode } from './draft.ts';

interface TakenBack {
  id: bigint;
  /** Where it was said. */
  ticket_id: number;
  author_id: string | null;
  side_id: string | null;
  text: string;
  to_addresses: string[];
  cc_addresses: string[];
}

/** Makes a draft of a message that was taken back, where its ticket is read, before anything its writer began since; its files are the draft's again, but for those of a mail that it passed on: they go along anew. */
export async function restoreDraft(tx: ShopTx, { id, ticket_id: own, author_id, side_id, text, to_addresses, cc_addresses }: TakenBack, now: Date): Promise<void> {
  if (author_id === null) return;
  const mode: DraftMode = side_id === null ? 'reply' : 'forward';
  const ticket_id = (await rootOf(tx, own)) ?? own;
  const key = { ticket_id, staff_id: author_id, mode };
  const begun = await tx.reply_drafts.findFirst({ where: key, select: { text: true } });
  const noted = own === ticket_id ? null : await tx.reply_drafts.findFirst({ where: { ...key, ticket_id: own }, select: { text: true } });
  const goesOn = noted && begun && holds(begun.text, noted.text) ? noted.text : '';
  const again = joined(text, goesOn);
  const words = goesOn === '' ? joined(text, begun?.text ?? '') : insteadOf(begun?.text ?? '', goesOn, again);
  await tx.reply_drafts.deleteMany({ where: key });
  await tx.reply_drafts.create({ data: { ...key, text: words, to_addresses, cc_addresses, saved_at: now } });
  if (own !== ticket_id) {
    // Taken out again, the ticket takes it along.
    await tx.reply_drafts.deleteMany({ where: { ...key, ticket_id: own } });
    await tx.reply_drafts.create({ data: { ...key, ticket_id: own, text: again, to_addresses, cc_addresses, saved_at: now } });
  }
  const files = await tx.message_files.findMany({ where: { message_id: id }, orderBy: { position: 'asc' } });
  await tx.message_files.deleteMany({ where: { message_id: id } });
  const passedOn = await tx.$queryRaw<{ file: string }[]>`
    ${readHere(ticket_id)}
    select f.file from message_files f join messages m on m.id = f.message_id where m.ticket_id in (select id from read_here) and f.file = any(${files.map(({ file }) => file)})`;
  const attached = files.filter(({ file }) => !passedOn.some((other) => other.file === file));
  // A moment apart, so that they stay in their order.
  await tx.draft_files.createMany({ data: attached.map(({ id: fileId, filename, type, size, sha256, file }, at) => ({ id: fileId, ...key, filename: filename ?? '', type, size, sha256, file, uploaded_at: after(now, at) })) });
}
