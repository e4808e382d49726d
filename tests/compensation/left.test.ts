import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refuseCompensation, roomToGive, type Compensation, type LedgerEntry, type Road } from '#app/modules/compensation/ledger.ts';

const worth = { orderId: '1', currency: 'EUR', received: 5000, refunded: 0, lines: [{ lineId: 'a', worth: 3000, quantity: 3, gone: 0 }, { lineId: 'b', worth: 2000, quantity: 1, gone: 0 }] };
const limit = 700;

const wish = fc.record({
  road: fc.constantFrom<Road>('refund', 'store_credit', 'exchange', 'reship', 'goodwill'),
  lineId: fc.constantFrom('a', 'b'),
  amount: fc.integer({ min: 0, max: 3500 }),
  ofOrder: fc.integer({ min: 0, max: 300 }),
  confirmed: fc.boolean(),
});

const ofLine = (entries: readonly Compensation[], lineId: string) => entries.flatMap(({ lines }) => lines.filter((share) => share.lineId === lineId)).reduce((sum, { amount }) => sum + amount, 0);
const money = (entries: readonly Compensation[]) => entries.filter(({ road }) => road !== 'exchange').reduce((sum, { amount }) => sum + amount, 0);

describe('what is left to give', () => {
  it('is never more than was paid for a line and received for the order, and goodwill never more than its limit beyond, whatever is wished in whatever order', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 20 }), (wishes) => {
        const entries: LedgerEntry[] = [];
        for (const { road, lineId, amount, ofOrder, confirmed } of wishes) {
          const goods = road === 'exchange' || road === 'reship';
          // What a warranty owes may take less of the order's money than of its line.
          const ofMoney = road === 'reship' ? Math.max(0, amount - ofOrder) : goods ? amount : amount + ofOrder;
          const wanted: Compensation = { road, amount: ofMoney, lines: [{ lineId, quantity: 0, amount }] };
          if (refuseCompensation(worth, entries, [wanted], limit) === null) entries.push({ ...wanted, state: confirmed ? 'given' : 'reserved', inRefunds: false });
        }
        const plain = entries.filter((entry) => entry.road !== 'goodwill');
        for (const line of worth.lines) {
          expect(ofLine(plain, line.lineId)).toBeLessThanOrEqual(line.worth);
          expect(ofLine(entries, line.lineId)).toBeLessThanOrEqual(line.worth + limit);
        }
        expect(money(plain)).toBeLessThanOrEqual(worth.received);
        expect(money(entries)).toBeLessThanOrEqual(worth.received + limit);
      }),
      { numRuns: 500 },
    );
  });

  it('is all there as long as nothing was given, to the minor unit', () => {
    const whole = (amount: number): Compensation[] => [{ road: 'refund', amount, lines: [{ lineId: 'a', quantity: 3, amount }] }];
    expect(refuseCompensation(worth, [], whole(3000), 0)).toBeNull();
    expect(refuseCompensation(worth, [], whole(3001), 0)).toEqual({ of: 'line', lineId: 'a', left: 3000 });
    expect(refuseCompensation(worth, [], [{ road: 'refund', amount: 10, lines: [{ lineId: 'c', quantity: 1, amount: 10 }] }], 0)).toEqual({ of: 'unknown_line', lineId: 'c' });
  });

  it('counts units of our own once and those that left by other hands beside them', () => {
    const ours: LedgerEntry = { road: 'refund', state: 'given', inRefunds: true, amount: 1000, lines: [{ lineId: 'a', quantity: 1, amount: 1000 }] };
    const after = (gone: number, refunded: number) => ({ ...worth, refunded, lines: [{ lineId: 'a', worth: 3000, quantity: 3, gone }] });
    const wanted: Compensation[] = [{ road: 'exchange', amount: 2000, lines: [{ lineId: 'a', quantity: 2, amount: 2000 }] }];
    expect(refuseCompensation(after(1, 1000), [ours], wanted, 0)).toBeNull();
    expect(refuseCompensation(after(2, 2000), [ours], wanted, 0)).toEqual({ of: 'line', lineId: 'a', left: 1000 });
  });

  it('lets goods of an exchange be refunded later, for they were paid with what came back', () => {
    const exchanged: LedgerEntry = { road: 'exchange', state: 'given', inRefunds: false, amount: 3000, lines: [{ lineId: 'a', quantity: 3, amount: 3000 }] };
    const grown = { ...worth, lines: [...worth.lines, { lineId: 'new', worth: 3000, quantity: 1, gone: 0 }] };
    expect(refuseCompensation(grown, [exchanged], [{ road: 'refund', amount: 3000, lines: [{ lineId: 'new', quantity: 1, amount: 3000 }] }], 0)).toBeNull();
  });

  it('is never goods and their money: sent again, units are not refunded as well, by whichever road and not without lines either', () => {
    const again: LedgerEntry = { road: 'reship', state: 'given', inRefunds: false, amount: 3000, lines: [{ lineId: 'a', quantity: 3, amount: 3000 }] };
    const refused = (road: Road, amount: number, lineId: string | null, goodwill = 0) => refuseCompensation(worth, [again], [{ road, amount, lines: lineId === null ? [] : [{ lineId, quantity: 1, amount }] }], goodwill);
    for (const road of ['refund', 'store_credit', 'exchange', 'reship'] as const) expect(refused(road, 1000, 'a')).toEqual({ of: 'line', lineId: 'a', left: 0 });
    expect([refused('refund', 2000, null), refused('refund', 2001, null), refused('refund', 2001, null, limit)]).toEqual([null, { of: 'order', left: 2000 }, { of: 'order', left: 2000 }]);
    expect([refused('goodwill', limit, 'a', limit), refused('goodwill', limit + 1, 'a', limit)]).toEqual([null, { of: 'line', lineId: 'a', left: limit }]);
    expect(refused('refund', 2000, 'b')).toBeNull();
  });

  it('counts money that was given without lines against goods that are to be sent again, and the other way round', () => {
    const back: LedgerEntry = { road: 'refund', state: 'given', inRefunds: true, amount: 2500, lines: [] };
    const wanted = (amount: number): Compensation[] => [{ road: 'reship', amount, lines: [{ lineId: 'a', quantity: 3, amount }] }];
    const paid = { ...worth, refunded: 2500 };
    expect([refuseCompensation(paid, [back], wanted(2500), 0), refuseCompensation(paid, [back], wanted(3000), 0)]).toEqual([null, { of: 'order', left: 2500 }]);
    // The same where Shopify alone knows of the refund.
    expect(refuseCompensation(paid, [], wanted(3000), 0)).toEqual({ of: 'order', left: 2500 });
  });

  it('takes a reship for no refund of Shopify’s, whatever id stands beside it', () => {
    const again: LedgerEntry = { road: 'reship', state: 'given', inRefunds: true, amount: 2000, lines: [{ lineId: 'b', quantity: 1, amount: 2000 }] };
    expect(roomToGive({ ...worth, refunded: 1000 }, [again], 0).order).toEqual({ plain: 2000, all: 2000 });
  });

  it('shows as room exactly what is not refused, for the order and for each line', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 12 }), wish, (wishes, next) => {
        const entryOf = ({ road, lineId, amount, ofOrder, confirmed }: typeof next): LedgerEntry => ({ road, amount: road === 'exchange' || road === 'reship' ? amount : amount + ofOrder, lines: [{ lineId, quantity: 0, amount }], state: confirmed ? 'given' : 'reserved', inRefunds: false });
        const entries = wishes.map(entryOf).filter((entry, at, all) => refuseCompensation(worth, all.slice(0, at), [entry], limit) === null);
        const { order, lines } = roomToGive(worth, entries, limit);
        const wanted = entryOf(next);
        const key = next.road === 'goodwill' ? 'all' : 'plain';
        const fits = next.amount <= (lines.get(next.lineId)?.[key] ?? -1) && (next.road === 'exchange' || wanted.amount <= order[key]);
        expect(refuseCompensation(worth, entries, [wanted], limit) === null).toBe(fits);
      }),
      { numRuns: 500 },
    );
  });
});
