import type { Condition } from './condition.ts';
import type { Matter, Settlement } from './matters.ts';

/** One readable rule: where all of `when` holds, `settles` says how. */
export interface Rule {
  /** Stays with the rule through every version. */
  id: string;
  when: Condition[];
  settles: Partial<Settlement>;
}

/** A shop's return policy: rules in order, and under them what holds for everything. */
export interface Policy {
  rules: Rule[];
  /** Settles every matter, so that no line is without an answer. */
  base: Settlement;
  /** Days a parcel is taken to travel where neither a delivery nor a date for it is known. */
  transitDays: number;
}

/** A policy as it was published; versions count from 1. */
export interface PolicyVersion {
  version: number;
  publishedAt: Date;
  policy: Policy;
}

/** Every version a shop published; there is always one. */
export type PolicyVersions = readonly [PolicyVersion, ...PolicyVersion[]];

/** The id under which a clause names the policy's base. */
export const baseRuleId = 'base';

/** What settled one matter, complete in itself: it can be kept with a decision and be read in any language later. */
export interface Clause {
  version: number;
  ruleId: string;
  when: Condition[];
  matter: Matter;
  /** Of that matter only. */
  settles: Partial<Settlement>;
}
