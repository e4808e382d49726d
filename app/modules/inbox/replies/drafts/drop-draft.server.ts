import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { removeMailFilesJob } from '../../keeping/jobs.ts';
import { lockedTicket } from '../reply.server.ts';
import type { DraftMode } from './draft.ts';

/** Throws away what somebody was writing, its files too. */
export function dropDraft(ctx: ShopContext, { ticketId, by, mode }: { ticketId: number; by: string; mode: DraftMode }): Promise<void> {
  return ctx.tx(async (tx) => {
    const { id } = await lockedTicket(tx, ticketId);
    const key = { ticket_id: id, staff_id: by, mode };
    await tx.reply_drafts.deleteMany({ where: key });
    await forget(tx, await tx.draft_files.findMany({ where: key, select: { id: true, file: true } }));
  });
}

/** Takes one file from what somebody is writing; one that is gone already is no failure. */
export function dropDraftFile(ctx: ShopContext, { fileId, by }: { fileId: string; by: string }): Promise<void> {
  return ctx.tx(async (tx) => forget(tx, await tx.draft_files.findMany({ where: { id: fileId, staff_id: by }, select: { id: true, file: true } })));
}

async function forget(tx: ShopTx, files: readonly { id: string; file: string }[]): Promise<void> {
  if (files.length === 0) return;
  await tx.draft_files.deleteMany({ where: { id: { in: files.map(({ id }) => id) } } });
  await enqueue(tx, removeMailFilesJob, { files: files.map(({ file }) => file) });
}
