import { describe, expect, it } from 'vitest';
import { clearHarm, oddsOfHarm } from '../../app/modules/effect/harm.ts';
import { differenceOf, shareOf } from '#app/kernel/interval.ts';
import { ordersNeeded } from '../../app/modules/effect/orders-needed.ts';
import { simulateShop, type Truth } from './simulated-shop.ts';

const rounded = ({ from, to }: { from: number; to: number }) => [Number(from.toFixed(4)), Number(to.toFixed(4))];

describe('an interval', () => {
  it('of a share is the one that R. G. Newcombe’s paper of 1998 on single proportions gives for 81 of 263', () => {
    expect(rounded(shareOf({ of: 263, did: 81 }, 0.95))).toEqual([0.2553, 0.3662]);
  });

  it('of a share stays inside of what is possible where nobody or everybody did', () => {
    expect(rounded(shareOf({ of: 10, did: 0 }, 0.95))).toEqual([0, 0.2775]);
    expect(rounded(shareOf({ of: 10, did: 10 }, 0.95))).toEqual([0.7225, 1]);
  });

  it.each([
    [{ of: 70, did: 56 }, { of: 80, did: 48 }, [0.0524, 0.3339]],
    [{ of: 10, did: 9 }, { of: 10, did: 3 }, [0.1705, 0.809]],
    [{ of: 56, did: 5 }, { of: 29, did: 0 }, [-0.0381, 0.1926]],
  ])('of a difference is the one that the paper of 1998 on differences gives for method 10 (%o, %o)', (one, other, published) => {
    expect(rounded(differenceOf(one, other, 0.95))).toEqual(published);
  });
});

describe('the odds of harm', () => {
  it('are even while nobody wrote, and fall as those who were told write as often as they should', () => {
    expect(oddsOfHarm({ heldOut: 0, told: 0 }, 10)).toBe(1);
    expect(oddsOfHarm({ heldOut: 20, told: 180 }, 10)).toBeLessThan(1);
  });

  it('expect nothing of the next letter where silence does no harm', () => {
    for (const share of [1, 10, 50]) {
      const now = oddsOfHarm({ heldOut: 4, told: 12 }, share);
      const next = (share / 100) * oddsOfHarm({ heldOut: 5, told: 12 }, share) + (1 - share / 100) * oddsOfHarm({ heldOut: 4, told: 13 }, share);
      expect(next / now).toBeCloseTo(1, 10);
    }
  });

  it('can be told of a hundred thousand letters', () => {
    expect(oddsOfHarm({ heldOut: 10_000, told: 90_000 }, 10)).toBeLessThan(1e-6);
    expect(oddsOfHarm({ heldOut: 20_000, told: 80_000 }, 10)).toBeGreaterThan(clearHarm);
  });
});

describe('how many are needed', () => {
  it('is what the textbook’s formula gives, and more where few are held out', () => {
    // 4 % write who were told, 6 % who were not.
    expect(ordersNeeded({ of: 1_000, did: 50 }, 50)).toBe(3_721);
    expect(ordersNeeded({ of: 1_000, did: 42 }, 10)).toBe(11_905);
  });

  it('is not told while hardly anybody wrote', () => {
    expect(ordersNeeded({ of: 100, did: 4 }, 50)).toBeNull();
  });
});

const runs = Array.from({ length: 100 }, (_, at) => at + 1);
const spared: Truth = { persons: 4_000, share: 20, told: 0.06, heldOut: 0.1 };
const vain: Truth = { persons: 4_000, share: 20, told: 0.08, heldOut: 0.08 };

/** Runs whose interval, at the confidence the report states, holds the truth; one with too few to tell states nothing false. */
function truthful(truth: Truth, stops: boolean) {
  const all = runs.map((seed) => simulateShop(truth, seed, { stops })).filter(({ arms }) => arms.held_out.of >= 20 && arms.told.of >= 20);
  const held = all.filter(({ arms, stoppedAt }) => {
    const { from, to } = differenceOf(arms.held_out, arms.told, stoppedAt === null ? 0.95 : 0.98);
    return from <= truth.heldOut - truth.told && truth.heldOut - truth.told <= to;
  });
  return { share: held.length / all.length, told: all.length };
}

describe('a hundred simulated shops in which the truth is known', () => {
  it.each([
    ['spare two of five letters, and nothing ends early', spared, false],
    ['spare two of five letters, and clear harm ends it', spared, true],
    ['spare nothing, and nothing ends early', vain, false],
    ['spare nothing, and what looks like harm ends it', vain, true],
  ])('find it in at least 93 intervals of 100 where notices %s', (_, truth, stops) => {
    const { share, told } = truthful(truth, stops);
    expect(told).toBeGreaterThan(80);
    expect(share).toBeGreaterThanOrEqual(0.93);
  });

  it('end nearly all hold-outs that do harm, and half of them before half of the customers came', () => {
    const truth = { ...spared, persons: 6_000 };
    const ends = runs.map((seed) => simulateShop(truth, seed, { stops: true }).stoppedAt ?? Infinity).sort((one, other) => one - other);
    expect(ends.filter(Number.isFinite).length).toBeGreaterThanOrEqual(95);
    expect(ends[49]).toBeLessThan(truth.persons / 2);
  });

  it.each([5, 20, 50])('end at most 5 of 100 hold-outs of %i percent that do none, though looked at after every letter', (share) => {
    const many = Array.from({ length: 400 }, (_, at) => at + 1);
    const ended = many.filter((seed) => simulateShop({ persons: 1_000, share, told: 0.3, heldOut: 0.3 }, seed, { stops: true }).stoppedAt !== null);
    expect(ended.length / many.length).toBeLessThanOrEqual(0.05);
  });
});
