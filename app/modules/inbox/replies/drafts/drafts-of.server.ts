import type { ShopTx } from '#app/platform/db/database.server.ts';
import { draftModes, type Draft, type DraftFile, type DraftMode } from './draft.ts';

/** As JSON has them: moments as text. */
interface Stored {
  drafts: { mode: DraftMode; text: string; to: string[]; cc: string[]; savedAt: string }[];
  files: (DraftFile & { mode: DraftMode; uploadedAt: string })[];
}

/** What somebody is writing in a ticket, of each mode at most one. */
export async function draftsOf(tx: ShopTx, { ticketId, staffId }: { ticketId: number; staffId: string }): Promise<Draft[]> {
  const [row] = await tx.$queryRaw<Stored[]>`
    select coalesce((select json_agg(json_build_object('mode', mode, 'text', text, 'to', to_addresses, 'cc', cc_addresses, 'savedAt', saved_at))
              from reply_drafts where ticket_id = ${ticketId} and staff_id = ${staffId}), '[]') as drafts,
           coalesce((select json_agg(json_build_object('id', id, 'mode', mode, 'filename', filename, 'type', type, 'size', size, 'uploadedAt', uploaded_at) order by uploaded_at, id)
              from draft_files where ticket_id = ${ticketId} and staff_id = ${staffId}), '[]') as files`;
  const { drafts, files } = row ?? { drafts: [], files: [] };
  return draftModes.flatMap((mode) => {
    const draft = drafts.find((one) => one.mode === mode);
    const own = files.filter((one) => one.mode === mode);
    const savedAt = draft?.savedAt ?? own.at(-1)?.uploadedAt;
    if (!savedAt) return [];
    return [{ mode, text: draft?.text ?? '', to: draft?.to ?? [], cc: draft?.cc ?? [], files: own.map(({ id, filename, type, size }) => ({ id, filename, type, size })), savedAt: new Date(savedAt) }];
  });
}
