import type { ValuedReason } from '../tiers/valued-by.ts';
import type { Priority, TicketCategory, TicketChannel, TicketState } from '../tickets/ticket.ts';

/** A conversation as the desk's list shows it. */
export interface DeskRow {
  /** Where it stands in the order it was read in, as a cursor. */
  place: string;
  id: number;
  subject: string;
  preview: string;
  state: TicketState;
  spam: boolean;
  channel: TicketChannel;
  priority: Priority;
  /** What the shop values its customer for. */
  valuedBy: ValuedReason | null;
  category: TicketCategory | null;
  tags: readonly string[];
  personId: string;
  /** Who writes: their name, else how they are reached; null where they were forgotten. */
  person: string | null;
  assigneeId: string | null;
  /** Null where nobody is assigned, or Shopify never told their name. */
  assigneeName: string | null;
  lastFrom: 'customer' | 'shop';
  lastMessageAt: Date;
  /** Since when the customer waits for a word. */
  waitingSince: Date | null;
  dueAt: Date | null;
  /** Whether the reader follows it, and somebody else said something since they looked. */
  hasNews: boolean;
  snoozedUntil: Date | null;
  messages: number;
  /** The orders it is about. */
  orders: readonly string[];
}
