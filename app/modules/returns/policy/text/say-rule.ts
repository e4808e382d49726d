import type { Settlement } from '../matters.ts';
import { baseRuleId, type Clause, type Policy, type Rule } from '../policy.ts';
import { sayCondition } from './say-condition.ts';
import { saySettlement, withoutTheUsual } from './say-settlement.ts';
import type { PolicyWords } from './words.ts';

/** For whom a sentence is: where parcels go is the shop's own affair. */
export type Reader = 'merchant' | 'customer';

/** A rule as one sentence; null where nothing in it concerns its reader. */
export function sayRule({ when, settles }: Omit<Rule, 'id'>, reader: Reader, words: PolicyWords): string | null {
  const { location, ...open } = settles;
  const said = saySettlement(reader === 'merchant' ? { location, ...open } : open, words);
  return said.length === 0 ? null : words.t('if', { conditions: when.map((condition) => sayCondition(condition, words)).join(words.t('and')), settles: said.join(words.t('next')) });
}

/** What holds for everything no rule settles otherwise. */
export function sayBase(base: Settlement, reader: Reader, words: PolicyWords): string {
  const { location, ...open } = withoutTheUsual(base);
  return words.t('base', { settles: saySettlement(reader === 'merchant' ? { location, ...open } : open, words).join(words.t('next')) });
}

/** What holds in general of time and cost: what a customer asks first. */
export function sayTerms({ period, fee, way_back }: Settlement, words: PolicyWords): string {
  const cost = period.kind === 'final_sale' ? {} : { ...(fee.percent > 0 && { fee }), way_back };
  return words.t('base', { settles: saySettlement({ period, ...cost }, words).join(words.t('next')) });
}

/** A policy as its sentences, in the order in which they count. */
export function sayPolicy(policy: Policy, reader: Reader, words: PolicyWords): string[] {
  return [...policy.rules.flatMap((rule) => sayRule(rule, reader, words) ?? []), sayBase(policy.base, reader, words)];
}

/** The sentence a decision rests on: of the rule, only what settled the matter. */
export function sayClause({ ruleId, when, settles }: Clause, words: PolicyWords): string {
  if (ruleId === baseRuleId) return words.t('base', { settles: saySettlement(settles, words).join(words.t('next')) });
  return sayRule({ when, settles }, 'merchant', words) ?? '';
}
