import type { ShopTx } from '#app/platform/db/database.server.ts';
import { cancelJobs } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { rereadWords } from '../search/reread-words.server.ts';
import { lockRoot } from '../tickets/lock-root.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';
import { restoreDraft } from './drafts/restore-draft.server.ts';
import { sendReplyKey } from './jobs.ts';

/** Takes a message back that has not left: its words and files are a draft again. Whoever asks twice is told the same; false where it left before. */
export function withdraw(ctx: ShopContext, { messageId, by }: { messageId: string; by: string }): Promise<boolean> {
  return ctx.tx(async (tx) => {
    const id = /^\d{1,18}$/.test(messageId) ? BigInt(messageId) : -1n;
    const message = await tx.messages.findFirst({ where: { id }, select: { ticket_id: true } });
    if (!message) return false;
    await lockRoot(tx, message.ticket_id);
    if ((await takeBack(tx, { ids: [id], why: `staff:${by}` }, ctx.clock.now())).length > 0) return true;
    return (await tx.messages.count({ where: { id, withdrawn_at: { not: null } } })) > 0;
  });
}

/** Takes messages back that have not left, for their writers to look at again; answers those that waited. Their tickets have to be locked. */
export async function takeBack(tx: ShopTx, { ids, why }: { ids: readonly bigint[]; why: string }, now: Date): Promise<bigint[]> {
  const taken = await tx.messages.updateManyAndReturn({
    where: { id: { in: [...ids] }, send_at: { not: null }, outbox_id: null, withdrawn_at: null },
    data: { withdrawn_at: now, withdrawn_for: why },
  });
  await cancelJobs(tx, taken.map(({ id }) => sendReplyKey(id)));
  for (const message of taken) {
    await restoreDraft(tx, message, now);
    if (message.side_id !== null) await dropUnbegun(tx, message.side_id);
    await ticketMoved(tx, message.ticket_id, now);
  }
  // What was taken back is found by nobody.
  if (taken.length > 0) await rereadWords(tx, taken.map(({ ticket_id: id }) => id));
  return taken.map(({ id }) => id);
}

/** A conversation of which nothing was ever said was none. */
async function dropUnbegun(tx: ShopTx, sideId: string): Promise<void> {
  await tx.$executeRaw`delete from side_conversations where id = ${sideId}::uuid and not exists (select from messages where side_id = ${sideId}::uuid and withdrawn_at is null)`;
}
