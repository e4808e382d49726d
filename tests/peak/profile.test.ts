import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inForce, spanOf, stageOf } from '../../app/modules/peak/in-force.ts';
import { peakSetting, type PeakProfile } from '../../app/modules/peak/profile.ts';
import { profile } from './profiles.ts';

const at = (time: string) => new Date(time);
const faults = (...profiles: PeakProfile[]) => peakSetting.schema.safeParse(profiles).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

describe('a plan', () => {
  it('holds several profiles one after the other', () => {
    expect(faults(profile(), profile({ id: 'sale', from: '2026-12-25', to: '2026-12-31' }))).toEqual([]);
  });

  it('refuses two that share a day, and names the field of both', () => {
    expect(faults(profile(), profile({ id: 'sale', from: '2026-12-24', to: '2026-12-31' }))).toEqual(['0.from: overlap', '1.from: overlap']);
  });

  it('lets a new one begin on the days of one that was ended by hand', () => {
    expect(faults(profile({ endedAt: '2026-12-01T10:00:00Z' }), profile({ id: 'again', from: '2026-12-01' }))).toEqual([]);
  });

  it.each([
    [{ to: '2026-11-26' }, '0.to: range'],
    [{ name: ' ' }, '0.name: required'],
    [{ arriveBy: '' }, '0.arriveBy: required'],
    [{ arriveBy: '2026-12-18' }, '0.arriveBy: lastOrders'],
    [{ extraDays: 31 }, '0.extraDays: days'],
    [{ from: '2026-02-30' }, '0.from: date'],
    [{ lastOrders: [{ country: 'DE', day: '2026-12-19' }, { country: 'DE', day: '2026-12-18' }] }, '0.lastOrders: twice'],
  ])('refuses %j', (changes, fault) => {
    expect(faults(profile(changes))).toContain(fault);
  });
});

describe('a profile is in force', () => {
  it('from the first minute of its first day to the last of its last, on the shop’s clock', () => {
    const stages = ['2026-11-26T22:59:59Z', '2026-11-26T23:00:00Z', '2026-12-24T22:59:59Z', '2026-12-24T23:00:00Z'].map((time) => stageOf(profile(), 'Europe/Berlin', at(time)));
    expect(stages).toEqual(['planned', 'running', 'running', 'over']);
    expect(stageOf(profile(), 'America/Los_Angeles', at('2026-11-27T07:59:59Z'))).toBe('planned');
  });

  it('for whole days where clocks change', () => {
    expect(spanOf({ from: '2026-10-25', to: '2026-10-25', endedAt: null }, 'Europe/Berlin')).toEqual({ from: at('2026-10-24T22:00:00Z'), until: at('2026-10-25T23:00:00Z') });
  });

  it('until somebody ends it, and not a moment longer', () => {
    const ended = profile({ endedAt: '2026-12-01T10:00:00.000Z' });
    expect([stageOf(ended, 'UTC', at('2026-12-01T09:59:59Z')), stageOf(ended, 'UTC', at('2026-12-01T10:00:00Z'))]).toEqual(['running', 'over']);
  });

  it('alone: of a plan that was accepted, never are two', () => {
    const days = fc.integer({ min: 0, max: 60 });
    const iso = (day: number) => new Date(Date.UTC(2026, 9, 1 + day)).toISOString().slice(0, 10);
    const planned = fc.array(fc.tuple(days, fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(planned, fc.integer({ min: 0, max: 90 * 24 }), fc.constantFrom('Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'UTC'), (spans, hour, zone) => {
        const listed = spans.map(([from, length], index) => profile({ id: String(index), from: iso(from), to: iso(from + length), arriveBy: '', lastOrders: [] }));
        if (!peakSetting.schema.safeParse(listed).success) return;
        const now = new Date(Date.UTC(2026, 9, 1) + hour * 3_600_000);
        const running = listed.filter((one) => stageOf(one, zone, now) === 'running');
        expect(running.length).toBeLessThanOrEqual(1);
        expect(inForce(listed, zone, now)).toBe(running[0] ?? null);
      }),
    );
  });
});
