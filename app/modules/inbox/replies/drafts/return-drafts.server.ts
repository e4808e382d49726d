import type { ShopTx } from '#app/platform/db/database.server.ts';
import { holds, insteadOf } from './among.ts';

/** Takes what is being written in a ticket out of the one it was merged into. What became something else there meanwhile, or was sent, stays there. */
export async function returnDrafts(tx: ShopTx, { from, to }: { from: number; to: number }): Promise<void> {
  const noted = await tx.reply_drafts.findMany({ where: { ticket_id: to } });
  for (const { staff_id, mode, text } of noted) {
    const key = { ticket_id: from, staff_id, mode };
    const there = await tx.reply_drafts.findFirst({ where: key, select: { text: true } });
    if (!there || !holds(there.text, text)) {
      await tx.reply_drafts.deleteMany({ where: { ticket_id: to, staff_id, mode } });
      continue;
    }
    const rest = insteadOf(there.text, text, '');
    if (rest !== '') await tx.reply_drafts.updateMany({ where: key, data: { text: rest } });
    else {
      await tx.reply_drafts.deleteMany({ where: key });
      await tx.draft_files.updateMany({ where: key, data: { ticket_id: to } });
    }
  }
}
