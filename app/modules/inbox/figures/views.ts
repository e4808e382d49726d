import type { TicketCategory, TicketChannel } from '../tickets/ticket.ts';
import type { SpanStep } from './figures-period.ts';

/** Whose conversations are counted; what is not named does not matter. */
export interface FiguresFilter {
  channel: TicketChannel | null;
  /** The staff member who solved it or, where nobody did, has it. */
  agent: string | null;
  team: string | null;
}

/** How long something took, in seconds: half of all took less than the median, nine of ten less than `ninety`, which is not said of fewer than ten. */
export interface Took {
  count: number;
  median: number | null;
  ninety: number | null;
}

/** What is counted of any part of the conversations. */
export interface Tallies {
  opened: number;
  firstReply: Took;
  /** What was closed as nobody is there to be answered any more is over and not solved. */
  solved: Took;
  promises: { kept: number; broken: number };
  /** Customers who said how they liked it, those who liked it, and all their points. */
  satisfaction: { given: number; good: number; points: number };
}

export interface Span extends Tallies {
  /** Its first day, `2026-11-21`. */
  day: string;
  /** What was still to do when it ended. */
  backlog: number;
  /** Orders that were placed in it; what was sent again for nothing is none. */
  orders: number;
}

export interface Group extends Tallies {
  /** Null: nobody's, no team's, not sorted. */
  key: string | null;
  /** What it is called, where it has a name of its own. */
  name: string | null;
}

export interface InboxFigures {
  step: SpanStep;
  filter: FiguresFilter;
  total: Tallies & { backlog: number; orders: number };
  spans: Span[];
  channels: Group[];
  agents: Group[];
  teams: Group[];
  /** Customers whom the shop values, and the others; nothing where it values nobody of them. */
  tiers: Group[];
  categories: (Group & { key: TicketCategory | null })[];
  /** Who and what can be asked for. */
  choices: { agents: Choice[]; teams: Choice[] };
}

export interface Choice {
  id: string;
  name: string | null;
}
