import type { Matter, Settlement } from '../matters.ts';
import type { Rule } from '../policy.ts';

/** The address of a rule that is still to be written, and its id until it is kept. */
export const newRule = 'new';

/** A rule in its reader's words: under which conditions what holds. */
export interface SaidRule {
  id: string;
  when: string;
  settles: string[];
}

/** A policy in its reader's words. */
export interface SaidPolicy {
  rules: SaidRule[];
  base: string[];
  transitDays: number;
}

/** One thing in which what is written differs from what is published. */
export type SaidChange =
  | { kind: 'added' | 'removed' | 'moved'; sentence: string }
  | { kind: 'changed' | 'base'; before: string; after: string; matter: Matter | null }
  | { kind: 'transit_days'; before: number; after: number };

/** When it was published, and by whom. */
export interface VersionHead {
  version: number;
  publishedAt: Date;
  /** Null for the policy a shop begins with. */
  publishedBy: string | null;
  /** Null where the person's name is not known. */
  name: string | null;
}

/** The page on which a merchant writes the policy. */
export interface PolicyPageView {
  policy: SaidPolicy;
  /** The newest step of the draft; null where all that is written is published. */
  draft: { revision: number; madeAt: Date; madeBy: string | null } | null;
  changes: SaidChange[];
  /** The newest first. */
  versions: VersionHead[];
  portal: PortalView;
  /** Of the past 90 days. */
  shopifyFees: ShopifyFee[];
}

/** A fee that returns begun in Shopify bore. */
export interface ShopifyFee {
  kind: 'restocking' | 'shipping';
  /** Percent of what was paid, or minor units of the shop's currency. */
  value: number;
  returns: number;
  /** The policy has it nowhere. */
  differs: boolean;
}

/** Whether customers may begin returns, and what stands in the way. */
export interface PortalView {
  open: boolean;
  version: number;
  needs: 'access' | 'publish' | null;
  /** What customers are told, in the language of the shop. */
  promise: string[];
  page: string;
}

/** Something to choose: a place, or a reason. */
export interface Choice {
  value: string;
  name: string;
}

/** One rule, or what holds in general, as its form begins with it. */
export interface RulePageView {
  /** Of the draft; 0 where there is none. */
  revision: number;
  rule: Rule | null;
  /** Among the rules, from 1. */
  place: number;
  rules: number;
  /** What a rule leaves open stands here. */
  base: Settlement;
  transitDays: number;
  locations: Choice[];
  reasons: Choice[];
}

/** Something wrong with a policy: the name of the text that says what, and where in which rule. */
export interface PlacedProblem {
  /** The rule's id, or that of what holds in general; null where it is wrong with all of it. */
  ruleId: string | null;
  /** The rule's, from 1. */
  place: number | null;
  /** Within the rule, as `when.0.values` or `period.days`. */
  path: string;
  problem: string;
}

/** What an act on the policy is answered with. */
export type PolicyAnswer = { is: 'done'; did: string } | { is: 'refused'; code: string } | { is: 'problems'; problems: PlacedProblem[] };
