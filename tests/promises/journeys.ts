import type { Learned, PromiseKnowledge } from '../../app/modules/promises/knowledge.ts';
import { nothingLearned } from '../../app/modules/promises/knowledge.ts';
import { workCalendar } from '../../app/modules/promises/learned-estimate.ts';
import { learnedSoFar, type Reading } from '../../app/modules/promises/learning.ts';
import type { Journey } from '../../app/modules/promises/promise.ts';
import { learnInOrder } from '../../app/modules/promises/replay.ts';
import { promiseRulesSetting, type PromiseRules } from '../../app/modules/promises/rules.ts';
import type { TransitSample } from '../../app/modules/promises/transit-sample.ts';

const initial = promiseRulesSetting.initial;

/** How the simulated parcels are read: their clocks are UTC. */
export const reading: Reading = { zone: 'UTC', zoneOf: () => 'UTC', work: workCalendar(initial, 'DE') };

/** A shop in Berlin that has learned what is given, with rules changed as given. */
export function knowing(learned: Learned = nothingLearned, rules: Partial<PromiseRules> = {}, more: Partial<PromiseKnowledge> = {}): PromiseKnowledge {
  return { now: new Date('2026-11-23T09:00:00Z'), zone: 'Europe/Berlin', rules: { ...initial, origin: 'DE', ...rules }, disruptions: [], stretches: [], learned, calendars: new Map(), ...more };
}

/** A parcel within Germany, sent on Monday, 23 November 2026. */
export function journey(changes: Partial<Journey> = {}): Journey {
  return {
    carrier: 'dhl_parcel_de',
    service: 'Paket',
    origin: 'DE',
    destination: 'DE',
    destinationProvince: null,
    placedAt: new Date('2026-11-20T10:00:00Z'),
    shippedAt: new Date('2026-11-23T14:00:00Z'),
    firstScanAt: null,
    lastScanAt: null,
    status: 'in_transit',
    told: null,
    ...changes,
  };
}

/** What a shop knows after these parcels. */
export function learnedFrom(samples: readonly TransitSample[]): Learned {
  return learnedSoFar(learnInOrder([...samples].sort((left, right) => left.deliveredAt.getTime() - right.deliveredAt.getTime()), reading));
}
