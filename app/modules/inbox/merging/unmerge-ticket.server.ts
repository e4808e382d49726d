import { notFound } from '#app/kernel/errors.ts';
import type { ShopTx } from '#app/platform/db/database.server.ts';
import { returnDrafts } from '../replies/drafts/return-drafts.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';
import { ticketMoved } from '../tickets/ticket-moved.server.ts';
import { oneMergeAtATime, restand } from './restand.server.ts';

/** Which ticket is taken out, and of what. */
export interface Unmerge {
  ticketId: number;
  /** Out of this one only: where somebody brought it elsewhere since, it stays. */
  from?: number;
  actor: string | null;
  now: Date;
}

/**
 * Takes a ticket out of the one it is read in, with all that are read in itself: both stand as if they had never been one, but for what was said and done
 * since. False where there was nothing to take it out of.
 */
export async function unmergeTicket(tx: ShopTx, { ticketId, from, actor, now }: Unmerge): Promise<boolean> {
  await oneMergeAtATime(tx);
  const ticket = await tx.tickets.findFirst({ where: { id: ticketId }, select: { merged_into: true } });
  if (!ticket) throw notFound('ticket');
  const { merged_into: into } = ticket;
  if (into === null || (from !== undefined && into !== from)) return false;
  await restand(tx, [into, ticketId], async () => {
    await tx.tickets.updateMany({ where: { id: ticketId }, data: { merged_into: null } });
    await noteTicketEvent(tx, { ticketId: into, type: 'unmerged', data: { from: ticketId }, actor, now });
  });
  await returnDrafts(tx, { from: (await rootOf(tx, into)) ?? into, to: ticketId });
  await ticketMoved(tx, ticketId, now);
  await ticketMoved(tx, (await rootOf(tx, into)) ?? into, now);
  return true;
}
