import type { Policy } from '../policy.ts';

/** One thing done to a policy that is being written. What a form brings is not read here: whoever keeps it looks at all of it. */
export type PolicyEdit =
  | { do: 'put'; id: string; /** Among the rules, from 0; beyond them it is the last. */ place: number; rule: object }
  | { do: 'remove'; id: string }
  | { do: 'move'; id: string; by: number }
  | { do: 'base'; base: unknown; transitDays: unknown };

/** A policy as it was edited, sound or not. */
export interface EditedPolicy {
  rules: readonly { id: string }[];
  base: unknown;
  transitDays: unknown;
}

/** The policy with one edit; a rule that is not there any more stays away. */
export function editPolicy(policy: Policy, edit: PolicyEdit): EditedPolicy {
  switch (edit.do) {
    case 'base':
      return { ...policy, base: edit.base, transitDays: edit.transitDays };
    case 'remove':
      return { ...policy, rules: policy.rules.filter(({ id }) => id !== edit.id) };
    case 'put':
      return { ...policy, rules: withRuleAt(policy.rules, edit.place, { ...edit.rule, id: edit.id }) };
    case 'move': {
      const at = policy.rules.findIndex(({ id }) => id === edit.id);
      const rule = policy.rules[at];
      return rule ? { ...policy, rules: withRuleAt(policy.rules, at + edit.by, rule) } : policy;
    }
  }
}

function withRuleAt(rules: readonly { id: string }[], place: number, rule: { id: string }): { id: string }[] {
  const others = rules.filter(({ id }) => id !== rule.id);
  return others.toSpliced(Math.max(0, place), 0, rule);
}
