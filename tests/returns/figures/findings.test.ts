import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findings } from '#app/modules/returns/figures/findings.ts';
import { figuresPeriod } from '#app/modules/returns/figures/figures-period.ts';
import type { ReasonRow } from '#app/modules/returns/figures/reasons.server.ts';

const row = (productId: string, variantId: string, reason: string | null, said: number): ReasonRow => ({ productId, variantId, title: `Product ${productId}`, variantTitle: variantId, reason, name: reason, said, units: said });
/** Returns of the rest of the shop: one in ten was too small. */
const rest = [row('9', 'x', 'too-small', 20), row('9', 'x', 'changed-my-mind', 180)];

describe('what stands out among returns', () => {
  it('is a variant that runs small where the others of its product do not', () => {
    const dress = [row('1', 'S', 'changed-my-mind', 30), row('1', 'M', 'too-small', 12), row('1', 'M', 'style', 18), row('1', 'S', 'too-small', 3)];
    const ofDress = findings([...dress, ...rest]).filter(({ productId, reason }) => productId === '1' && reason === 'too-small');
    expect(ofDress).toEqual([{ title: 'Product 1', variantTitle: 'M', productId: '1', reason: 'too-small', name: 'too-small', of: 30, did: 12, usual: (20 + 3) / (200 + 33) }]);
  });

  it('is the product where all its variants are alike', () => {
    const dress = [row('1', 'S', 'too-small', 12), row('1', 'S', 'style', 8), row('1', 'M', 'too-small', 12), row('1', 'M', 'style', 8)];
    expect(findings([...dress, ...rest]).filter(({ reason }) => reason === 'too-small')).toMatchObject([{ variantTitle: null, of: 40, did: 24 }]);
  });

  it('is nothing that fewer than ten returns say, be it all of them, and nothing that has nothing to be compared with', () => {
    expect(findings([row('1', 'M', 'too-small', 9), ...rest])).toEqual([]);
    expect(findings([row('1', 'M', 'too-small', 40), row('2', 'M', 'style', 9)])).toEqual([]);
  });

  it('is nothing that fewer than five customers said, however seldom others say it', () => {
    const flask = (said: number) => findings([row('1', 'M', 'too-big', said), row('1', 'M', 'style', 12), row('2', 'M', 'style', 300)]).filter(({ reason }) => reason === 'too-big');
    expect([flask(4).length, flask(5).length]).toEqual([0, 1]);
  });

  it('is no empty reason', () => {
    const said = findings([row('1', 'M', null, 50), row('2', 'M', 'unknown', 50), row('3', 'M', 'other-reason', 50), ...rest]);
    expect(said.map(({ productId }) => productId)).toEqual(['9', '9']);
  });

  it('is seldom found where reasons fall by chance alone', () => {
    const random = seeded(7);
    let shops = 0;
    let named = 0;
    for (; shops < 200; shops += 1) {
      const shop = Array.from({ length: 10 }, (_, product) => {
        const small = Array.from({ length: 30 }, () => random() < 0.2).filter(Boolean).length;
        return [row(String(product), 'M', 'too-small', small), row(String(product), 'M', 'style', 30 - small)];
      }).flat();
      named += findings(shop).length;
    }
    // Two reasons of ten products in each shop: about one in a hundred of them.
    expect(named / (shops * 20)).toBeLessThan(0.02);
  });

  it('holds for any counts: shares are shares, and the rarer never passes for the more frequent', () => {
    const counts = fc.array(fc.record({ product: fc.integer({ min: 1, max: 3 }), variant: fc.integer({ min: 1, max: 3 }), reason: fc.constantFrom('too-small', 'style', null), said: fc.integer({ min: 1, max: 60 }) }), { maxLength: 12 });
    fc.assert(
      fc.property(counts, (told) => {
        for (const { of, did, usual } of findings(told.map(({ product, variant, reason, said }) => row(String(product), String(variant), reason, said)))) {
          expect(of).toBeGreaterThanOrEqual(10);
          expect(did).toBeGreaterThanOrEqual(5);
          expect(did).toBeLessThanOrEqual(of);
          expect(did / of).toBeGreaterThan(usual);
        }
      }),
    );
  });
});

describe('the period', () => {
  it('is whole months of the shop’s calendar, also across a year and a change of clocks', () => {
    expect(figuresPeriod(3, 'Europe/Berlin', new Date('2027-01-31T23:30:00Z'))).toEqual({ since: new Date('2026-11-30T23:00:00Z'), zone: 'Europe/Berlin', months: ['2026-12', '2027-01', '2027-02'] });
    expect(figuresPeriod(12, 'America/New_York', new Date('2026-11-22T12:00:00Z'))).toMatchObject({ since: new Date('2025-12-01T05:00:00Z'), months: { length: 12, 11: '2026-11' } });
  });
});

/** Numbers between 0 and 1, the same each time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
