import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parcelCauses, parcelStatuses } from '../../app/modules/carriers/index.server.ts';
import type { ParcelRecord } from '../../app/modules/parcels/records.ts';
import { findTroubles, nextCheckAt } from '../../app/modules/parcels/trouble/find-troubles.ts';
import { judgeDenial } from '../../app/modules/parcels/trouble/judgement.ts';
import { troubleThresholdsSetting } from '../../app/modules/parcels/trouble/thresholds.ts';
import { disruptionsSetting, promiseRulesSetting, type Disruption, type PromiseKnowledge } from '../../app/modules/promises/index.server.ts';
import { parcel } from './trouble-stage.ts';

const thresholds = troubleThresholdsSetting.initial;
/** Nothing is learned: within a country 120 hours of silence are usual, abroad 192. */
const knowing = (disruptions: Disruption[] = disruptionsSetting.initial): PromiseKnowledge => ({
  now: new Date('2026-11-20T12:00:00Z'), zone: 'Europe/Berlin', rules: promiseRulesSetting.initial, disruptions, stretches: [],
  learned: { transit: new Map(), silence: new Map(), processing: new Map(), weeks: new Map() }, calendars: new Map(),
});
const knowledge = knowing();
const at = (moment: string) => new Date(moment);
const kinds = (of: Partial<ParcelRecord>, now: string, known = knowledge, set = thresholds) => findTroubles(parcel(of), known, set, at(now)).map(({ kind }) => kind);
const labelled: Partial<ParcelRecord> = { status: 'pre_shipment', first_scan_at: null, last_scan_at: null, last_place: null, last_country: null, status_since: null };
const domestic: Partial<ParcelRecord> = { destination: 'DE' };

describe('a label without a scan', () => {
  // Shipped on Monday the 9th: three whole business days pass with Thursday.
  it.each([
    ['2026-11-12T22:00:00Z', []],
    ['2026-11-12T23:00:00Z', ['no_first_scan']],
  ])('at %s is %j', (now, expected) => expect(kinds(labelled, now)).toEqual(expected));
  it('waits over the weekend', () => {
    const friday = { ...labelled, shipped_at: '2026-11-13T15:00:00.000Z' };
    expect(kinds(friday, '2026-11-18T12:00:00Z')).toEqual([]);
    expect(kinds(friday, '2026-11-19T00:00:00Z')).toEqual(['no_first_scan']);
  });
  it('proves nothing without a number, of a carrier nobody knows, or where nothing is carried', () => {
    for (const more of [{ number: '' }, { carrier: null }, { method: 'none' } as const, { method: 'pickup' } as const]) expect(kinds({ ...labelled, ...more }, '2026-11-19T12:00:00Z')).toEqual([]);
  });
  it('with a number that cannot be right is told as that', () => {
    expect(kinds({ ...labelled, number_doubt: 'check_digit' }, '2026-11-09T16:00:00Z')).toEqual(['number_wrong']);
    expect(kinds({ number_doubt: 'check_digit' }, '2026-11-12T08:00:00Z')).toEqual([]);
  });
});

describe('silence', () => {
  it('is trouble from the lane’s limit on, with the place and what the limit rests on', () => {
    expect(kinds(domestic, '2026-11-15T07:59:59Z')).toEqual([]);
    expect(findTroubles(parcel(domestic), knowledge, thresholds, at('2026-11-15T08:00:00Z'))).toEqual([
      { kind: 'silent', cause: null, since: '2026-11-15T08:00:00.000Z', evidence: { lastScanAt: '2026-11-10T08:00:00.000Z', place: 'Leipzig', country: 'DE', limitHours: 120, samples: 0, lane: '*/*/*/*' } },
    ]);
  });
  it('is never trouble below the merchant’s floor', () => expect(kinds(domestic, '2026-11-16T08:00:00Z', knowledge, { ...thresholds, silenceFloorHours: 200 })).toEqual([]));
  it('does not count holidays of the place it was seen last', () => {
    const christmas = { ...domestic, last_scan_at: '2026-12-23T08:00:00.000Z' };
    expect(kinds(christmas, '2026-12-30T07:59:59Z')).toEqual([]);
    expect(kinds(christmas, '2026-12-30T08:00:00Z')).toEqual(['silent']);
  });
  it('lasts longer under a disruption of its carrier or of either end, and no other', () => {
    const storm = { carrier: null, country: 'FR', from: '2026-11-12', to: '2026-11-13', extraDays: 3, reason: 'Storm' };
    expect(kinds({}, '2026-11-18T08:00:00Z')).toEqual(['silent']);
    for (const known of [storm, { ...storm, country: null, carrier: 'ups' }]) {
      expect(kinds({}, '2026-11-21T07:59:59Z', knowing([known]))).toEqual([]);
      expect(kinds({}, '2026-11-21T08:00:00Z', knowing([known]))).toEqual(['silent']);
    }
    for (const known of [{ ...storm, country: 'ES' }, { ...storm, country: null, carrier: 'dpd' }, { ...storm, from: '2026-10-01', to: '2026-10-05' }]) expect(kinds({}, '2026-11-18T08:00:00Z', knowing([known]))).toEqual(['silent']);
  });
  it('is none where the parcel waits for its customer', () => expect(kinds({ status: 'ready_for_pickup' }, '2026-12-30T08:00:00Z')).toEqual([]));
});

describe('a promised day', () => {
  const promised: Partial<ParcelRecord> = { promised_from: '2026-11-12', promised_to: '2026-11-13', promise_source: 'carrier', last_scan_at: '2026-11-13T08:00:00.000Z' };
  it.each([
    ['FR', '2026-11-13T22:59:59Z', []],
    ['FR', '2026-11-13T23:00:00Z', ['past_date']],
    ['JP', '2026-11-13T14:59:59Z', []],
    ['JP', '2026-11-13T15:00:00Z', ['past_date']],
    ['IN', '2026-11-13T18:29:59Z', []],
    ['IN', '2026-11-13T18:30:00Z', ['past_date']],
  ])('ends by the clock of %s: at %s it is %j', (destination, now, expected) => expect(kinds({ ...promised, destination }, now)).toEqual(expected));
  it('once missed stays missed though a new one is told', () => expect(kinds({ ...promised, promised_to: '2026-11-20', missed_to: '2026-11-13' }, '2026-11-15T08:00:00Z')).toEqual(['past_date']));
  it('is put off over a holiday', () => {
    const armistice = { ...promised, promised_to: '2026-11-10' };
    expect(kinds(armistice, '2026-11-11T12:00:00Z')).toEqual([]);
    expect(kinds(armistice, '2026-11-11T23:00:00Z')).toEqual(['past_date']);
  });
  it('is put off by a disruption it was told without', () => {
    const strike = knowing([{ carrier: 'ups', country: null, from: '2026-11-10', to: '2026-11-12', extraDays: 4, reason: 'Strike' }]);
    expect(kinds(promised, '2026-11-16T12:00:00Z', strike)).toEqual([]);
    expect(kinds(promised, '2026-11-18T12:00:00Z', strike)).toEqual(['past_date']);
    expect(kinds({ ...promised, promise_basis: { disruption: 'Strike', extraDays: 4 } }, '2026-11-14T12:00:00Z', strike)).toEqual(['past_date']);
  });
});

describe('what the carrier says', () => {
  const soon = '2026-11-10T09:00:00Z';
  it.each([
    ['an exception', { status: 'exception', cause: 'damaged' }, ['exception']],
    ['an exception without a reason', { status: 'exception' }, ['exception']],
    ['a delay', { status: 'delayed', cause: 'weather' }, ['exception']],
    ['an exception at customs', { status: 'exception', cause: 'customs' }, ['customs']],
    ['a usual hour at customs', { status: 'delayed', cause: 'customs' }, []],
    ['the way back', { status: 'exception', cause: 'returned_to_sender', going_back: true }, ['returning']],
    ['one failed attempt', { status: 'attempted', cause: 'not_home', attempts: 1 }, []],
    ['two failed attempts', { status: 'attempted', cause: 'not_home', attempts: 2 }, ['attempts']],
    ['one attempt at an address that is wrong', { status: 'attempted', cause: 'address', attempts: 1 }, ['exception']],
    ['two attempts, then a shop to collect it from', { status: 'ready_for_pickup', attempts: 2 }, []],
    ['delivered', { status: 'delivered', attempts: 2 }, []],
    ['moving', { status: 'in_transit' }, []],
  ] satisfies [string, Partial<ParcelRecord>, string[]][])('%s is %j', (_name, of, expected) => expect(kinds(of, soon)).toEqual(expected));
  it('customs may take two business days', () => {
    const held: Partial<ParcelRecord> = { status: 'delayed', cause: 'customs', last_country: 'FR', status_since: '2026-11-12T08:00:00.000Z', last_scan_at: '2026-11-12T08:00:00.000Z' };
    expect(kinds(held, '2026-11-16T22:59:59Z')).toEqual([]);
    expect(kinds(held, '2026-11-16T23:00:00Z')).toEqual(['customs']);
  });
});

describe('of several troubles the most telling stands', () => {
  const all: Partial<ParcelRecord> = { promised_to: '2026-11-11', attempts: 3, last_scan_at: '2026-11-10T08:00:00.000Z' };
  const late = '2026-11-25T12:00:00Z';
  it.each([
    ['returning', { ...all, going_back: true, status: 'exception', cause: 'returned_to_sender' }],
    ['customs', { ...all, status: 'delayed', cause: 'customs' }],
    ['exception', { ...all, status: 'exception', cause: 'lost' }],
    ['attempts', all],
    ['number_wrong', { ...labelled, promised_to: '2026-11-11', number_doubt: 'format' }],
    ['no_first_scan', { ...labelled, promised_to: '2026-11-11' }],
    ['silent', { ...all, attempts: 0 }],
    ['past_date', { ...all, attempts: 0, last_scan_at: '2026-11-24T08:00:00.000Z' }],
  ] satisfies [string, Partial<ParcelRecord>][])('%s', (kind, of) => expect(kinds(of, late)).toEqual([kind]));
  it('a customer who never got what was delivered, and said so afterwards, is believed', () => {
    const delivered = parcel({ status: 'delivered', settled_at: '2026-11-12T08:00:00.000Z', delivered_at: '2026-11-12T08:00:00.000Z' });
    const said = (of: ParcelRecord, deniedAt: string, set = thresholds) => judgeDenial(of, deniedAt, set).found;
    expect(said(delivered, '2026-11-13T08:00:00Z')).toMatchObject([{ kind: 'denied', since: '2026-11-13T08:00:00.000Z' }]);
    expect(said(delivered, '2026-11-11T08:00:00Z')).toEqual([]);
    expect(said(parcel({ status: 'in_transit', delivered_at: null }), '2026-11-13T08:00:00Z')).toEqual([]);
    expect(said(delivered, '2026-11-13T08:00:00Z', { ...thresholds, unwatched: ['denied'] })).toEqual([]);
  });
  it('and what the merchant does not watch stands for nothing', () => expect(kinds(all, late, knowledge, { ...thresholds, unwatched: ['attempts', 'silent'] })).toEqual(['past_date']));
});

describe('never in trouble', () => {
  it.each([
    ['is settled', { settled_at: '2026-11-12T08:00:00.000Z' }],
    ['is not shipped at all', { method: 'none', promised_to: '2026-11-11' }],
    ['was imported and has not moved for a month', { imported: true, last_scan_at: '2026-10-20T08:00:00.000Z', status: 'exception' }],
  ] satisfies [string, Partial<ParcelRecord>][])('what %s', (_name, of) => {
    expect(kinds(of, '2026-11-25T12:00:00Z')).toEqual([]);
  });
  it('what is settled, which is not looked at again either', () => expect(nextCheckAt(parcel({ settled_at: '2026-11-12T08:00:00.000Z' }), knowledge, thresholds, at('2026-11-25T12:00:00Z'))).toBeNull());
});

describe('the next moment to look', () => {
  it('is also when the parcel’s own row changes by time: its promised day ends, or it grows old', () => {
    const next = (of: Partial<ParcelRecord>, now: string) => nextCheckAt(parcel(of), knowledge, { ...thresholds, unwatched: ['past_date', 'silent'] }, at(now));
    expect(next({ promised_to: '2026-11-12' }, '2026-11-10T12:00:00Z')).toBe('2026-11-12T23:00:00.000Z');
    expect(next({ promised_to: '2026-11-12', missed_to: '2026-11-12' }, '2026-11-10T12:00:00Z')).toBe('2026-12-10T08:00:00.000Z');
    expect(next({}, '2026-12-10T08:00:00Z')).toBe('2026-12-15T08:00:00.000Z');
  });
  const start = Date.parse('2026-11-09T08:00:00Z');
  const moment = fc.integer({ min: 0, max: 40 * 24 * 60 }).map((minutes) => new Date(start + minutes * 60_000).toISOString());
  const maybe = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: null });
  const day = moment.map((one) => one.slice(0, 10));
  const anyParcel = fc.record({
    status: fc.constantFrom(...parcelStatuses), cause: maybe(fc.constantFrom(...parcelCauses)), attempts: fc.integer({ min: 0, max: 4 }), going_back: fc.boolean(), number_doubt: maybe(fc.constant('format' as const)),
    destination: maybe(fc.constantFrom('FR', 'JP', 'US', 'SA')), shipped_at: moment, status_since: maybe(moment), first_scan_at: maybe(moment), last_scan_at: maybe(moment), promised_to: maybe(day), missed_to: maybe(day), imported: fc.boolean(),
  }).map((more) => parcel(more));
  const anyKnowledge = maybe(fc.record({ carrier: fc.constant('ups'), country: fc.constant(null), from: day, to: day, extraDays: fc.integer({ min: 1, max: 9 }), reason: fc.constant('Strike') })).map((known) => knowing(known ? [known] : []));

  it('is never missed: whatever opens by time alone opens at one of them', () => {
    fc.assert(
      fc.property(anyParcel, anyKnowledge, moment, fc.integer({ min: 1, max: 60 * 24 * 60 }), (one, known, from, minutes) => {
        const until = new Date(Date.parse(from) + minutes * 60_000);
        let now = new Date(from);
        for (let next = nextCheckAt(one, known, thresholds, now); next !== null && new Date(next) <= until; next = nextCheckAt(one, known, thresholds, now)) now = new Date(next);
        const wouldHave = findTroubles(one, known, thresholds, now);
        // After a month an import's old history stops being trouble; that closes, it opens nothing.
        expect([wouldHave, []]).toContainEqual(findTroubles(one, known, thresholds, until));
      }),
      { numRuns: 2_000 },
    );
  });
  it('lies ahead', () => {
    fc.assert(fc.property(anyParcel, anyKnowledge, moment, (one, known, now) => {
      const next = nextCheckAt(one, known, thresholds, new Date(now));
      expect(next === null || next > now).toBe(true);
    }));
  });
  it('finds nothing that begins later', () => {
    fc.assert(fc.property(anyParcel, anyKnowledge, moment, (one, known, now) => {
      const found = findTroubles(one, known, thresholds, new Date(now));
      expect(found.length).toBeLessThanOrEqual(1);
      for (const { since } of found) expect(since <= now).toBe(true);
    }));
  });
});
