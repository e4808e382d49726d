import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fulfillmentWords,
  isUnfiltered,
  orderFilterOf,
  orderViews,
  ordersPath,
  paymentWords,
  readOrdersQuery,
  writeOrdersQuery,
  type OrdersQuery,
} from '#app/modules/orders/ui/orders-query.ts';

const query: fc.Arbitrary<OrdersQuery> = fc.record({
  view: fc.constantFrom(...orderViews),
  search: fc.string({ maxLength: 60, unit: 'grapheme' }).map((text) => text.trim().slice(0, 200)),
  fulfillment: fc.subarray([...fulfillmentWords]),
  payment: fc.subarray([...paymentWords]),
  at: fc.option(fc.record({ cursor: fc.string({ minLength: 1 }), direction: fc.constantFrom('next' as const, 'previous' as const) }), { nil: null }),
});

describe('the address of the orders list', () => {
  it('gives back every query it was written from', () => {
    fc.assert(
      fc.property(query, (given) => {
        expect(readOrdersQuery(new URLSearchParams(writeOrdersQuery(given).toString()))).toEqual(given);
      }),
    );
  });

  it('says nothing where nothing is chosen', () => {
    expect(ordersPath(readOrdersQuery(new URLSearchParams()))).toBe('/app/orders');
    expect(isUnfiltered(readOrdersQuery(new URLSearchParams('shop=a.myshopify.com&embedded=1')))).toBe(true);
  });

  it('leaves out what it does not know instead of asking the database for it', () => {
    const read = readOrdersQuery(new URLSearchParams("view=secret&payment=paid,free,'&fulfillment=,,"));
    expect(orderFilterOf(read)).toEqual({ view: 'all', search: undefined, fulfillment: [], financial: ['paid'], cursor: undefined, direction: undefined });
  });

  it('goes forward from a cursor and back before one, never both', () => {
    expect(readOrdersQuery(new URLSearchParams('after=a&before=b')).at).toEqual({ cursor: 'a', direction: 'next' });
    expect(readOrdersQuery(new URLSearchParams('before=b')).at).toEqual({ cursor: 'b', direction: 'previous' });
  });
});
