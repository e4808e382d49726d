import type { ShopTx } from '#app/platform/db/database.server.ts';
import { draftModes, type Draft } from './draft.ts';

/** What somebody is writing in a ticket, of each mode at most one. */
export async function draftsOf(tx: ShopTx, { ticketId, staffId }: { ticketId: number; staffId: string }): Promise<Draft[]> {
  const where = { ticket_id: ticketId, staff_id: staffId };
  const drafts = await tx.reply_drafts.findMany({ where });
  const files = await tx.draft_files.findMany({ where, orderBy: [{ uploaded_at: 'asc' }, { id: 'asc' }], select: { id: true, mode: true, filename: true, type: true, size: true, uploaded_at: true } });
  return draftModes.flatMap((mode) => {
    const draft = drafts.find((one) => one.mode === mode);
    const own = files.filter((one) => one.mode === mode);
    const savedAt = draft?.saved_at ?? own.at(-1)?.uploaded_at;
    if (!savedAt) return [];
    return [{ mode, text: draft?.text ?? '', to: draft?.to_addresses ?? [], cc: draft?.cc_addresses ?? [], files: own.map(({ id, filename, type, size }) => ({ id, filename, type, size })), savedAt }];
  });
}
