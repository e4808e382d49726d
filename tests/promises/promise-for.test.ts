import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayNumberIn, dayOfNumber, numberOfDay } from '../../app/modules/promises/calendar-day.ts';
import { passedPromise, promiseFor } from '../../app/modules/promises/promise-for.ts';
import { promiseRulesSetting, type PromiseRules } from '../../app/modules/promises/rules.ts';
import { journey, knowing, learnedFrom } from './journeys.ts';
import { simulatedParcels } from './simulated-parcels.ts';

const learned = learnedFrom(simulatedParcels({ count: 4_000, seed: 11, drift: 0, strike: false }));
const at = (time: string) => new Date(time);
const monday = at('2026-11-23T15:00:00Z');

describe('who is believed', () => {
  const told = { at: at('2026-11-27T00:00:00Z'), source: 'carrier' as const };

  it('the carrier before Shopify before what was learned before the rules', () => {
    expect(promiseFor(journey({ told }), knowing(learned), monday)).toEqual({ from: '2026-11-27', to: '2026-11-27', source: 'carrier', basis: {} });
    expect(promiseFor(journey({ told: { ...told, source: 'shopify' } }), knowing(learned), monday)?.source).toBe('shopify');
    expect(promiseFor(journey(), knowing(learned), monday)?.source).toBe('learned');
    expect(promiseFor(journey(), knowing(), monday)?.source).toBe('rule');
  });

  it('the merchant’s order holds, and a source that is left out is not used', () => {
    expect(promiseFor(journey({ told }), knowing(learned, { sources: ['rule', 'carrier'] }), monday)?.source).toBe('rule');
    expect(promiseFor(journey(), knowing(learned, { sources: ['carrier', 'rule'] }), monday)?.source).toBe('rule');
    expect(promiseFor(journey(), knowing(learned, { sources: ['carrier'] }), monday)).toBeNull();
  });

  it('a shop that sent nothing to a country yet has learned nothing about it', () => {
    expect(promiseFor(journey({ destination: 'JP' }), knowing(learned), monday)?.source).toBe('rule');
    expect(promiseFor(journey({ destination: 'AT' }), knowing(learned), monday)?.source).toBe('learned');
  });

  it('a parcel on the van comes today', () => {
    const van = journey({ status: 'out_for_delivery', lastScanAt: at('2026-11-25T06:00:00Z'), told });
    expect(promiseFor(van, knowing(learned), at('2026-11-25T09:00:00Z'))).toMatchObject({ from: '2026-11-25', to: '2026-11-25' });
    expect(promiseFor(van, knowing(learned), at('2026-11-26T09:00:00Z'))?.to).toBe('2026-11-27');
  });

  it.each(['delivered', 'ready_for_pickup', 'exception'] as const)('nothing is awaited, or nobody can say, when it is %s', (status) => {
    expect(promiseFor(journey({ status }), knowing(learned), monday)).toBeNull();
  });
});

describe('after a date has passed', () => {
  it('the next best estimate is given, and says which date was missed', () => {
    const late = journey({ told: { at: at('2026-11-24T00:00:00Z'), source: 'carrier' } });
    const next = promiseFor(late, knowing(learned), at('2026-11-25T09:00:00Z'));
    expect(next).toMatchObject({ source: 'learned', basis: { missed: '2026-11-24' } });
    expect(next && next.from >= '2026-11-25').toBe(true);
  });

  it('a parcel that is later than all ranges gets one from those that were as late, or from the rules', () => {
    const now = at('2026-12-15T09:00:00Z');
    expect(promiseFor(journey(), knowing(learned), now)).toMatchObject({ source: 'learned' });
    const ruled = promiseFor(journey(), knowing(), now);
    expect(ruled).toMatchObject({ source: 'rule', from: '2026-12-15', basis: { missed: '2026-12-04' } });
    expect(ruled && ruled.to > ruled.from).toBe(true);
  });

  it('what was told is known to have passed, unless the merchant believes somebody more who still names a day, or does not believe it at all', () => {
    const now = at('2026-11-25T09:00:00Z');
    const passed = (day: string, rules: Partial<PromiseRules> = {}, changes = {}) => passedPromise(journey({ told: { at: at(`${day}T00:00:00Z`), source: 'carrier' }, ...changes }), knowing(undefined, rules), now);
    expect(passed('2026-11-24')).toEqual({ from: '2026-11-24', to: '2026-11-24', source: 'carrier', basis: {} });
    expect(passed('2026-11-24', {}, { status: 'exception' })).toMatchObject({ to: '2026-11-24' });
    expect(passed('2026-11-24', { sources: ['shopify', 'carrier'] })).toMatchObject({ to: '2026-11-24' });
    expect(passed('2026-11-25')).toBeNull();
    expect(passed('2026-11-24', { sources: ['rule', 'carrier'] })).toBeNull();
    expect(passed('2026-11-24', { sources: ['shopify', 'rule'] })).toBeNull();
    expect(passed('2026-11-24', {}, { status: 'delivered' })).toBeNull();
    expect(passed('2026-11-24', {}, { told: null })).toBeNull();
  });

  it('the range that was given stands until it has passed', () => {
    const first = promiseFor(journey(), knowing(learned), monday);
    const later = promiseFor(journey(), knowing(learned), at(`${first?.to}T08:00:00Z`));
    expect(later?.to).toBe(first?.to);
    expect(later?.basis).not.toHaveProperty('missed');
  });
});

describe('rules', () => {
  const rules: Partial<PromiseRules> = {
    cutOff: '14:00',
    processing: { min: 1, max: 2 },
    deliveryDays: [1, 2, 3, 4, 5],
    zones: [
      { name: 'Home', places: ['DE'], carrier: null, transit: { min: 1, max: 2 } },
      { name: 'Home by DHL', places: ['DE'], carrier: 'dhl_parcel_de', transit: { min: 1, max: 1 } },
      { name: 'Islands', places: ['DE-SH'], carrier: null, transit: { min: 3, max: 4 } },
    ],
  };
  it.each([
    ['before the cut-off', { placedAt: at('2026-11-23T12:59:00Z'), carrier: null }, '2026-11-25', '2026-11-27'],
    ['after it', { placedAt: at('2026-11-23T13:00:00Z'), carrier: null }, '2026-11-26', '2026-11-30'],
    ['on a Saturday', { placedAt: at('2026-11-21T08:00:00Z'), carrier: null }, '2026-11-25', '2026-11-27'],
    ['by a carrier of its own', { placedAt: at('2026-11-23T12:00:00Z') }, '2026-11-25', '2026-11-26'],
    ['to a region of its own', { placedAt: at('2026-11-23T12:00:00Z'), destinationProvince: 'SH' }, '2026-11-27', '2026-12-01'],
  ])('before shipping it is processing and transit: %s', (_, changes, from, to) => {
    expect(promiseFor(journey({ shippedAt: null, status: null, ...changes }), knowing(undefined, rules), changes.placedAt)).toMatchObject({ source: 'rule', from, to });
  });

  it('the shop’s own days off and holidays move it', () => {
    const placed = { placedAt: at('2026-11-23T08:00:00Z'), shippedAt: null, carrier: null };
    expect(promiseFor(journey(placed), knowing(undefined, { ...rules, ownHolidays: ['2026-11-23', '2026-11-24'] }), placed.placedAt)).toMatchObject({ from: '2026-11-27' });
    const christmas = { ...placed, placedAt: at('2026-12-23T08:00:00Z') };
    expect(promiseFor(journey(christmas), knowing(undefined, rules), christmas.placedAt)).toMatchObject({ from: '2026-12-28' });
    expect(promiseFor(journey(christmas), knowing(undefined, { ...rules, respectHolidays: false }), christmas.placedAt)).toMatchObject({ from: '2026-12-25' });
  });

  it('a day told at midnight in UTC is that day, also west of it', () => {
    const told = { at: at('2026-11-27T00:00:00Z'), source: 'shopify' as const };
    expect(promiseFor(journey({ destination: 'US', told }), knowing(), monday)?.to).toBe('2026-11-27');
  });
});

it('a known disruption moves the end of the range, in the merchant’s words, where it matches', () => {
  const strike = { carrier: 'dhl_parcel_de', country: null, from: '2026-11-20', to: '2026-12-01', extraDays: 3, reason: 'Strike at DHL' };
  const usual = promiseFor(journey(), knowing(learned), monday);
  const struck = promiseFor(journey(), knowing(learned, {}, { disruptions: [strike] }), monday);
  expect(struck?.from).toBe(usual?.from);
  expect(numberOfDay(struck?.to ?? '')).toBeGreaterThanOrEqual(numberOfDay(usual?.to ?? '') + 3);
  expect(struck?.basis).toMatchObject({ disruption: 'Strike at DHL', extraDays: 3 });
  expect(promiseFor(journey({ carrier: 'dpd' }), knowing(learned, {}, { disruptions: [strike] }), monday)?.basis).not.toHaveProperty('disruption');
});

it('whatever is known, a range is ordered, begins no earlier than today, and no earlier than it left', () => {
  const moment = fc.date({ min: at('2026-10-01T00:00:00Z'), max: at('2027-04-01T00:00:00Z'), noInvalidDate: true });
  const span = fc.tuple(fc.nat(15), fc.nat(15)).map(([min, more]) => ({ min, max: min + more }));
  const anyJourney = fc.record({
    carrier: fc.constantFrom('dpd', 'ups', 'unheard', null),
    destination: fc.constantFrom('DE', 'US', 'JP', 'ZZ', null),
    placedAt: moment,
    shippedAt: fc.option(moment),
    told: fc.option(fc.record({ at: moment, source: fc.constantFrom('carrier' as const, 'shopify' as const) })),
    status: fc.constantFrom('in_transit' as const, 'delayed' as const, 'attempted' as const, null),
  });
  fc.assert(
    fc.property(anyJourney, moment, span, span, fc.boolean(), (changes, now, processing, transit, knows) => {
      const of = journey(changes);
      const made = promiseFor(of, knowing(knows ? learned : undefined, { processing, defaultTransit: transit }), now);
      if (made === null) return false;
      const earliest = dayOfNumber(dayNumberIn('Pacific/Pago_Pago', now));
      return made.from <= made.to && made.from >= earliest && (made.source === 'carrier' || made.source === 'shopify' || of.shippedAt === null || made.from >= dayOfNumber(dayNumberIn('Pacific/Pago_Pago', of.shippedAt)));
    }),
    { numRuns: 500 },
  );
});

it('the initial rules are rules', () => {
  expect(promiseRulesSetting.schema.parse(promiseRulesSetting.initial)).toEqual(promiseRulesSetting.initial);
});
