import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Policy, Rule } from '../../../app/modules/returns/policy/policy.ts';
import type { PastReturn, ReplayReport } from '../../../app/modules/returns/policy/replay/past-return.ts';
import { replayPolicy } from '../../../app/modules/returns/policy/replay/replay-policy.ts';
import { outcomes, type Outcome } from '../../../app/modules/returns/policy/matters.ts';
import { threadTime } from '../../harness/thread-time.ts';
import { aLine, anOrder, anyCase, anyMoment, anyPolicy, aPolicy, at, named } from './policies.ts';

const past = (id: string, changes: { askedAt?: Date; values?: number[]; tags?: string[]; outcome?: Outcome } = {}): PastReturn => ({
  id,
  name: `#${id}-R1`,
  askedAt: changes.askedAt ?? at('2026-10-20'),
  order: anOrder(),
  lines: (changes.values ?? [5_000]).map((value) => ({ line: aLine({ value, price: value, productTags: changes.tags ?? [] }), reason: 'too-small', outcome: changes.outcome ?? 'refund' })),
});

function replay(before: Policy, after: Policy, returns: readonly PastReturn[]): ReplayReport {
  const running = replayPolicy(before, after);
  for (const each of returns) running.add(each);
  return running.report();
}

describe('a replay', () => {
  it('tells which returns would have been refused, by which clause, and what could be chosen in their place', () => {
    const before = aPolicy([], { store_credit: { offered: true, bonus: 0 } });
    const after = aPolicy([], { store_credit: { offered: true, bonus: 0 }, refund: { offered: false } });
    expect(replay(before, after, [past('1')])).toMatchObject({
      returns: 1, better: 0, worse: 1, mixed: 0, back: { before: 5_000, after: 0 },
      changed: [{ id: '1', name: '#1-R1', difference: -5_000, lines: [{ at: 0, outcome: 'refund', effect: 'worse', because: 'allowed', before: { matter: 'refund', settles: { refund: { offered: true } } }, after: { matter: 'refund', settles: { refund: { offered: false } } }, instead: ['store_credit'] }] }],
    });
  });

  it('tells which would have been accepted that were too late', () => {
    const late = past('1', { askedAt: at('2026-11-20') });
    expect(replay(aPolicy(), aPolicy([], { period: { kind: 'days', days: 60, until: null } }), [late])).toMatchObject({ better: 1, back: { before: 0, after: 5_000 }, changed: [{ difference: 5_000, lines: [{ effect: 'better', because: 'allowed', before: { matter: 'period' }, after: { matter: 'period' } }] }] });
  });

  it('sums money up and down, the way back once a return', () => {
    const after = aPolicy([], { fee: { percent: 10, waived: [] }, way_back: { payer: 'customer', amount: 499, waived: [] } });
    const report = replay(aPolicy(), after, [past('1', { values: [5_000, 3_000] }), past('2')]);
    expect(report.back).toEqual({ before: 13_000, after: 13_000 - 1_300 - 2 * 499 });
    expect(report.changed.map(({ id, difference }) => [id, difference])).toEqual([['1', -1_299], ['2', -999]]);
    expect(report.changed[0]?.lines[0]).toMatchObject({ because: 'money', after: { matter: 'fee' } });
  });

  it('names the matter that differs where the money does not', () => {
    const because = (after: Policy) => replay(aPolicy(), after, [past('1')]).changed[0]?.lines[0];
    expect(because(aPolicy([], { period: { kind: 'days', days: 14, until: null } }))).toMatchObject({ because: 'deadline', effect: 'worse', after: { matter: 'period' } });
    expect(because(aPolicy([], { evidence: { photos: 1, questions: [] } }))).toMatchObject({ because: 'photos', after: { matter: 'evidence' } });
    expect(because(aPolicy([], { approval: { by: 'nobody' } }))).toMatchObject({ because: 'approval', effect: 'better', after: { matter: 'approval' } });
    expect(because(aPolicy([], { way_back: { payer: 'customer_directly' } }))).toMatchObject({ because: 'way_back_known', effect: 'worse', after: { matter: 'way_back' } });
  });

  it('counts who would stand better in one line and worse in another, and what nobody need look at', () => {
    const rule: Rule = { id: 'dear', when: [{ trait: 'price', min: 4_000, max: null }], settles: { fee: { percent: 50, waived: [] } } };
    const report = replay(aPolicy(), aPolicy([rule], { approval: { by: 'nobody' } }), [past('1', { values: [5_000, 1_000] })]);
    expect(report).toMatchObject({ mixed: 1, better: 0, worse: 0, approvedAtOnce: { before: 0, after: 1 } });
  });

  it('counts the returns of which too little is known', () => {
    const rule: Rule = { id: 'sale', when: [{ trait: 'product_tag', is: 'one_of', values: named('sale') }], settles: { period: { kind: 'final_sale' } } };
    const unknown = { ...past('1'), lines: [{ line: aLine({ productTags: null }), reason: null, outcome: 'refund' as const }] };
    expect(replay(aPolicy(), aPolicy([rule]), [unknown, past('2')])).toMatchObject({ returns: 2, unsure: 1, changed: [] });
  });

  const anyPast = fc.record({ about: anyCase, askedAt: anyMoment, outcome: fc.constantFrom(...outcomes) }).map(({ about, askedAt, outcome }): PastReturn => ({ id: '1', name: '#1-R1', askedAt, order: about.order, lines: [{ line: about.line, reason: about.reason, outcome }] }));

  it('of a policy against itself changes nothing', () => {
    fc.assert(
      fc.property(anyPolicy, fc.array(anyPast, { maxLength: 5 }), (policy, returns) => {
        const { changed, back, approvedAtOnce } = replay(policy, policy, returns);
        expect(changed).toEqual([]);
        expect([back.before, approvedAtOnce.before]).toEqual([back.after, approvedAtOnce.after]);
      }),
    );
  });

  it('the other way round is its mirror', () => {
    fc.assert(
      fc.property(anyPolicy, anyPolicy, fc.array(anyPast, { maxLength: 5 }), (one, other, returns) => {
        const [there, back] = [replay(one, other, returns), replay(other, one, returns)];
        expect([there.better, there.worse, there.mixed]).toEqual([back.worse, back.better, back.mixed]);
        expect(there.back).toEqual({ before: back.back.after, after: back.back.before });
        const sum = (report: ReplayReport) => report.changed.reduce((total, { difference }) => total + difference, 0);
        expect(sum(there) + sum(back)).toBe(0);
      }),
    );
  });
});

describe('twenty thousand returns', () => {
  it('are replayed under a policy of forty rules in well under half a minute', () => {
    const rules = (percent: number): Rule[] => Array.from({ length: 40 }, (_, index) => ({ id: `r${index}`, when: [{ trait: 'product_tag', is: 'one_of', values: named(`t${index}`) }, { trait: 'price', min: index, max: null }], settles: { fee: { percent, waived: [] } } }));
    const running = replayPolicy(aPolicy(rules(5)), aPolicy(rules(10), { period: { kind: 'days', days: 14, until: null } }));
    const began = threadTime();
    for (let index = 0; index < 20_000; index += 1) running.add(past(String(index), { values: [5_000, 2_000], tags: [`t${index % 60}`] }));
    expect(running.report().returns).toBe(20_000);
    expect(threadTime() - began).toBeLessThan(20_000);
  });
});
