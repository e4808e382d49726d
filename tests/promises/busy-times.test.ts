import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Stretch } from '#app/modules/peak/index.pure.ts';
import { latestOrderDay } from '../../app/modules/promises/latest-order-day.ts';
import { promiseFor } from '../../app/modules/promises/promise-for.ts';
import { journey, knowing, learnedFrom } from './journeys.ts';
import { simulatedParcels } from './simulated-parcels.ts';

const learned = learnedFrom(simulatedParcels({ count: 4_000, seed: 11, drift: 0, strike: false }));
const at = (time: string) => new Date(time);
const days = { deliveryDays: [1, 2, 3, 4, 5, 6, 7], workingDays: [1, 2, 3, 4, 5, 6, 7], respectHolidays: false, defaultTransit: { min: 2, max: 4 } };
const season: Stretch = { name: 'Season', from: at('2026-11-26T23:00:00Z'), until: at('2026-12-25T23:00:00Z'), extraDays: 3, carriers: [{ carrier: 'hermes', extraDays: 5 }] };
const to = (placedAt: string, shippedAt: string | null, now: string, stretches: readonly Stretch[] = [season], carrier = 'dhl_parcel_de') =>
  promiseFor(journey({ placedAt: at(placedAt), shippedAt: shippedAt === null ? null : at(shippedAt), carrier }), knowing(undefined, days, { stretches }), at(now));

describe('a busy time', () => {
  it('moves the end of what is promised in it, and says so to the merchant', () => {
    const plain = to('2026-12-01T08:00:00Z', '2026-12-01T15:00:00Z', '2026-12-01T16:00:00Z', []);
    const busy = to('2026-12-01T08:00:00Z', '2026-12-01T15:00:00Z', '2026-12-01T16:00:00Z');
    expect(plain).toMatchObject({ from: '2026-12-03', to: '2026-12-05' });
    expect(busy).toEqual({ ...plain, to: '2026-12-08', basis: { ...plain?.basis, peak: 'Season', extraDays: 3 } });
  });

  it('has days of its own for a carrier', () => {
    expect(to('2026-12-01T08:00:00Z', '2026-12-01T15:00:00Z', '2026-12-01T16:00:00Z', [season], 'hermes')?.to).toBe('2026-12-10');
  });

  it('changes nothing for what left before it began, nor for what is ordered after it', () => {
    expect(to('2026-11-25T08:00:00Z', '2026-11-26T15:00:00Z', '2026-11-28T16:00:00Z')).toEqual(to('2026-11-25T08:00:00Z', '2026-11-26T15:00:00Z', '2026-11-28T16:00:00Z', []));
    expect(to('2026-12-26T08:00:00Z', null, '2026-12-26T16:00:00Z')).toEqual(to('2026-12-26T08:00:00Z', null, '2026-12-26T16:00:00Z', []));
  });

  it('takes back no promise when it is over', () => {
    const during = to('2026-12-22T08:00:00Z', '2026-12-24T15:00:00Z', '2026-12-25T16:00:00Z');
    expect(to('2026-12-22T08:00:00Z', '2026-12-24T15:00:00Z', '2026-12-27T16:00:00Z')?.to).toBe(during?.to);
    expect(to('2026-12-24T08:00:00Z', null, '2026-12-26T01:00:00Z')?.basis).toMatchObject({ peak: 'Season' });
  });

  it('leaves the day that a carrier told alone', () => {
    const told = { at: at('2026-12-04T00:00:00Z'), source: 'carrier' as const };
    const parcel = journey({ placedAt: at('2026-12-01T08:00:00Z'), shippedAt: at('2026-12-01T15:00:00Z'), told });
    expect(promiseFor(parcel, knowing(learned, {}, { stretches: [season] }), at('2026-12-02T08:00:00Z'))).toMatchObject({ to: '2026-12-04', source: 'carrier', basis: {} });
  });
});

describe('the last day to order', () => {
  const asked = { country: 'DE', arriveBy: '2026-12-24', earliest: '2026-11-23' };

  it('is the last on which an order is still promised in time, and the day after it none is', () => {
    fc.assert(
      fc.property(fc.constantFrom('DE', 'FR', 'US', 'JP', 'AU'), fc.integer({ min: 0, max: 10 }), fc.boolean(), (country, extraDays, byLearning) => {
        const knowledge = knowing(byLearning ? learned : undefined, {}, { stretches: [{ ...season, extraDays, carriers: [] }] });
        const day = latestOrderDay(knowledge, { ...asked, country });
        const promised = (placedAt: Date) => {
          return promiseFor(journey({ destination: country, origin: null, carrier: null, service: null, status: null, placedAt, shippedAt: null }), knowledge, placedAt)?.to ?? '9999';
        };
        if (day === null) return;
        expect(promised(at(`${day}T12:00:00Z`)) <= '2026-12-24').toBe(true);
        // Who orders early on a later day may still be lucky; who orders as late as that day allows is not.
        const plainTime = Temporal.PlainTime.from(knowledge.rules.cutOff).subtract({ minutes: 1 });
        const lateOn = (next: number) => at(Temporal.PlainDate.from(new Date(next).toISOString().slice(0, 10)).toZonedDateTime({ timeZone: knowledge.zone, plainTime }).toInstant().toString());
        for (let next = Date.parse(day) + 86_400_000; next <= Date.parse('2026-12-24'); next += 86_400_000) expect(promised(lateOn(next)) > '2026-12-24').toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('comes earlier by the days that a busy time adds', () => {
    expect(latestOrderDay(knowing(undefined, { ...days, processing: { min: 0, max: 0 } }), asked)).toBe('2026-12-20');
    expect(latestOrderDay(knowing(undefined, { ...days, processing: { min: 0, max: 0 } }, { stretches: [season] }), asked)).toBe('2026-12-17');
  });

  it('is none where no coming day is early enough', () => {
    expect(latestOrderDay(knowing(undefined, { defaultTransit: { min: 40, max: 60 } }), asked)).toBeNull();
  });
});
