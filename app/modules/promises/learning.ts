import { day as oneDay } from '#app/kernel/time.ts';
import { arrivalsOn, promised, shareBefore } from './arrivals.ts';
import { dayNumberIn, localDays, weekday } from './calendar-day.ts';
import { deliveryHours, type DeliveryCalendar, type Week } from './delivery-calendar.ts';
import { countedAt, hourBins, shareBins, type Bins } from './distribution.ts';
import { calendarOf, finest, usualWeek, type Learned, type LearnedLane } from './knowledge.ts';
import { lanesOf, type LaneName } from './lane.ts';
import { atPace, paceBins, paceOfParcel, unchanged } from './pace.ts';
import { count, curveOf, newTally, pool, type Pooled, type Tally } from './tally.ts';
import { laneOf, type TransitSample } from './transit-sample.ts';

/**
 * After so many days a parcel says half as much of what is to come; how fast a lane is lately, and how wide its ranges must be, are followed
 * faster. Measured by `bench eta`: at 60 and 60 ranges stay needlessly wide for months after carriers grew faster, at 14 and 14
 * a small shop's follow noise.
 */
const halfLife = { lane: 30, spread: 15, pace: 14 };
/** A coarser lane counts as so many samples. */
const strength = { lane: 15, spread: 100, pace: 60 };
/** Lanes of fewer parcels are not kept: the coarser one says the same. */
const fewest = 5;
/** Longest silences as most carriers have them, for a shop that has seen few: nineteen of twenty are shorter than five days. */
const usualSilences = Float64Array.from({ length: hourBins.count }, (_, bin) => Math.exp(-hourBins.edge(bin) / 40) - Math.exp(-hourBins.edge(bin + 1) / 40));
const weekBins: Bins = { count: 7, binOf: (index) => index, edge: (bin) => bin };

/** How the parcels of a shop are read. */
export interface Reading {
  /** The shop's zone. */
  zone: string;
  /** The zone days are counted in at a destination. */
  zoneOf(destination: string | null, province: string | null): string;
  /** How the shop packs: days that count, for what lies between order and parcel. */
  work: DeliveryCalendar;
}

/** Learning under way. Its memory depends on the lanes seen, not on the parcels. */
export interface Learning {
  reading: Reading;
  weeks: ReadonlyMap<LaneName, Week>;
  calendars: Map<string, DeliveryCalendar>;
  transit: Tally;
  spread: Tally;
  pace: Tally;
  silence: Tally;
  processing: Tally;
}

export function startLearning(reading: Reading, weeks: ReadonlyMap<LaneName, Week>): Learning {
  return {
    reading,
    weeks,
    calendars: new Map(),
    transit: newTally(hourBins),
    spread: newTally(shareBins),
    pace: newTally(paceBins),
    silence: newTally(hourBins),
    processing: newTally(hourBins),
  };
}

/** On which days of the week parcels arrive, lane by lane. */
export function startWeeks(): Tally {
  return newTally(weekBins);
}

/** Counts the day a parcel arrived on. */
export function countWeekday(weeks: Tally, sample: TransitSample, { zoneOf }: Reading): void {
  const index = weekday(dayNumberIn(zoneOf(sample.destination, sample.destinationProvince), sample.deliveredAt)) - 1;
  count(weeks, lanesOf({ ...laneOf(sample), service: null }), index, weightAt(sample.deliveredAt));
}

/** The weeks that were counted, drawn towards the usual one. */
export function weeksOf(weeks: Tally): Map<LaneName, Week> {
  const total = usualWeek.reduce((sum, weight) => sum + weight, 0);
  const pooled = pool(weeks, 30, Float64Array.from(usualWeek, (weight) => weight / total), 30);
  return new Map([...pooled].map(([name, { counts }]) => [name, relativeTo(counts)]));
}

/** Each day as a share of a usual working day, the middle one of Monday to Friday; what waited over a weekend does not make Monday longer. */
function relativeTo(counts: Float64Array): Week {
  const usual = counts.slice(0, 5).sort((left, right) => left - right)[2] ?? 1;
  return [...counts].map((share) => Math.min(1, share / Math.max(1e-9, usual)));
}

/** Learns from a delivered parcel. Where something was learned before, it first says how wide its range should have been. */
export function learn(learning: Learning, sample: TransitSample, before: Learned['transit'] | null): void {
  if (sample.excepted) return;
  const lane = laneOf(sample);
  const lanes = lanesOf(lane);
  const weight = weightAt(sample.deliveredAt);
  const { work, zone: home, zoneOf } = learning.reading;
  const zone = zoneOf(sample.destination, sample.destinationProvince);
  const calendar = calendarOf(learning.weeks, lane, learning.calendars);
  const [shipped, arrived] = [localDays(zone, sample.shippedAt), localDays(zone, sample.deliveredAt)];
  const known = before && finest(before, lane);
  const hours = deliveryHours(calendar, shipped, arrived);
  if (known) {
    count(learning.spread, lanes, shareBefore(arrivalsOn(known.known.curve, calendar, shipped), Math.floor(arrived)), weightAt(sample.deliveredAt, halfLife.spread));
    count(learning.pace, lanes, paceOfParcel(known.known, hours), weightAt(sample.deliveredAt, halfLife.pace));
  }
  count(learning.transit, lanes, hours, weight);
  if (sample.silences.length > 0) count(learning.silence, lanes, Math.max(...sample.silences), weight);
  count(learning.processing, ['*/*/*/*'], deliveryHours(work, localDays(home, sample.placedAt), localDays(home, sample.shippedAt)), weight);
}

/** What is learned so far. */
export function learnedSoFar(learning: Learning): Learned {
  return {
    transit: transitSoFar(learning),
    silence: lanesOfTally(learning.silence, usualSilences),
    processing: lanesOfTally(learning.processing, null),
    weeks: learning.weeks,
  };
}

/** What is learned so far of transit alone, which is what is looked at while learning. */
export function transitSoFar(learning: Learning): Learned['transit'] {
  const paces = pool(learning.pace, strength.pace, unchanged, fewest);
  const lanes = lanesOfTally(learning.transit, null, pool(learning.spread, strength.spread, null, fewest));
  return new Map([...lanes].map(([name, lane]) => [name, atPace(lane, paces.get(name))]));
}

function lanesOfTally(tally: Tally, prior: Float64Array | null, spreads: ReadonlyMap<LaneName, Pooled> = new Map()): Map<LaneName, LearnedLane> {
  return new Map([...pool(tally, strength.lane, prior, fewest)].map(([name, lane]) => [name, learnedLane(name, lane, spreads)]));
}

function learnedLane(name: LaneName, lane: Pooled, spreads: ReadonlyMap<LaneName, Pooled>): LearnedLane {
  const scores = spreads.get(name);
  return { samples: lane.samples, weight: lane.weight, curve: curveOf(lane, hourBins), spread: scores ? countedAt(scores.counts, shareBins, promised) : promised, pace: 1 };
}

/** Weights are compared with each other only, so any moment can be the one that counts one. */
const epoch = Date.UTC(2020, 0, 1);

function weightAt(at: Date, days = halfLife.lane): number {
  return 2 ** ((at.getTime() - epoch) / (days * oneDay));
}
