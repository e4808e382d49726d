import { matters, type Settlement } from '../matters.ts';
import { policyChanges, type PolicyChange } from '../policy-changes.ts';
import type { Policy } from '../policy.ts';
import type { PublishedPolicy } from '../store/policy-store.server.ts';
import { sayCondition } from '../text/say-condition.ts';
import { sayRule } from '../text/say-rule.ts';
import { saySettlement, withoutTheUsual } from '../text/say-settlement.ts';
import type { PolicyWords } from '../text/words.ts';
import type { SaidChange, SaidPolicy, VersionHead } from './views.ts';

/** A policy in a merchant's words. */
export function saidPolicy({ rules, base, transitDays }: Policy, words: PolicyWords): SaidPolicy {
  return {
    rules: rules.map(({ id, when, settles }) => ({ id, when: when.map((condition) => sayCondition(condition, words)).join(words.t('and')), settles: saySettlement(settles, words) })),
    base: saySettlement(withoutTheUsual(base), words),
    transitDays,
  };
}

/** In what one policy differs from another, in a merchant's words. */
export function saidChanges(before: Policy, after: Policy, words: PolicyWords): SaidChange[] {
  return policyChanges(before, after).map((change) => saidChange(change, words));
}

function saidChange(change: PolicyChange, words: PolicyWords): SaidChange {
  const say = (rule: Policy['rules'][number]) => sayRule(rule, 'merchant', words) ?? '';
  switch (change.kind) {
    case 'changed':
      return { kind: 'changed', before: say(change.before), after: say(change.after), matter: null };
    case 'base':
      return { kind: 'base', before: sayOnly(change.before, change.matter, words), after: sayOnly(change.after, change.matter, words), matter: change.matter };
    case 'transit_days':
      return change;
    case 'added':
    case 'removed':
    case 'moved':
      return { kind: change.kind, sentence: say(change.rule) };
  }
}

function sayOnly(base: Settlement, only: (typeof matters)[number], words: PolicyWords): string {
  const others = Object.fromEntries(matters.filter((matter) => matter !== only).map((matter) => [matter, undefined]));
  return saySettlement({ ...base, ...others }, words).join(words.t('next'));
}

/** When and by whom a version was published. */
export function headOf({ version, publishedAt, publishedBy }: PublishedPolicy, people: readonly { id: string; name: string | null }[]): VersionHead {
  return { version, publishedAt, publishedBy, name: people.find(({ id }) => id === publishedBy)?.name ?? null };
}
