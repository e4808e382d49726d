import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placeHolds, type CountedStock } from '#app/modules/returns/exchanges/holds/place-holds.ts';

const variants = ['1', '2', '3', '4'];
const counted: fc.Arbitrary<CountedStock> = fc.record({
  itemId: fc.constant('9'),
  places: fc.uniqueArray(fc.record({ locationId: fc.constantFrom('10', '11', '12'), available: fc.integer({ min: -3, max: 5 }) }), { selector: ({ locationId }) => locationId, maxLength: 3 }),
});
const stocks = fc.record(Object.fromEntries(variants.map((id) => [id, fc.option(counted)])), { requiredKeys: [] });
const wishes = fc.array(fc.record({ variantId: fc.constantFrom(...variants), quantity: fc.integer({ min: 1, max: 4 }) }), { maxLength: 6 });

it('each wish for goods that are counted has one place with all of them, or is told what is left there; what is not counted has neither', () => {
  fc.assert(
    fc.property(wishes, stocks, (wanted, known) => {
      const stock = new Map(Object.entries(known).flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const])));
      const { holds, problems } = placeHolds(wanted, stock);
      for (const variantId of new Set(wanted.map((wish) => wish.variantId))) {
        const units = wanted.filter((wish) => wish.variantId === variantId).reduce((sum, { quantity }) => sum + quantity, 0);
        const at = stock.get(variantId);
        const [hold, ...otherHolds] = holds.filter((row) => row.variantId === variantId);
        const [problem, ...others] = problems.filter((row) => row.variantId === variantId);
        expect([...otherHolds, ...others]).toEqual([]);
        const most = Math.max(0, ...(at?.places ?? []).map(({ available }) => available));
        if (at === null) expect([hold, problem]).toEqual([undefined, undefined]);
        else if (at && most >= units) {
          expect(hold).toMatchObject({ quantity: units, itemId: at.itemId });
          expect(at.places).toContainEqual({ locationId: hold?.locationId, available: hold?.seen });
        } else expect(problem).toEqual({ variantId, problem: !at ? 'unknown' : most === 0 ? 'sold_out' : 'not_enough', left: at ? most : 0 });
      }
      expect(holds.length + problems.length).toBeLessThanOrEqual(new Set(wanted.map(({ variantId }) => variantId)).size);
    }),
  );
});
