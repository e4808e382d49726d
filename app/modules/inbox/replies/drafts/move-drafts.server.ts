import type { ShopTx } from '#app/platform/db/database.server.ts';
import { joined } from './among.ts';

/**
 * Has what is being written in tickets that were merged be written where they are read: behind what its writer began there. Files go along. What was
 * moved stays noted where it was, so that a page which does not know of the merge goes on with it, and it can be taken out again.
 */
export async function moveDrafts(tx: ShopTx, { from, into }: { from: readonly number[]; into: number }): Promise<void> {
  const moved = await tx.reply_drafts.findMany({ where: { ticket_id: { in: [...from] } }, orderBy: { saved_at: 'asc' } });
  for (const { shop_id: _shop, ...draft } of moved) {
    const key = { ticket_id: into, staff_id: draft.staff_id, mode: draft.mode };
    const there = await tx.reply_drafts.findFirst({ where: key });
    if (there) await tx.reply_drafts.updateMany({ where: key, data: { text: joined(there.text, draft.text), saved_at: draft.saved_at } });
    else await tx.reply_drafts.create({ data: { ...draft, ticket_id: into } });
  }
  await tx.draft_files.updateMany({ where: { ticket_id: { in: [...from] } }, data: { ticket_id: into } });
}
