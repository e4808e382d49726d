import type { Priority, TicketCategory, TicketChannel, TicketState } from '../tickets/ticket.ts';

/** What narrows a search; what is not named does not. */
export interface SearchFilters {
  states?: readonly TicketState[];
  channels?: readonly TicketChannel[];
  categories?: readonly TicketCategory[];
  priorities?: readonly Priority[];
  /** A staff member; null: nobody's. */
  assigneeId?: string | null;
  teamId?: string;
  tag?: string;
  /** Tickets in which something was said since then. */
  since?: Date;
  /** True: in what is kept apart as spam; otherwise in everything else. */
  spam?: boolean;
}

export interface TicketSearch {
  /** As typed. */
  words: string;
  filters?: SearchFilters;
  /** Where the page before ended. */
  cursor?: string | null;
  size?: number;
}

/** By what a ticket was named outright: its own number, an order's, a parcel's, how its person is reached. */
export type Named = 'ticket' | 'order' | 'parcel' | 'contact';

/** A piece of text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  isMatch: boolean;
}

/** A ticket that was found. */
export interface FoundTicket {
  id: number;
  /** The ticket it is read in: itself, or the one it was merged into. */
  readIn: number;
  /** Null: found by its words. */
  named: Named | null;
  subject: Piece[];
  person: Piece[];
  /** Its state, and whose it is, where it is read. */
  state: TicketState;
  channel: TicketChannel;
  spam: boolean;
  assigneeId: string | null;
  lastMessageAt: Date;
  /** Where in it the words stand; null where only its subject or its person says them. */
  said: { pieces: Piece[]; by: string; direction: 'in' | 'out' | 'note'; at: Date } | null;
}

export interface FoundPage {
  tickets: FoundTicket[];
  next: string | null;
}
