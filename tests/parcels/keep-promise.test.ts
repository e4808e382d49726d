import { describe, expect, it } from 'vitest';
import { keepPromise } from '#app/modules/parcels/keep-promise.ts';
import type { Promise } from '#app/modules/promises/index.server.ts';

const promise = (to: string, source: Promise['source'], from = to): Promise => ({ from, to, source, basis: {} });
const told = (first: Promise, today: string) => keepPromise(null, first, today).columns;

describe('what was promised', () => {
  it('is made when it is first known', () => {
    const { columns, change } = keepPromise(null, promise('2026-11-24', 'rule', '2026-11-22'), '2026-11-20');
    expect(columns).toMatchObject({ promised_from: '2026-11-22', promised_to: '2026-11-24', promise_source: 'rule', first_promised_to: '2026-11-24', missed_to: null, slips: 0 });
    expect(change).toEqual({ made: true, missed: null, previousTo: null });
  });

  it('does not move because it was reckoned again', () => {
    const held = told(promise('2026-11-24', 'learned'), '2026-11-20');
    const { columns, change } = keepPromise(held, promise('2026-11-25', 'learned'), '2026-11-21');
    expect(columns.promised_to).toBe('2026-11-24');
    expect(change.made).toBe(false);
  });

  it('gives way to what the carrier tells, earlier or later, and counts only the later as a slip', () => {
    const held = told(promise('2026-11-24', 'rule'), '2026-11-20');
    const later = keepPromise(held, promise('2026-11-26', 'carrier'), '2026-11-21');
    expect(later.columns).toMatchObject({ promised_to: '2026-11-26', first_promised_to: '2026-11-24', slips: 1, missed_to: null });
    expect(later.change).toEqual({ made: true, missed: null, previousTo: '2026-11-24' });
    expect(keepPromise(later.columns, promise('2026-11-23', 'carrier'), '2026-11-21').columns).toMatchObject({ promised_to: '2026-11-23', slips: 1 });
  });

  it('that passed is kept as missed beside the new one, and said once', () => {
    const held = told(promise('2026-11-24', 'learned'), '2026-11-20');
    const passed = keepPromise(held, promise('2026-11-27', 'learned'), '2026-11-25');
    expect(passed.columns).toMatchObject({ promised_to: '2026-11-27', missed_to: '2026-11-24', first_promised_to: '2026-11-24', slips: 1 });
    expect(passed.change).toEqual({ made: true, missed: '2026-11-24', previousTo: '2026-11-24' });
    expect(keepPromise(passed.columns, promise('2026-11-27', 'learned'), '2026-11-26').change).toEqual({ made: false, missed: null, previousTo: null });
  });

  it('that passed without anybody knowing a new one stays, missed, and is said once', () => {
    const held = told(promise('2026-11-24', 'carrier'), '2026-11-20');
    const passed = keepPromise(held, promise('2026-11-24', 'carrier'), '2026-11-26');
    expect(passed).toEqual({ columns: { ...held, missed_to: '2026-11-24' }, change: { made: false, missed: '2026-11-24', previousTo: null } });
    expect(keepPromise(passed.columns, null, '2026-11-27').change.missed).toBe(null);
  });

  it('missed twice names the later day', () => {
    let columns = told(promise('2026-11-24', 'learned'), '2026-11-20');
    columns = keepPromise(columns, promise('2026-11-27', 'learned'), '2026-11-25').columns;
    const again = keepPromise(columns, promise('2026-11-30', 'learned'), '2026-11-28');
    expect(again.columns).toMatchObject({ missed_to: '2026-11-27', promised_to: '2026-11-30', first_promised_to: '2026-11-24', slips: 2 });
    expect(again.change.missed).toBe('2026-11-27');
  });

  it('that had passed before anybody looked is missed all the same', () => {
    const { columns, change } = keepPromise(null, { ...promise('2026-11-29', 'rule'), basis: { missed: '2026-11-24' } }, '2026-11-26');
    expect(columns).toMatchObject({ promised_to: '2026-11-29', missed_to: '2026-11-24', first_promised_to: '2026-11-24', slips: 1 });
    expect(change).toEqual({ made: true, missed: '2026-11-24', previousTo: '2026-11-24' });
  });

  describe('by a carrier whose day has passed when it is heard', () => {
    const day = promise('2026-11-24', 'carrier');
    const next = { ...promise('2026-12-02', 'rule', '2026-11-26'), basis: { missed: '2026-11-24' } };
    const reckoned = told(promise('2026-12-02', 'rule', '2026-11-25'), '2026-11-22');

    it('is missed, whether it was heard in time, late, or before anything was reckoned', () => {
      const inTime = keepPromise(keepPromise(reckoned, day, '2026-11-23').columns, next, '2026-11-26', day);
      const late = keepPromise(reckoned, next, '2026-11-26', day);
      const first = keepPromise(null, next, '2026-11-26', day);
      for (const { columns, change } of [inTime, late, first]) {
        expect(columns).toMatchObject({ promised_from: '2026-11-26', promised_to: '2026-12-02', promise_source: 'rule', missed_to: '2026-11-24', slips: 1 });
        expect(change).toEqual({ made: true, missed: '2026-11-24', previousTo: '2026-11-24' });
      }
      expect(late.columns).toEqual(inTime.columns);
    });

    it('is missed once, and the new one then stands', () => {
      const { columns } = keepPromise(reckoned, next, '2026-11-26', day);
      expect(keepPromise(columns, { ...next, from: '2026-11-27' }, '2026-11-27', day)).toEqual({ columns, change: { made: false, missed: null, previousTo: null } });
    });

    it('is missed where nobody can say a new one', () => {
      const known = { promised_to: '2026-11-24', promise_source: 'carrier', missed_to: '2026-11-24' };
      for (const before of [null, reckoned]) {
        const { columns, change } = keepPromise(before, null, '2026-11-26', day);
        expect(columns).toMatchObject(known);
        expect(change).toEqual({ made: false, missed: '2026-11-24', previousTo: null });
        expect(keepPromise(columns, null, '2026-11-27', day)).toEqual({ columns, change: { made: false, missed: null, previousTo: null } });
      }
    });

    it('says nothing new beside a later one that is missed', () => {
      const passed = keepPromise(told(promise('2026-11-25', 'rule'), '2026-11-22'), next, '2026-11-26', day);
      expect(passed.columns).toMatchObject({ missed_to: '2026-11-25', promised_to: '2026-12-02', slips: 1 });
    });
  });
});
