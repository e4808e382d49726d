import type { LineFacts, OrderFacts } from '../facts.ts';
import type { Advantage } from '../decision.ts';
import type { Outcome } from '../matters.ts';
import type { Clause } from '../policy.ts';

/** A return that was asked for, with what was known of it then. */
export interface PastReturn {
  id: string;
  name: string;
  askedAt: Date;
  order: OrderFacts;
  lines: { line: LineFacts; reason: string | null; outcome: Outcome }[];
}

/** What one policy and another give for a line that came back, and the clauses that make the difference. */
export interface ChangedLine {
  /** Its place among the lines of the return. */
  at: number;
  outcome: Outcome;
  effect: 'better' | 'worse';
  because: Advantage;
  before: Clause | null;
  after: Clause | null;
  /** Where it would be refused: what could be chosen in its place. */
  instead: Outcome[];
}

/** A return that would have gone differently. */
export interface ChangedReturn {
  id: string;
  name: string;
  lines: ChangedLine[];
  /** What the customer would have had more, or less where it is negative; minor units of the shop's currency. */
  difference: number;
}

/** What a policy would have done to the returns of a time, held against another. */
export interface ReplayReport {
  returns: number;
  /** Those that would have gone differently, the dearest for their customers first. */
  changed: ChangedReturn[];
  /** Of the changed, how many customers would have stood only better, only worse, or one line better and another worse. */
  better: number;
  worse: number;
  mixed: number;
  /** What all customers together would have had back. */
  back: { before: number; after: number };
  /** How many returns nobody would have had to look at. */
  approvedAtOnce: { before: number; after: number };
  /** Returns of which too little is known to be sure. */
  unsure: number;
}
