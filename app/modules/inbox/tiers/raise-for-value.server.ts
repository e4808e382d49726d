import type { ShopTx } from '#app/platform/db/database.server.ts';
import { noteTicketEvent } from '../tickets/ticket-events.server.ts';

/** Puts a ticket before others, since the shop values its customer. The caller has made sure that nobody and nothing said how urgent it is. */
export async function raiseForValue(tx: ShopTx, ticketId: number, now: Date): Promise<void> {
  await tx.tickets.updateMany({ where: { id: ticketId }, data: { priority: 'high', priority_reason: 'high_value', version: { increment: 1 } } });
  await noteTicketEvent(tx, { ticketId, type: 'priority', data: { from: 'normal', to: 'high', reason: 'high_value' }, actor: null, now });
}
