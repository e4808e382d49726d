import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promiseSetting } from '#app/modules/inbox/index.server.ts';
import { valuedBy, type Measure } from '#app/modules/inbox/tiers/valued-by.ts';

const unmeasured: Measure = { orders: null, spent: null, tags: [] };
const measure: Measure = { orders: 5, spent: { amount: '250.50', currency: 'EUR' }, tags: ['VIP', 'wholesale'] };
const stranger = { orders: 0, spent: [], tags: [] };
const euros = (minor: number) => ({ minor, currency: 'EUR' });

describe('whom the shop values', () => {
  it('is who ordered so often, spent so much or bears such a tag, whichever of them, and says which', () => {
    expect(valuedBy({ ...stranger, orders: 5 }, measure)).toEqual({ by: 'orders', orders: 5 });
    expect(valuedBy({ ...stranger, orders: 4, spent: [euros(25_050)] }, measure)).toEqual({ by: 'spent', spent: euros(25_050) });
    expect(valuedBy({ ...stranger, tags: ['new', 'Vip'] }, measure)).toEqual({ by: 'tag', tag: 'Vip' });
    expect(valuedBy({ orders: 4, spent: [euros(25_049)], tags: ['vipper'] }, measure)).toBeNull();
  });

  it('is nobody by an amount in another currency, or where nothing is measured', () => {
    expect(valuedBy({ ...stranger, spent: [{ minor: 9_000_000, currency: 'JPY' }] }, measure)).toBeNull();
    expect(valuedBy({ orders: 99, spent: [euros(9_000_000)], tags: ['vip'] }, unmeasured)).toBeNull();
  });

  it('is whoever is valued by a part of the measure, and nobody else', () => {
    const bought = fc.record({ orders: fc.integer({ min: 0, max: 12 }), spent: fc.array(fc.record({ minor: fc.integer({ min: 0, max: 60_000 }), currency: fc.constantFrom('EUR', 'USD') }), { maxLength: 2 }), tags: fc.array(fc.constantFrom('vip', 'Wholesale', 'new'), { maxLength: 2 }) });
    fc.assert(fc.property(bought, (one) => {
      const parts: Measure[] = [{ ...unmeasured, orders: measure.orders }, { ...unmeasured, spent: measure.spent }, { ...unmeasured, tags: measure.tags }];
      expect(valuedBy(one, measure) !== null).toBe(parts.some((part) => valuedBy(one, part) !== null));
    }));
  });
});

describe('the measure', () => {
  const valued = (part: Partial<Measure>) => promiseSetting.schema.safeParse({ ...promiseSetting.initial, valued: { ...unmeasured, email: none, form: none, problem: none, phone: none, high: none, urgent: none, ...part } });
  const none = { first_reply: null, next_reply: null, resolution: null };

  it('measures something', () => {
    expect(valued({}).error?.issues).toMatchObject([{ message: 'measure', path: ['valued', 'orders'] }]);
    expect(valued({ tags: ['vip'] }).success).toBe(true);
  });

  it.each(['0', '0.00', '-5', '1e3', '1,5', 'much'])('takes no amount of %s', (amount) => {
    expect(valued({ spent: { amount, currency: 'EUR' } }).error?.issues[0]).toMatchObject({ message: 'amount', path: ['valued', 'spent', 'amount'] });
  });
});
