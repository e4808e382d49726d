import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, decimals, decimalString, formatMoney, parseMoney } from '../../app/kernel/money.ts';

describe('money', () => {
  it.each([
    ['12.50', 'EUR', 1250],
    ['0.1', 'USD', 10],
    ['1999', 'JPY', 1999],
    ['1999.0', 'JPY', 1999],
    ['1.2345', 'KWD', 1235],
    ['-3.005', 'EUR', -301],
    ['-0.00', 'EUR', 0],
    ['10.004', 'EUR', 1000],
  ])('reads %s %s as %i minor units', (amount, currency, minor) => {
    expect(parseMoney(amount, currency)).toEqual({ minor, currency });
  });

  it.each(['', 'twelve', '1,50', '1.', '.5', '1e3', '99999999999999999999'])('refuses %j', (amount) => {
    expect(() => parseMoney(amount, 'EUR')).toThrow();
  });

  it('reads back every amount it writes, in currencies with 0, 2 and 3 decimals', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom('EUR', 'JPY', 'KWD', 'CNY'), (minor, currency) => {
        expect(parseMoney(decimalString({ minor, currency }), currency)).toEqual({ minor: minor === 0 ? 0 : minor, currency });
      }),
    );
  });

  it('never adds two currencies', () => {
    expect(add({ minor: 1, currency: 'EUR' }, { minor: 2, currency: 'EUR' })).toEqual({ minor: 3, currency: 'EUR' });
    expect(() => add({ minor: 1, currency: 'EUR' }, { minor: 2, currency: 'USD' })).toThrow(/Cannot add/);
  });

  it('knows the decimals of a currency and writes it as its readers do', () => {
    expect([decimals('EUR'), decimals('JPY'), decimals('KWD')]).toEqual([2, 0, 3]);
    expect(formatMoney({ minor: 123456, currency: 'EUR' }, 'de')).toMatch(/1\.234,56\s€/);
    expect(formatMoney({ minor: 1999, currency: 'JPY' }, 'ja')).toMatch(/[¥￥]1,999/);
  });
});
