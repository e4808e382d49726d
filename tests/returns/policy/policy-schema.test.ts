import { describe, expect, it } from 'vitest';
import { defaultPolicy } from '../../../app/modules/returns/policy/default-policy.ts';
import { readPolicy } from '../../../app/modules/returns/policy/policy-schema.ts';
import type { Rule } from '../../../app/modules/returns/policy/policy.ts';
import { aPolicy, named } from './policies.ts';

const problems = (policy: unknown) => {
  const read = readPolicy(policy);
  return 'problems' in read ? read.problems.map(({ path, problem }) => `${path}: ${problem}`) : [];
};
const sale: Rule = { id: 'sale', when: [{ trait: 'product_tag', is: 'one_of', values: named('sale') }], settles: { period: { kind: 'final_sale' } } };

describe('a policy', () => {
  it('to begin with is sound, and so is one with rules; it is read as it was written', () => {
    expect(problems(defaultPolicy)).toEqual([]);
    expect(readPolicy(JSON.parse(JSON.stringify(aPolicy([sale]))))).toEqual({ policy: aPolicy([sale]) });
  });

  it('has every problem named, each where it is', () => {
    const wrong = {
      rules: [
        { id: 'a b', when: [], settles: {} },
        { id: 'base', when: [{ trait: 'country', is: 'one_of', values: named('Germany') }, { trait: 'price', min: 9, max: 3 }, { trait: 'discount', min: null, max: 120 }], settles: { fee: { percent: 101, waived: ['refund', 'refund'] } } },
        { id: 'r3', when: [{ trait: 'bought', from: '2026-02-30', to: null }], settles: { period: { kind: 'days', days: 0, until: 'soon' }, keep: { offered: true, below: 0 } } },
      ],
      base: defaultPolicy.base,
      transitDays: 'a week',
    };
    expect(problems(wrong)).toEqual([
      'rules.0.id: id', 'rules.0.when: required', 'rules.0.settles: required',
      'rules.1.id: id', 'rules.1.when.0.values: country', 'rules.1.when.1.max: range', 'rules.1.when.2.max: tooLarge', 'rules.1.settles.fee.percent: tooLarge', 'rules.1.settles.fee.waived: twice',
      'rules.2.when.0.from: day', 'rules.2.settles.period.days: tooSmall', 'rules.2.settles.period.until: day', 'rules.2.settles.keep.below: tooSmall',
      'transitDays: number',
    ]);
  });

  it('may not have two rules of one id, nor one that an earlier rule always comes before', () => {
    const narrower: Rule = { ...sale, id: 'sale-abroad', when: [{ trait: 'country', is: 'none_of', values: named('DE') }, { trait: 'product_tag', is: 'one_of', values: [{ value: 'SALE', name: 'Sale' }] }] };
    expect(problems(aPolicy([sale, narrower]))).toEqual(['rules.1: neverReached']);
    expect(problems(aPolicy([narrower, sale]))).toEqual([]);
    expect(problems(aPolicy([sale, { ...narrower, id: 'sale', settles: { fee: { percent: 5, waived: [] } } }]))).toEqual(['rules.1.id: twice']);
  });

  it('that leaves nothing to choose has to say that it is a final sale', () => {
    const nothing = { refund: { offered: false }, store_credit: { offered: false, bonus: 0 }, exchange: { offered: false }, other_product: { offered: false } };
    expect(problems(aPolicy([{ ...sale, settles: nothing }]))).toEqual(['rules.0.settles: sayFinalSale']);
    expect(problems(aPolicy([], nothing))).toEqual(['base: sayFinalSale']);
    expect(problems(aPolicy([], { ...nothing, period: { kind: 'final_sale' } }))).toEqual([]);
  });

  it('of no shape at all is a problem, not an exception', () => {
    for (const nonsense of [null, 'policy', 7, [], { rules: 'none' }]) expect(problems(nonsense).length).toBeGreaterThan(0);
  });
});
