import type { ListedTrait, MeasuredTrait, NamedValue } from './condition.ts';
import type { Outcome } from './matters.ts';
import type { Clause } from './policy.ts';

/** What a rule would need to know and nobody could tell: whoever decides looks at it. */
export interface Unsure {
  ruleId: string;
  version: number;
  traits: (ListedTrait | MeasuredTrait)[];
}

/** An outcome a customer may choose, with all it brings and costs. Amounts are minor units of the shop's currency. */
export interface AllowedOffer {
  allowed: true;
  outcome: Outcome;
  version: number;
  /** The last moment for it; null where there is none, or where its days are not counted yet. */
  deadline: Date | null;
  countedFrom: CountedFrom | null;
  fee: { percent: number; amount: number };
  /** `amount` is deducted once a return; null where the customer pays a carrier directly. */
  wayBack: { payer: 'shop' | 'customer'; amount: number | null };
  bonus: { percent: number; amount: number };
  /** What the line brings: paid, less the fee, with the bonus. */
  back: number;
  photos: number;
  questions: string[];
  approval: 'nobody' | 'person';
  location: NamedValue | null;
  refundOn: 'scan' | 'receipt' | 'inspection';
  /** What was settled for it, each matter by its clause. */
  clauses: Clause[];
  unsure: Unsure[];
}

/** From what the days of a period are counted. */
export interface CountedFrom {
  at: Date;
  by: 'delivery' | 'expectation' | 'shipping';
}

/** Shopify's reasons to decline follow from it: final sale, period ended, other. */
export type Refusal = 'final_sale' | 'period_ended' | 'not_offered' | 'worth_too_much' | 'warranty_ended';

/** An outcome a customer may not choose, with the clause that says so. */
export interface RefusedOffer {
  allowed: false;
  outcome: Outcome;
  version: number;
  why: Refusal;
  /** The moment it ended, where it did. */
  deadline: Date | null;
  clause: Clause;
  unsure: Unsure[];
}

export type Offer = AllowedOffer | RefusedOffer;

/** In what an offer of one version is better for the customer than that of another, the weightiest first. */
export const advantages = ['allowed', 'way_back_known', 'money', 'deadline', 'photos', 'questions', 'approval', 'refund_on'] as const;
export type Advantage = (typeof advantages)[number];

/** The better of two versions' offers. */
export interface BestOffer {
  offer: Offer;
  /** Whose it is: the policy's at the time of the order, today's, or both alike. */
  from: 'order' | 'today' | 'both';
  /** What made it better; null where both are alike. */
  because: Advantage | null;
  /** What the other version would have given. */
  instead: Offer | null;
}

/** What the shop's policies give for one line: every outcome allowed or not, each with what says so. */
export interface Decision {
  versions: { order: number; today: number };
  offers: Record<Outcome, BestOffer>;
  /** A reason could still change it. */
  dependsOnReason: boolean;
}
