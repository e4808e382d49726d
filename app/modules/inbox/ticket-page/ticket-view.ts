import type { Draft } from '../replies/drafts/draft.ts';
import type { Side } from '../replies/sides-of.server.ts';
import type { SpamSignName } from '../reading/spam-signs.ts';
import type { TicketEvent } from '../tickets/ticket-events.server.ts';
import type { ValuedReason } from '../tiers/valued-by.ts';
import type { PlacedBy, Priority, PriorityReason, TicketCategory, TicketState } from '../tickets/ticket.ts';

/** A ticket's own facts, as its page shows and changes them. */
export interface ShownTicket {
  id: number;
  subject: string;
  channel: string;
  state: TicketState;
  spam: boolean;
  category: TicketCategory | null;
  priority: Priority;
  priorityReason: PriorityReason | null;
  /** What the shop values its customer for. */
  valuedBy: ValuedReason | null;
  tags: readonly string[];
  teamId: string | null;
  assigneeId: string | null;
  createdAt: Date;
  waitingSince: Date | null;
  dueAt: Date | null;
  /** What is promised has passed. */
  isLate: boolean;
  snoozedUntil: Date | null;
  version: number;
}

/** A file that came or went with a message. Its name is its sender's word for it. */
export interface ShownFile {
  id: string;
  name: string | null;
  type: string;
  size: number;
  /** Part of the text rather than beside it. */
  isInline: boolean;
}

/** Something that was said. Its long parts (quotes, signature, markup) are asked for when somebody wants them. */
export interface ShownMessage {
  is: 'message';
  id: string;
  /** The ticket it was said in, which may be one that was merged into this. */
  ticketId: number;
  sideId: string | null;
  direction: 'in' | 'out' | 'note';
  channel: string;
  author: 'person' | 'staff' | 'app' | 'third';
  authorId: string | null;
  authorName: string;
  from: string | null;
  to: readonly string[];
  cc: readonly string[];
  text: string;
  /** True where `text` is its beginning only. */
  isCut: boolean;
  /** True where more was sent with it than is shown: what was quoted, or a signature. */
  hasMore: boolean;
  hasHtml: boolean;
  hasRaw: boolean;
  kind: 'mail' | 'bounce' | 'auto_reply' | 'complaint' | 'spam' | 'acknowledgement';
  placedBy: PlacedBy;
  verified: 'yes' | 'no' | 'unknown';
  locale: string | null;
  warnings: readonly string[];
  /** Why it was kept apart as spam, where it was. */
  spamSigns: readonly SpamSignName[];
  files: readonly ShownFile[];
  at: Date;
  sendAt: Date | null;
  withdrawnAt: Date | null;
  withdrawnFor: string | null;
  delivery: Delivery | null;
  mentions: readonly string[];
}

/** How far a message of ours has come. */
export type Delivery = 'sending' | 'sent' | 'delivered' | 'bounced' | 'failed' | 'held' | 'unclear';

/** Something that happened to the ticket. */
export interface ShownEvent {
  is: 'event';
  id: string;
  ticketId: number;
  event: TicketEvent;
  /** What the customer said with it, as far as it is kept by now; null: nothing. */
  words: string | null;
  actor: string | null;
  at: Date;
}

export type Entry = ShownMessage | ShownEvent;

/** Everything the page of a ticket shows of the conversation itself. */
export interface TicketView {
  ticket: ShownTicket;
  /** Tickets that are read in this one since they were merged. */
  merged: readonly { id: number; subject: string }[];
  /** What else the person wrote, newest first: candidates to be read here. */
  others: readonly { id: number; subject: string; state: TicketState }[];
  person: { id: string; name: string | null; address: string | null };
  /** Oldest first. */
  entries: readonly Entry[];
  /** Messages before the first one shown. */
  earlier: number;
  /** What the orders are called that the events speak of. */
  orderNames: readonly { id: string; name: string }[];
  /** People of the shop, by Shopify's number. */
  staff: readonly { id: string; name: string | null }[];
  teams: readonly { id: string; name: string }[];
  /** Who reads. */
  me: string | null;
  isFollowed: boolean;
  /** The best language to write to the customer in, as far as one is known. */
  locale: string | null;
  /** Conversations beside this one, with a carrier or a supplier. */
  sides: readonly Pick<Side, 'id' | 'subject' | 'address'>[];
  /** What the reader was writing. */
  drafts: readonly Draft[];
}
