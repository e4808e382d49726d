import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../app/modules/returns/policy/decide.ts';
import type { Offer } from '../../../app/modules/returns/policy/decision.ts';
import { outcomes } from '../../../app/modules/returns/policy/matters.ts';
import type { Policy, PolicyVersions } from '../../../app/modules/returns/policy/policy.ts';
import { anyCase, anyMoment, anyPolicy, at, only, versionOf } from './policies.ts';

const between = fc.tuple(anyPolicy, anyPolicy).map(([first, second]): PolicyVersions => [versionOf(first, 1, at('2026-07-01')), versionOf(second, 2, at('2026-09-15'))]);
const whole = (offer: Offer) => (offer.allowed ? offer.back - (offer.wayBack.amount ?? 0) : 0);
const longer = (policy: Policy, days: number): Policy => {
  const stretched = policy.base.period.kind === 'days' ? { ...policy.base.period, days: policy.base.period.days + days } : policy.base.period;
  return { ...policy, rules: [], base: { ...policy.base, period: stretched } };
};

describe('of any policy and any line', () => {
  it('every outcome is allowed or refused, and a refusal has its clause of a rule that exists and of that matter alone', () => {
    fc.assert(
      fc.property(anyPolicy, anyCase, anyMoment, (policy, about, now) => {
        for (const outcome of outcomes) {
          const { offer } = decide(only(policy), about, now).offers[outcome];
          const clauses = offer.allowed ? offer.clauses : [offer.clause];
          expect(clauses.length).toBeGreaterThan(0);
          for (const { ruleId, matter, settles } of clauses) {
            expect(['base', ...policy.rules.map(({ id }) => id)]).toContain(ruleId);
            expect(Object.keys(settles)).toEqual([matter]);
            const source = ruleId === 'base' ? policy.base : policy.rules.find(({ id }) => id === ruleId)?.settles;
            expect(settles[matter]).toEqual(source?.[matter]);
          }
        }
      }),
    );
  });

  it('what is allowed at a moment was allowed at every moment before', () => {
    fc.assert(
      fc.property(anyPolicy, anyCase, anyMoment, anyMoment, (policy, about, one, other) => {
        const [early, late] = one < other ? [one, other] : [other, one];
        const before = decide(only(policy), about, early).offers;
        const after = decide(only(policy), about, late).offers;
        for (const outcome of outcomes) if (after[outcome].offer.allowed) expect(before[outcome].offer.allowed).toBe(true);
      }),
    );
  });

  it('more days never end sooner nor refuse what fewer allowed', () => {
    fc.assert(
      fc.property(anyPolicy, anyCase, anyMoment, fc.nat(60), (policy, about, now, more) => {
        const [few, many] = [longer(policy, 0), longer(policy, more)].map((each) => decide(only(each), about, now).offers.refund.offer);
        if (few?.allowed) expect(many?.allowed).toBe(true);
        expect(many?.deadline?.getTime() ?? Infinity).toBeGreaterThanOrEqual(few?.deadline?.getTime() ?? -Infinity);
      }),
    );
  });

  it('nobody gets back more than was paid, but for the bonus, and no fee is more than was paid', () => {
    fc.assert(
      fc.property(anyPolicy, anyCase, anyMoment, (policy, about, now) => {
        for (const { offer } of Object.values(decide(only(policy), about, now).offers)) {
          if (!offer.allowed) continue;
          expect(offer.back - offer.bonus.amount).toBeLessThanOrEqual(about.line.value);
          expect(offer.fee.amount).toBeLessThanOrEqual(about.line.value);
          expect(offer.back).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });
});

describe('of any two versions', () => {
  it('an order keeps its own: what a later version changes never takes away what the order’s own gives', () => {
    fc.assert(
      fc.property(between, anyCase, anyMoment, (versions, about, now) => {
        const own = decide(versions, about, now).versions.order;
        expect(own).toBe(about.order.boughtAt >= at('2026-09-15') ? 2 : 1);
      }),
    );
  });

  it('the better offer is wholly one of the two, and never worse than either', () => {
    fc.assert(
      fc.property(between, anyCase, anyMoment, (versions, about, now) => {
        const both = decide(versions, about, now);
        const sides = [both.versions.order, both.versions.today].map((number) => decide([versions.find(({ version }) => version === number) ?? versions[0]], about, now));
        for (const outcome of outcomes) {
          const { offer } = both.offers[outcome];
          const single = sides.map((side) => side.offers[outcome].offer);
          expect(single).toContainEqual(offer);
          for (const other of single) {
            if (!other.allowed) continue;
            expect(offer.allowed).toBe(true);
            if (!offer.allowed) continue;
            if (other.wayBack.amount !== null) expect(offer.wayBack.amount).not.toBeNull();
            const comparable = (offer.wayBack.amount === null) === (other.wayBack.amount === null);
            if (comparable) expect(whole(offer)).toBeGreaterThanOrEqual(whole(other));
            const alikeInMoney = comparable && whole(offer) === whole(other);
            if (alikeInMoney) expect(offer.deadline?.getTime() ?? Infinity).toBeGreaterThanOrEqual(other.deadline?.getTime() ?? Infinity);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
