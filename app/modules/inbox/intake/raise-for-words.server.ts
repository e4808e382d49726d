import type { ShopTx } from '#app/platform/db/database.server.ts';
import { changeTicket } from '../tickets/change-ticket.server.ts';
import { rootOf } from '../tickets/lock-root.server.ts';
import { readTicketRow } from '../tickets/ticket-row.server.ts';
import { priorities } from '../tickets/ticket.ts';
import { topicOf } from './topic-of.ts';

/**
 * Raises a conversation that goes on by what cannot wait, and never lowers it: whoever asked where a parcel is may write next that it hurt them. What staff chose stays,
 * but for what is urgent.
 */
export async function raiseForWords(tx: ShopTx, { ticketId, text, now }: { ticketId: number; text: string; now: Date }): Promise<void> {
  const { priority, priorityReason } = topicOf('', text);
  if (priorityReason === null) return;
  const root = await rootOf(tx, ticketId);
  const ticket = root === null ? null : await readTicketRow(tx, root);
  if (!ticket || priorities.indexOf(ticket.priority) >= priorities.indexOf(priority)) return;
  if (ticket.priorityReason === 'staff' && priority !== 'urgent') return;
  await changeTicket(tx, { ticketId: ticket.id, changes: { priority, priorityReason }, actor: null, now });
}
