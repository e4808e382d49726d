import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { rereadWords } from '../search/reread-words.server.ts';
import { messageLeft } from '../tickets/add-message.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import type { TicketRow } from '../tickets/ticket-row.server.ts';
import { sendReplyJob, sendReplyKey } from './jobs.ts';
import { putOut } from './put-out.server.ts';
import { lockedTicket } from './reply.server.ts';

/** Lets a message leave whose time has come, unless it was taken back; whoever asks twice is told of one. From then on it is said. */
export function sendReply(ctx: ShopContext, secret: string, { messageId, afterwards }: { messageId: string; afterwards: 'solved' | 'waiting_third' | 'open' | null }): Promise<void> {
  return ctx.tx(async (tx) => {
    const now = ctx.clock.now();
    const id = BigInt(messageId);
    const found = await tx.messages.findFirst({ where: { id }, select: { ticket_id: true } });
    if (!found) return;
    const ticket = await lockedTicket(tx, found.ticket_id);
    // A ticket that was merged since is written in no more.
    if (ticket.id !== found.ticket_id) {
      await tx.messages.updateMany({ where: { id, send_at: { not: null } }, data: { ticket_id: ticket.id } });
      await rereadWords(tx, [found.ticket_id, ticket.id]);
    }
    const message = await tx.messages.findFirst({ where: { id, send_at: { not: null }, withdrawn_at: null, outbox_id: null } });
    if (!message?.send_at) return;
    if (message.send_at > now) return enqueue(tx, sendReplyJob, { messageId, afterwards }, { key: sendReplyKey(id), runAt: message.send_at });
    await putOut(tx, ctx.shop, { message, ticket, secret });
    const isLastWord = await messageLeft(tx, id, now);
    // Whoever is answered is no sender of spam: what they write next would be seen by nobody.
    const isAnswer = message.side_id === null;
    const takesIt = isAnswer && message.author_id !== null && (await isTheirsToTake(tx, ticket, message.author_id));
    const changes = { ...(isAnswer && ticket.spam ? { spam: false } : {}), ...(takesIt ? { assigneeId: message.author_id } : {}), ...(afterwards !== null && isLastWord ? { state: afterwards } : {}) };
    if (Object.keys(changes).length > 0) await changeTicket(tx, { ticketId: ticket.id, changes, actor: message.author_id, now });
  });
}

/** Whoever answers what is nobody's has it from then. What lies with a team is for those in it: somebody else only told the customer so. */
async function isTheirsToTake(tx: ShopTx, { assigneeId, teamId }: TicketRow, staffId: string): Promise<boolean> {
  return assigneeId === null && (teamId === null || (await tx.team_members.count({ where: { team_id: teamId, staff_id: staffId } })) > 0);
}
