import type { ShopTx } from '#app/platform/db/database.server.ts';
import type { KeptOrBroken } from '../promises/promise-kinds.ts';
import type { TicketCategory, TicketChannel, TicketState, Priority, PriorityReason } from './ticket.ts';

/** When a ticket was done, and by whom. */
export type Done = { solvedAt: string | null; solvedBy: string | null; closedAt: string | null };

/** What happens to a ticket, with what is kept of it: ids and figures, never a person's words. */
export interface TicketEvents {
  opened: { channel: TicketChannel; request?: string };
  state: { from: TicketState; to: TicketState; until?: string | null; /** The event which this one takes back, as if it had never been. */ undoes?: string; /** What its customer said of the help they got, where that made work again. */ rated?: number; /** How it had been done, where it no longer is. */ done?: Done };
  reopened: { from: TicketState };
  assigned: { from: string | null; to: string | null };
  team: { from: string | null; to: string | null };
  priority: { from: Priority; to: Priority; reason: PriorityReason | null };
  category: { from: TicketCategory | null; to: TicketCategory | null };
  /** Which one says the ticket, as long as it may. */
  language: Record<string, never>;
  tags: { added: string[]; removed: string[] };
  subject: Record<string, never>;
  spam: { is: boolean };
  order_linked: { orderId: string };
  order_unlinked: { orderId: string };
  /** Named in what was written, and not known to be the writer's own. */
  order_named: { orderId: string };
  /** By its headers it answers somebody else's ticket, which anybody can write. */
  seems_to_answer: { ticketId: number };
  merged: { from: number };
  merged_into: { into: number };
  unmerged: { from: number };
  split: { into: number; messages: number };
  split_from: { from: number };
  /** A deed in the shop beside the ticket: a refund, a return, a changed address. */
  acted: { act: string; orderId: string; amount?: { minor: number; currency: string }; /** What exactly it was done to, where that can be done once. */ ref?: string };
  promise_warned: { promise: KeptOrBroken; dueAt: string };
  promise_broken: { promise: KeptOrBroken; dueAt: string };
  promise_kept: { promise: KeptOrBroken; dueAt: string; after: number };
  /** What was said did not reach its reader. */
  undelivered: { messageId: string; why: 'bounced' | 'failed' | 'held' };
  acknowledged: { expectedAt: string | null };
  csat_asked: Record<string, never>;
  csat_given: { score: number };
  complaint: { step: 'recorded' | 'verified' | 'resolved' | 'called_back' | 'closed' };
}

export type TicketEvent = { [Type in keyof TicketEvents]: { type: Type; data: TicketEvents[Type] } }[keyof TicketEvents];

type Noted = TicketEvent & { ticketId: number; actor: string | null; now: Date };

/** Writes down what happened to a ticket, in the transaction in which it does. */
export async function noteTicketEvent(tx: ShopTx, { ticketId, type, data, actor, now }: Noted): Promise<void> {
  await tx.ticket_events.create({ data: { ticket_id: ticketId, type, data, actor, happened_at: now } });
}
