import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyChanges } from '../../../app/modules/returns/policy/policy-changes.ts';
import type { Rule } from '../../../app/modules/returns/policy/policy.ts';
import { anyPolicy, aPolicy, named } from './policies.ts';

const rule = (id: string, percent = 5): Rule => ({ id, when: [{ trait: 'product_tag', is: 'one_of', values: named(id) }], settles: { fee: { percent, waived: [] } } });
const kinds = (before: string[], after: string[]) => policyChanges(aPolicy(before.map((id) => rule(id))), aPolicy(after.map((id) => rule(id)))).map((change) => ('rule' in change ? `${change.kind} ${change.rule.id}` : change.kind));

describe('what changes with an edited policy', () => {
  it('is told rule by rule: added, removed, changed', () => {
    const changes = policyChanges(aPolicy([rule('a'), rule('b')]), aPolicy([rule('a', 9), rule('c')]));
    expect(changes).toEqual([{ kind: 'changed', before: rule('a'), after: rule('a', 9) }, { kind: 'added', rule: rule('c') }, { kind: 'removed', rule: rule('b') }]);
  });

  it('names only the rule that was moved, not those it passed', () => {
    expect(kinds(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual(['moved d']);
    expect(kinds(['a', 'b', 'c', 'd'], ['b', 'c', 'd', 'a'])).toEqual(['moved a']);
    expect(kinds(['a', 'b', 'c'], ['x', 'b', 'c'])).toEqual(['added x', 'removed a']);
  });

  it('names what holds in general matter by matter', () => {
    const after = { ...aPolicy([], { fee: { percent: 10, waived: [] }, evidence: { photos: 1, questions: [] } }), transitDays: 9 };
    expect(policyChanges(aPolicy(), after)).toMatchObject([{ kind: 'base', matter: 'fee' }, { kind: 'base', matter: 'evidence' }, { kind: 'transit_days', before: 7, after: 9 }]);
  });

  it('is nothing for the same policy, whatever the order its fields were written in', () => {
    const reversed = (value: unknown): unknown => (Array.isArray(value) ? value.map(reversed) : value !== null && typeof value === 'object' ? Object.fromEntries(Object.entries(value).reverse().map(([key, part]) => [key, reversed(part)])) : value);
    const policy = aPolicy([rule('a')]);
    expect(policyChanges(policy, Object.assign({ ...policy }, reversed(policy)))).toEqual([]);
    fc.assert(fc.property(anyPolicy, (any) => { expect(policyChanges(any, structuredClone(any))).toEqual([]); }));
  });

  it('is something for any two that are not the same, and undone in the other direction', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, (one, other) => {
        const [there, back] = [policyChanges(one, other), policyChanges(other, one)];
        const count = (changes: typeof there, kind: string) => changes.filter((change) => change.kind === kind).length;
        expect(there.length > 0).toBe(JSON.stringify(one) !== JSON.stringify(other));
        expect([count(there, 'added'), count(there, 'changed'), count(there, 'moved'), count(there, 'base')]).toEqual([count(back, 'removed'), count(back, 'changed'), count(back, 'moved'), count(back, 'base')]);
      }),
    );
  });
});
