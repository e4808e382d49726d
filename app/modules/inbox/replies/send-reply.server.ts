import { enqueue } from '#app/platform/jobs/job.server.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import { messageLeft } from '../tickets/add-message.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
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
    await tx.messages.updateMany({ where: { id, send_at: { not: null } }, data: { ticket_id: ticket.id } });
    const message = await tx.messages.findFirst({ where: { id, send_at: { not: null }, withdrawn_at: null, outbox_id: null } });
    if (!message?.send_at) return;
    if (message.send_at > now) return enqueue(tx, sendReplyJob, { messageId, afterwards }, { key: sendReplyKey(id), runAt: message.send_at });
    await putOut(tx, ctx.shop, { message, ticket, secret });
    await messageLeft(tx, id, now);
    if (afterwards !== null) await changeTicket(tx, { ticketId: ticket.id, changes: { state: afterwards }, actor: message.author_id, now });
  });
}
