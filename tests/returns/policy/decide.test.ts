import { describe, expect, it } from 'vitest';
import { decide } from '../../../app/modules/returns/policy/decide.ts';
import type { AllowedOffer, Offer } from '../../../app/modules/returns/policy/decision.ts';
import type { Outcome, Settlement } from '../../../app/modules/returns/policy/matters.ts';
import type { PolicyVersions } from '../../../app/modules/returns/policy/policy.ts';
import { aCase, aPolicy, at, named, only, versionOf } from './policies.ts';

const now = at('2026-10-20');
const offer = (versions: PolicyVersions, about = aCase(), outcome: Outcome = 'refund', when = now): Offer => decide(versions, about, when).offers[outcome].offer;
const allowed = (versions: PolicyVersions, about = aCase(), outcome: Outcome = 'refund', when = now): AllowedOffer => {
  const found = offer(versions, about, outcome, when);
  if (!found.allowed) throw new Error(`refused: ${found.why}`);
  return found;
};
const deadline = (versions: PolicyVersions, about = aCase()) => offer(versions, about).deadline?.toISOString() ?? null;

describe('the period', () => {
  it('is counted from the delivery and ends with a day of the shop’s calendar, the day of delivery not counted', () => {
    expect(deadline(only(aPolicy()))).toBe('2026-11-09T22:59:59.999Z');
    expect(offer(only(aPolicy()), aCase(), 'refund', new Date('2026-11-09T22:59:59.999Z'))).toMatchObject({ allowed: true });
    expect(offer(only(aPolicy()), aCase(), 'refund', new Date('2026-11-09T23:00:00Z'))).toMatchObject({ allowed: false, why: 'period_ended', clause: { matter: 'period', ruleId: 'base', version: 1 } });
  });

  it('is counted from what was expected where no delivery was measured, else from a usual journey after it left', () => {
    const of = (delivery: object) => deadline(only(aPolicy()), aCase({ line: { delivery: { deliveredAt: null, expectedAt: null, shippedAt: at('2026-10-05'), underway: false, ...delivery } } }));
    expect(of({ expectedAt: at('2026-10-15') })).toBe('2026-11-14T22:59:59.999Z');
    expect(of({})).toBe('2026-11-11T22:59:59.999Z');
  });

  it('has no end while a carrier still has it, however late it is', () => {
    const late = aCase({ line: { delivery: { deliveredAt: null, expectedAt: at('2026-10-06'), shippedAt: at('2026-10-05'), underway: true } } });
    expect(allowed(only(aPolicy()), late, 'refund', at('2027-03-01')).deadline).toBeNull();
  });

  it('reaches at least to a day the merchant names', () => {
    const holidays = aPolicy([{ id: 'xmas', when: [{ trait: 'bought', from: '2026-10-01', to: '2026-12-24' }], settles: { period: { kind: 'days', days: 30, until: '2027-01-31' } } }]);
    expect(deadline(only(holidays))).toBe('2027-01-31T22:59:59.999Z');
    expect(deadline(only(holidays), aCase({ order: { boughtAt: at('2026-09-30') } }))).toBe('2026-11-09T22:59:59.999Z');
  });
});

describe('rules', () => {
  const sale = { id: 'sale', when: [{ trait: 'product_tag' as const, is: 'one_of' as const, values: named('Sale') }], settles: { period: { kind: 'final_sale' as const } } };
  const broken = { id: 'broken', when: [{ trait: 'reason' as const, is: 'one_of' as const, values: named('damaged-or-defective') }], settles: { period: { kind: 'days' as const, days: 90, until: null }, evidence: { photos: 2, questions: [] } } };
  const onSale = aCase({ line: { productTags: ['SALE'] } });

  it('settle a matter in their order: the first that applies and speaks of it', () => {
    expect(offer(only(aPolicy([sale, broken])), onSale)).toMatchObject({ allowed: false, why: 'final_sale', clause: { ruleId: 'sale', matter: 'period' } });
    const damaged = { ...onSale, reason: 'damaged-or-defective' };
    expect(offer(only(aPolicy([sale, broken])), damaged)).toMatchObject({ allowed: false });
    expect(allowed(only(aPolicy([broken, sale])), damaged)).toMatchObject({ photos: 2, clauses: expect.arrayContaining([expect.objectContaining({ matter: 'period', ruleId: 'broken' }), expect.objectContaining({ matter: 'fee', ruleId: 'base' })]) });
  });

  it('on a reason are told of before one is chosen', () => {
    expect(decide(only(aPolicy([broken, sale])), { ...onSale, reason: null }, now).dependsOnReason).toBe(true);
    expect(decide(only(aPolicy([sale])), { ...onSale, reason: null }, now).dependsOnReason).toBe(false);
  });

  it('that ask for what is not known do not apply, and a person is asked', () => {
    const unknown = aCase({ line: { productTags: null } });
    expect(allowed(only(aPolicy([sale], { approval: { by: 'nobody' } })), unknown)).toMatchObject({ approval: 'person', unsure: [{ ruleId: 'sale', traits: ['product_tag'] }] });
    expect(allowed(only(aPolicy([sale], { approval: { by: 'nobody' } })))).toMatchObject({ approval: 'nobody', unsure: [] });
  });

  it('are sure not to apply where one of their conditions fails, whatever else is not known', () => {
    const abroad = { ...sale, when: [...sale.when, { trait: 'country' as const, is: 'none_of' as const, values: named('DE') }] };
    expect(allowed(only(aPolicy([abroad])), aCase({ line: { productTags: null } })).unsure).toEqual([]);
  });

  it('may ask for bounds, both counted in', () => {
    const dear = aPolicy([{ id: 'dear', when: [{ trait: 'price', min: 5_000, max: 9_000 }], settles: { approval: { by: 'nobody' } } }]);
    const by = (price: number) => allowed(only(dear), aCase({ line: { price } })).approval;
    expect([4_999, 5_000, 9_000, 9_001].map(by)).toEqual(['person', 'nobody', 'nobody', 'person']);
  });
});

describe('money', () => {
  const policy = aPolicy([], { store_credit: { offered: true, bonus: 10 }, exchange: { offered: true }, keep: { offered: true, below: 3_000 }, warranty: { offered: true, days: 730 }, fee: { percent: 15, waived: ['exchange'] }, way_back: { payer: 'customer', amount: 499, waived: ['store_credit'] } });

  it('is what was paid, less the fee, with the bonus on what is left; the way back stands beside it', () => {
    expect(allowed(only(policy))).toMatchObject({ fee: { percent: 15, amount: 750 }, back: 4_250, wayBack: { payer: 'customer', amount: 499 } });
    expect(allowed(only(policy), aCase(), 'store_credit')).toMatchObject({ fee: { amount: 750 }, bonus: { percent: 10, amount: 425 }, back: 4_675, wayBack: { payer: 'shop', amount: 0 } });
    expect(allowed(only(policy), aCase(), 'exchange')).toMatchObject({ fee: { percent: 0, amount: 0 }, back: 5_000 });
  });

  it('is never asked for keeping an item or for a warranty case', () => {
    expect(allowed(only(policy), aCase({ line: { value: 2_999 } }), 'keep')).toMatchObject({ back: 2_999, fee: { amount: 0 }, wayBack: { payer: 'shop' } });
    expect(offer(only(policy), aCase({ line: { value: 3_000 } }), 'keep')).toMatchObject({ allowed: false, why: 'worth_too_much', clause: { matter: 'keep' } });
    expect(allowed(only(policy), aCase(), 'warranty', at('2027-10-01'))).toMatchObject({ fee: { amount: 0 }, wayBack: { payer: 'shop' } });
  });

  it('of a way back the customer pays a carrier for is not known', () => {
    expect(allowed(only(aPolicy([], { way_back: { payer: 'customer_directly' } }))).wayBack).toEqual({ payer: 'customer', amount: null });
  });
});

describe('an order', () => {
  const strict = aPolicy([], { period: { kind: 'days', days: 7, until: null } });
  const versions: PolicyVersions = [versionOf(aPolicy(), 1, at('2026-01-01')), versionOf(strict, 2, at('2026-10-15'))];

  it('keeps the version published when it was bought', () => {
    expect(decide(versions, aCase(), at('2026-10-30')).offers.refund).toMatchObject({ from: 'order', because: 'allowed', offer: { allowed: true, version: 1 }, instead: { allowed: false, version: 2 } });
  });

  it('bought before the first version keeps the first', () => {
    expect(decide(versions, aCase({ order: { boughtAt: at('2025-12-01') } }), at('2026-10-30')).versions).toEqual({ order: 1, today: 2 });
  });

  it('gets today’s terms where they are better, outcome by outcome', () => {
    const generous = aPolicy([], { fee: { percent: 0, waived: [] }, store_credit: { offered: true, bonus: 5 } });
    const dear = aPolicy([], { fee: { percent: 20, waived: [] }, period: { kind: 'days', days: 90, until: null } });
    const mixed: PolicyVersions = [versionOf(dear), versionOf(generous, 2, at('2026-10-15'))];
    const early = decide(mixed, aCase(), now);
    expect(early.offers.refund).toMatchObject({ from: 'today', because: 'money' });
    expect(early.offers.store_credit).toMatchObject({ from: 'today', because: 'allowed' });
    expect(decide(mixed, aCase(), at('2026-12-01')).offers.refund).toMatchObject({ from: 'order', because: 'allowed', offer: { fee: { percent: 20 } } });
  });

  it.each([
    ['photos', { evidence: { photos: 2, questions: [] } }, { evidence: { photos: 1, questions: [] } }],
    ['questions', { evidence: { photos: 1, questions: ['Was it worn?'] } }, { evidence: { photos: 1, questions: [] } }],
    ['approval', { approval: { by: 'person' } }, { approval: { by: 'nobody' } }],
    ['refund_on', { refund_on: { step: 'inspection' } }, { refund_on: { step: 'receipt' } }],
    ['refund_on', { refund_on: { step: 'receipt' } }, { refund_on: { step: 'scan' } }],
    ['way_back_known', { way_back: { payer: 'customer_directly' } }, { way_back: { payer: 'customer', amount: 4_000, waived: [] } }],
    ['deadline', { period: { kind: 'days', days: 90, until: null } }, { period: { kind: 'unlimited' } }],
  ] satisfies [string, Partial<Settlement>, Partial<Settlement>][])('is given the version that is better in: %s', (because, worse, better) => {
    const [own, today] = [versionOf(aPolicy([], worse)), versionOf(aPolicy([], better), 2, at('2026-10-15'))];
    expect(decide([own, today], aCase(), now).offers.refund).toMatchObject({ from: 'today', because, offer: { version: 2 } });
    expect(decide([{ ...own, policy: today.policy }, { ...today, policy: own.policy }], aCase(), now).offers.refund).toMatchObject({ from: 'order', because, offer: { version: 1 } });
  });

  it('of two refusals is told the one that ended later', () => {
    expect(decide(versions, aCase(), at('2026-12-30')).offers.refund).toMatchObject({ from: 'order', because: 'deadline', offer: { allowed: false, version: 1 } });
  });
});
