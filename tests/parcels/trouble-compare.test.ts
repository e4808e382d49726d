import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FoundTrouble, ParcelRecord } from '../../app/modules/parcels/records.ts';
import { compareTroubles, type HeldTrouble } from '../../app/modules/parcels/trouble/compare-troubles.ts';
import { judgeParcel } from '../../app/modules/parcels/trouble/judgement.ts';
import { troubleThresholdsSetting } from '../../app/modules/parcels/trouble/thresholds.ts';
import { promiseRulesSetting, type PromiseKnowledge } from '../../app/modules/promises/index.server.ts';
import { parcel } from './trouble-stage.ts';

const knowledge: PromiseKnowledge = {
  now: new Date('2026-11-10T08:00:00Z'), zone: 'Europe/Berlin', rules: promiseRulesSetting.initial, disruptions: [], stretches: [],
  learned: { transit: new Map(), silence: new Map(), processing: new Map(), weeks: new Map() }, calendars: new Map(),
};

/** The table, as far as one parcel fills it. */
interface Table {
  rows: (HeldTrouble & { open: boolean; closings: number })[];
}

function settle(table: Table, one: ParcelRecord, now: Date): number {
  const { opened, kept, closed } = compareTroubles(judgeParcel(one, knowledge, troubleThresholdsSetting.initial, now), table.rows.filter(({ open }) => open), table.rows.filter(({ open }) => !open));
  const changes = kept.filter(({ id, found }) => {
    const row = table.rows.find((held) => held.id === id);
    const before = JSON.stringify(row);
    Object.assign(row ?? {}, told(found));
    return JSON.stringify(row) !== before;
  });
  for (const { held, outcome } of closed) for (const row of table.rows) if (row.id === held.id) Object.assign(row, { open: false, outcome, closings: row.closings + 1 });
  for (const found of opened) table.rows.push({ id: String(table.rows.length), kind: found.kind, ...told(found), outcome: null, imported: false, open: true, closings: 0 });
  return opened.length + changes.length + closed.length;
}

function told({ cause, evidence }: FoundTrouble) {
  return { cause, status: typeof evidence.status === 'string' ? evidence.status : null, lastScanAt: typeof evidence.lastScanAt === 'string' ? evidence.lastScanAt : null };
}

type Event = { kind: 'wait'; hours: number } | { kind: 'scan'; status: ParcelRecord['status']; cause: ParcelRecord['cause'] } | { kind: 'promise'; days: number } | { kind: 'back' } | { kind: 'settle' } | { kind: 'dismiss' };
const event: fc.Arbitrary<Event> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 200 }) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('scan' as const), status: fc.constantFrom('in_transit', 'attempted', 'delayed', 'exception', 'out_for_delivery', 'ready_for_pickup', 'delivered'), cause: fc.constantFrom(null, 'customs', 'weather', 'address', 'lost') }) },
  fc.record({ kind: fc.constant('promise' as const), days: fc.integer({ min: 0, max: 9 }) }),
  fc.constant({ kind: 'back' as const }),
  fc.constant({ kind: 'settle' as const }),
  fc.constant({ kind: 'dismiss' as const }),
);

function happen(one: ParcelRecord, what: Event, now: number): ParcelRecord {
  const at = new Date(now).toISOString();
  if (what.kind === 'scan') return { ...one, status: what.status, cause: what.cause, status_since: at, last_scan_at: at, first_scan_at: one.first_scan_at ?? at, attempts: one.attempts + (what.status === 'attempted' ? 1 : 0), delivered_at: what.status === 'delivered' ? at : null };
  if (what.kind === 'promise') return { ...one, promised_to: new Date(now + what.days * 86_400_000).toISOString().slice(0, 10) };
  if (what.kind === 'back') return { ...one, going_back: true, status: 'exception', cause: 'returned_to_sender', status_since: at, last_scan_at: at };
  return what.kind === 'settle' ? { ...one, settled_at: at } : one;
}

describe('whatever happens to a parcel', () => {
  it('it has at most one trouble open, each opened is closed at most once, and looking again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        const table: Table = { rows: [] };
        let one = parcel({ status: 'pre_shipment', first_scan_at: null, last_scan_at: null, status_since: null });
        let now = Date.parse('2026-11-10T08:00:00Z');
        for (const what of events) {
          if (what.kind === 'wait') now += what.hours * 3_600_000;
          if (what.kind === 'dismiss') for (const row of table.rows) if (row.open) Object.assign(row, { open: false, outcome: 'dismissed', closings: row.closings + 1 });
          one = happen(one, what, now);
          settle(table, one, new Date(now));
          expect(settle(table, one, new Date(now))).toBe(0);
          expect(table.rows.filter(({ open }) => open).length).toBeLessThanOrEqual(1);
          if (what.kind === 'dismiss') expect(table.rows.filter(({ open }) => open)).toEqual([]);
        }
        for (const { closings, open } of table.rows) expect(closings).toBe(open ? 0 : 1);
        if (one.settled_at !== null || one.status === 'delivered') expect(table.rows.filter(({ open }) => open)).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });
});
