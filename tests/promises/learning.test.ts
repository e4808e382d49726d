import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalsOn, mixed, rangeHolding, shareBefore } from '../../app/modules/promises/arrivals.ts';
import { backtest } from '../../app/modules/promises/backtest.ts';
import { deliveryCalendar } from '../../app/modules/promises/delivery-calendar.ts';
import { levels, shareBelow, valueAt, type Curve } from '../../app/modules/promises/distribution.ts';
import { lanesOf } from '../../app/modules/promises/lane.ts';
import { learnedOfRows, rowsOfLearned } from '../../app/modules/promises/lane-row.ts';
import { silenceLimit, silentHours } from '../../app/modules/promises/silence-limit.ts';
import { after, day, hour } from '../../app/kernel/time.ts';
import { journey, knowing, learnedFrom, reading } from './journeys.ts';
import { simulatedParcels } from './simulated-parcels.ts';

const curves: fc.Arbitrary<Curve> = fc.array(fc.double({ min: 0.1, max: 20, noNaN: true }), { minLength: levels.length, maxLength: levels.length }).map((steps) => {
  let sum = 0;
  return steps.map((step) => (sum += step));
});
const everyDay = deliveryCalendar([1, 1, 1, 1, 1, 1, 1], () => false);

describe('coverage on parcels that were held back', () => {
  it.each([
    ['steady carriers', { count: 8_000, seed: 1, drift: 0, strike: false }],
    ['a strike', { count: 8_000, seed: 2, drift: 0, strike: true }],
    ['a carrier that grows slower', { count: 8_000, seed: 3, drift: 0.6, strike: true }],
    ['a small shop', { count: 1_500, seed: 4, drift: 0.25, strike: true }],
  ])('four of five arrive within their range: %s', (_, options) => {
    const { all, lanes } = backtest(simulatedParcels(options), reading);
    const tolerance = 0.02 + 1.5 / Math.sqrt(all.tested);
    expect(Math.abs(all.coverage - 0.8)).toBeLessThan(tolerance);
    for (const lane of lanes.filter(({ tested }) => tested >= 300 && tested > 0)) {
      // A lane whose parcels nearly all take one day cannot be covered by less than that day.
      if (lane.meanWidth > 1.5) expect(Math.abs(lane.coverage - 0.8), lane.lane).toBeLessThan(0.08);
    }
  });

  it('ranges are narrower than the one range that would hold for all parcels alike', () => {
    const parcels = simulatedParcels({ count: 6_000, seed: 1, drift: 0, strike: false });
    const { all } = backtest(parcels, reading);
    const blind = backtest(parcels.map((parcel) => ({ ...parcel, carrier: null, service: null, origin: null, destination: null })), reading);
    expect(all.meanWidth).toBeLessThan(blind.all.meanWidth * 0.8);
    expect(all.meanError).toBeLessThan(blind.all.meanError);
  });

  it('too few parcels give a report without figures rather than none', () => {
    expect(backtest([], reading)).toEqual({ trained: 0, all: { tested: 0, coverage: 0, meanWidth: 0, meanError: 0 }, lanes: [] });
    expect(backtest(simulatedParcels({ count: 3, seed: 1 }), reading).trained).toBeLessThanOrEqual(3);
  });
});

describe('lanes', () => {
  it('a lane leans on coarser ones, and less the more of its own parcels arrived', () => {
    const others = simulatedParcels({ count: 4_000, seed: 5, drift: 0, strike: false });
    const end = new Date(Math.max(...others.map(({ deliveredAt }) => deliveredAt.getTime())));
    const slow = (count: number) =>
      Array.from({ length: count }, (_, at) => {
        const shippedAt = after(end, -30 * day + (at % 200) * hour);
        return { ...journey(), silences: [], excepted: false, firstPromisedTo: null, shipmentId: `s${at}`, service: 'Freight', shippedAt, deliveredAt: after(shippedAt, 16 * day) };
      });
    const middle = (count: number) => {
      const { transit } = learnedFrom([...others, ...slow(count)]);
      return valueAt(transit.get('dhl_parcel_de/Freight/DE/DE')?.curve ?? [], 0.5);
    };
    const own = 14 * 24; // sixteen days with two Sundays in them
    const [five, twenty, many] = [middle(5), middle(20), middle(400)];
    expect(five).toBeLessThan(own / 2);
    expect(twenty).toBeGreaterThan(five);
    expect(Math.abs(many - own)).toBeLessThan(48);
  });

  it('the more parcels arrived, the nearer the learned middle is to the lane’s own', () => {
    const truth = simulatedParcels({ count: 15_000, seed: 99, drift: 0, strike: false });
    const of = (parcels: typeof truth) => valueAt(learnedFrom(parcels).transit.get('ups/Standard/DE/US')?.curve ?? [], 0.5);
    const own = of(truth);
    const distance = (count: number) => [1, 2, 3, 4].map((seed) => Math.abs(of(simulatedParcels({ count, seed, drift: 0, strike: false })) - own)).reduce((sum, one) => sum + one, 0);
    expect(distance(6_000)).toBeLessThan(distance(600));
  });

  it('a parcel belongs to every coarser lane, the coarsest first, and what is unknown is left out', () => {
    expect(lanesOf({ carrier: 'ups', service: 'Ground', origin: 'US', destination: 'US-CA' })).toEqual([
      '*/*/*/*', 'ups/*/*/*', '*/*/*/US', '*/*/US/US', 'ups/*/*/US', 'ups/*/US/US', 'ups/Ground/US/US', 'ups/*/US/US-CA', 'ups/Ground/US/US-CA',
    ]);
    expect(lanesOf({ carrier: null, service: null, origin: null, destination: null })).toEqual(['*/*/*/*']);
  });

  it('a carrier that grows slower is followed by a third within four weeks, and the others are not slowed by it', () => {
    const parcels = simulatedParcels({ count: 6_000, seed: 12, days: 200, drift: 0, strike: false });
    const end = Math.max(...parcels.map(({ shippedAt }) => shippedAt.getTime()));
    const slower = parcels.map((parcel) => {
      const took = parcel.deliveredAt.getTime() - parcel.shippedAt.getTime();
      const isSlow = parcel.carrier === 'dhl_parcel_de' && parcel.shippedAt.getTime() > end - 28 * day;
      return isSlow ? { ...parcel, deliveredAt: new Date(parcel.shippedAt.getTime() + 2 * took) } : parcel;
    });
    const middle = (of: typeof parcels, lane: string) => valueAt(learnedFrom(of.filter(({ deliveredAt }) => deliveredAt.getTime() <= end)).transit.get(lane)?.curve ?? [], 0.5);
    expect(middle(slower, 'dhl_parcel_de/Paket/DE/DE')).toBeGreaterThan(1.3 * middle(parcels, 'dhl_parcel_de/Paket/DE/DE'));
    expect(middle(slower, 'ups/Standard/DE/DE')).toBeLessThan(1.15 * middle(parcels, 'ups/Standard/DE/DE'));
  });

  it('what was learned reads back from its rows as it was', () => {
    const learned = learnedFrom(simulatedParcels({ count: 500, seed: 6 }));
    expect(learnedOfRows(JSON.parse(JSON.stringify(rowsOfLearned(learned))))).toEqual(learned);
    expect(learnedOfRows([{ measure: 'transit', carrier: '*', service: '*', origin: '*', destination: '*', samples: 1, weight: 1, quantiles: { p50: 3 } }]).transit.size).toBe(0);
  });

  it('parcels that something happened to teach nothing about their lane', () => {
    const parcels = simulatedParcels({ count: 500, seed: 6 });
    expect(learnedFrom(parcels.map((parcel) => ({ ...parcel, excepted: true }))).transit.size).toBe(0);
  });
});

describe('curves and ranges', () => {
  it('share and value are each other’s inverse, beyond the ends too', () => {
    fc.assert(fc.property(curves, fc.double({ min: 0.001, max: 0.9999, noNaN: true }), (curve, share) => Math.abs(shareBelow(curve, valueAt(curve, share)) - share) < 1e-6));
  });

  it('chances of all days that are counted add up to nearly one, also for what is overdue', () => {
    fc.assert(
      fc.property(curves, fc.integer({ min: 0, max: 30 }), (curve, overdue) => {
        const { first, chances } = arrivalsOn(curve, everyDay, 20_000.6, 20_000 + overdue);
        const sum = chances.reduce((total, chance) => total + chance, 0);
        return first === 20_000 + overdue && sum > 0.9 && sum < 1 + 1e-9 && chances.every((chance) => chance >= -1e-12);
      }),
    );
  });

  it('a range holds the share it was asked for, contains its middle, and grows with the share', () => {
    const share = fc.double({ min: 0.05, max: 0.97, noNaN: true });
    fc.assert(
      fc.property(curves, share, share, (curve, one, other) => {
        const arrivals = mixed([arrivalsOn(curve, everyDay, 20_000.6), arrivalsOn(curve, everyDay, 20_001.2)]);
        const [small, large] = [rangeHolding(arrivals, Math.min(one, other)), rangeHolding(arrivals, Math.max(one, other))];
        const held = arrivals.chances.slice(large.from - arrivals.first, large.to - arrivals.first + 1).reduce((sum, chance) => sum + chance, 0);
        return held >= Math.max(one, other) && large.from <= small.from && small.to <= large.to && small.from <= small.middle && small.middle <= small.to;
      }),
    );
  });

  it('a day is in a range exactly if the range is asked for more than was held before it', () => {
    fc.assert(
      fc.property(curves, fc.integer({ min: 20_000, max: 20_020 }), fc.double({ min: 0.05, max: 0.97, noNaN: true }), (curve, arrived, share) => {
        const arrivals = arrivalsOn(curve, everyDay, 20_000.6);
        const { from, to } = rangeHolding(arrivals, share);
        return (arrived >= from && arrived <= to) === shareBefore(arrivals, arrived) < share;
      }),
    );
  });
});

describe('silence', () => {
  const parcels = simulatedParcels({ count: 4_000, seed: 8, drift: 0, strike: false });
  const learned = learnedFrom(parcels);

  it('nineteen of twenty parcels of a lane were never silent for as long as its limit', () => {
    const lane = { carrier: 'dpd', service: null, origin: 'DE', destination: 'US' };
    const { hours, severeHours, samples } = silenceLimit(knowing(learned), lane);
    const longest = parcels.filter(({ carrier, destination }) => carrier === 'dpd' && destination === 'US').map(({ silences }) => Math.max(...silences));
    expect(samples).toBe(longest.length);
    expect(longest.filter((one) => one < hours).length / longest.length).toBeGreaterThan(0.9);
    expect(longest.filter((one) => one < hours).length / longest.length).toBeLessThan(0.995);
    expect(severeHours).toBeGreaterThan(hours);
  });

  it('where nothing was learned it is what most carriers keep to, and says so', () => {
    const within = silenceLimit(knowing(), { carrier: 'ups', service: null, origin: 'US', destination: 'US' });
    const abroad = silenceLimit(knowing(), { carrier: 'ups', service: null, origin: 'US', destination: 'BR' });
    expect(within).toMatchObject({ samples: 0, lane: '*/*/*/*' });
    expect(abroad.hours).toBeGreaterThan(within.hours);
  });

  it('a disruption lengthens it while it lasts', () => {
    const strike = { carrier: null, country: 'US', from: '2026-11-20', to: '2026-11-25', extraDays: 2, reason: 'Storm' };
    const lane = { carrier: 'dpd', service: null, origin: 'DE', destination: 'US' };
    const usual = silenceLimit(knowing(learned), lane).hours;
    expect(silenceLimit(knowing(learned, {}, { disruptions: [strike] }), lane).hours).toBe(usual + 48);
    expect(silenceLimit(knowing(learned, {}, { disruptions: [{ ...strike, to: '2026-11-22' }] }), lane).hours).toBe(usual);
  });

  it('holidays since the last scan are no silence', () => {
    const lane = { carrier: null, service: null, origin: 'DE', destination: 'DE' };
    const [since, now] = [new Date('2026-12-24T09:00:00Z'), new Date('2026-12-28T09:00:00Z')];
    expect(silentHours(knowing(), lane, since, now)).toBe(48);
    expect(silentHours(knowing(undefined, { respectHolidays: false }), lane, since, now)).toBe(96);
  });
});
