import { z } from 'zod';
import { arrivalsOn, rangeHolding, type DayRange } from './arrivals.ts';
import { dayNumberIn, localDays, type DayNumber } from './calendar-day.ts';
import { calendarOf, finest } from './knowledge.ts';
import type { DeliveryCalendar } from './delivery-calendar.ts';
import { laneName } from './lane.ts';
import type { Reading } from './learning.ts';
import { replay, type KnownThen } from './replay.ts';
import { laneOf, type TransitSample } from './transit-sample.ts';

const figures = z.object({
  /** Parcels tried. */
  tested: z.number(),
  /** The share that arrived within its range. */
  coverage: z.number(),
  /** Days from the first to the last of a range, both counted. */
  meanWidth: z.number(),
  /** Days between the middle and the day it came. */
  meanError: z.number(),
});

export const backtestSchema = z.object({
  trained: z.number(),
  all: figures,
  /** Busiest first. */
  lanes: z.array(figures.extend({ lane: z.string() })),
});

export type Backtest = z.infer<typeof backtestSchema>;

/** Lanes with fewer tried parcels say nothing by themselves. */
const fewest = 5;
const most = 200;

/** How well ranges held: the older 70 % of parcels are learned from, the rest are tried with what was known, brought up to date weekly by what had arrived. */
export function backtest(samples: readonly TransitSample[], reading: Reading): Backtest {
  const all = newSum();
  const lanes = new Map<string, Sum>();
  const calendars = new Map<string, DeliveryCalendar>();
  const { trained } = replay(samples, reading, 7, (sample, known) => {
    const range = rangeWhenSent(sample, known, reading, calendars);
    if (!range) return;
    const arrived = dayNumberIn(reading.zoneOf(sample.destination, sample.destinationProvince), sample.deliveredAt);
    const name = laneName({ ...laneOf({ ...sample, destinationProvince: null }) });
    const lane = lanes.get(name) ?? newSum();
    lanes.set(name, lane);
    add(all, range, arrived);
    add(lane, range, arrived);
  });
  const busiest = [...lanes].filter(([, { tested }]) => tested >= fewest).sort(([, left], [, right]) => right.tested - left.tested);
  return { trained, all: figuresOf(all), lanes: busiest.slice(0, most).map(([lane, sum]) => ({ lane, ...figuresOf(sum) })) };
}

/** The range a parcel would have been given when it left, or null where nothing was known yet. */
export function rangeWhenSent(sample: TransitSample, known: KnownThen, reading: Reading, calendars: Map<string, DeliveryCalendar>): DayRange | null {
  const lane = laneOf(sample);
  const found = finest(known.transit, lane);
  if (!found) return null;
  const calendar = calendarOf(known.weeks, lane, calendars);
  return rangeHolding(arrivalsOn(found.known.curve, calendar, localDays(reading.zoneOf(sample.destination, sample.destinationProvince), sample.shippedAt)), found.known.spread);
}

interface Sum {
  tested: number;
  within: number;
  width: number;
  error: number;
}

function newSum(): Sum {
  return { tested: 0, within: 0, width: 0, error: 0 };
}

function add(sum: Sum, { from, middle, to }: DayRange, arrived: DayNumber): void {
  sum.tested += 1;
  sum.within += arrived >= from && arrived <= to ? 1 : 0;
  sum.width += to - from + 1;
  sum.error += Math.abs(arrived - middle);
}

function figuresOf({ tested, within, width, error }: Sum): Backtest['all'] {
  const of = Math.max(1, tested);
  return { tested, coverage: within / of, meanWidth: width / of, meanError: error / of };
}
