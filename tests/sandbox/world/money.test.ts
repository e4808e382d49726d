import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, parseMoney, portion, taxOf, toDecimal, toShortDecimal } from '#sandbox/world/money.ts';

describe('money is read and written in the decimals of its currency', () => {
  it.each([
    ['10', 'EUR', 1000, '10.00', '10.0'],
    ['10.005', 'EUR', 1001, '10.01', '10.01'],
    ['10.004', 'EUR', 1000, '10.00', '10.0'],
    ['-0.5', 'EUR', -50, '-0.50', '-0.5'],
    ['0', 'USD', 0, '0.00', '0.0'],
    ['1200', 'JPY', 1200, '1200', '1200.0'],
    ['1200.5', 'JPY', 1201, '1201', '1201.0'],
    ['1.2345', 'KWD', 1235, '1.235', '1.235'],
  ])('%s %s', (text, currency, minor, long, short) => {
    const value = parseMoney(text, currency);
    expect(value).toEqual({ minor, currency });
    if (!value) return;
    expect(toDecimal(value)).toBe(long);
    expect(toShortDecimal(value)).toBe(short);
  });

  it('refuses what is no number', () => {
    for (const text of ['', 'ten', '1,5', '1e3']) expect(parseMoney(text, 'EUR')).toBeNull();
  });
});

describe('sharing an amount', () => {
  it.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [1, [10, 10, 10], [1, 0, 0]],
    [1000, [1999, 1, 0], [1000, 0, 0]],
    [0, [5, 5], [0, 0]],
    [7, [0, 0], [0, 0]],
  ])('%i by %j is %j', (minor, weights, parts) => {
    expect(allocate(minor, weights)).toEqual(parts);
  });

  it('gives parts that sum to the amount and never exceed their weight when the amount does not exceed all weights', () => {
    const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 20 }).filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (list, share) => {
        const total = list.reduce((sum, weight) => sum + weight, 0);
        const amount = Math.floor(total * share);
        const parts = allocate(amount, list);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        parts.forEach((part, index) => expect(part).toBeLessThanOrEqual(list[index] ?? 0));
      }),
    );
  });

  it('rounds a portion half away from zero, also for large amounts', () => {
    expect(portion(5, 1, 2)).toBe(3);
    expect(portion(-5, 1, 2)).toBe(-3);
    expect(portion(9_007_199_254_740_991, 1, 3)).toBe(3_002_399_751_580_330);
  });
});

describe('tax', () => {
  const bag = (minor: number) => ({ shop: { minor, currency: 'EUR' }, presentment: { minor, currency: 'EUR' } });

  it.each([
    [10_000, 0.19, false, 1900],
    [11_900, 0.19, true, 1900],
    [1999, 0.07, false, 140],
    [1999, 0.07, true, 131],
    [333, 0.0825, false, 27],
  ])('on %i at %d, included: %s', (minor, rate, included, tax) => {
    expect(taxOf(bag(minor), rate, included).shop.minor).toBe(tax);
  });
});
