import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';
import { oneMergeAtATime, restand } from './restand.server.ts';

/** Takes a ticket out of the one it is read in, with all that are read in itself: both stand as if they had never been one, but for what was said and done since. */
export async function unmergeTicket(tx: ShopTx, { ticketId, actor, now }: { ticketId: number; actor: string | null; now: Date }): Promise<void> {
  await oneMergeAtATime(tx);
  const ticket = await tx.tickets.findFirst({ where: { id: ticketId }, select: { merged_into: true } });
  if (!ticket) throw notFound('ticket');
  const { merged_into: into } = ticket;
  if (into === null) return;
  await restand(tx, [into, ticketId], async () => {
    await tx.tickets.updateMany({ where: { id: ticketId }, data: { merged_into: null } });
    await noteTicketEvent(tx, { ticketId: into, type: 'unmerged', data: { from: ticketId }, actor, now });
  });
  await ticketMoved(tx, ticketId, now);
  await ticketMoved(tx, (await rootOf(tx, into)) ?? into, now);
}
