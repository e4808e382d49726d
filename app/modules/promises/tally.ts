import { countedAt, levels, type Bins, type Curve } from './distribution.ts';
import { laneOfName, lanesOf, type LaneName } from './lane.ts';

/** What is counted of one lane. Memory is the same for a thousand samples and a million. */
interface Count {
  counts: Float64Array;
  samples: number;
  sum: number;
  squares: number;
}

/** Values sorted into bins, lane by lane, the old ones weighing less. */
export interface Tally {
  bins: Bins;
  lanes: Map<LaneName, Count>;
}

/** What is known of a lane after it was drawn towards the coarser ones. */
export interface Pooled {
  samples: number;
  /** Samples worth as much as these, had they all been fresh. */
  weight: number;
  counts: Float64Array;
}

export function newTally(bins: Bins): Tally {
  return { bins, lanes: new Map() };
}

/** Counts a value for every lane it belongs to. */
export function count(tally: Tally, lanes: readonly LaneName[], value: number, weight: number): void {
  const bin = tally.bins.binOf(value);
  for (const name of lanes) {
    let lane = tally.lanes.get(name);
    if (!lane) tally.lanes.set(name, (lane = { counts: new Float64Array(tally.bins.count), samples: 0, sum: 0, squares: 0 }));
    lane.counts[bin] = (lane.counts[bin] ?? 0) + weight;
    lane.samples += 1;
    lane.sum += weight;
    lane.squares += weight * weight;
  }
}

/**
 * Every lane as a mixture of its own samples and the next coarser lane, which counts as `strength` samples: a lane with few samples is
 * nearly the coarser one, a lane with many is nearly itself, and there is no number at which that jumps. `prior` stands above the coarsest.
 */
export function pool(tally: Tally, strength: number, prior: Float64Array | null, fewest = 1): Map<LaneName, Pooled> {
  const pooled = new Map<LaneName, Pooled>();
  for (const [name, own] of tally.lanes) {
    if (own.samples < fewest && name !== allParcels) continue;
    const counts = new Float64Array(tally.bins.count);
    if (prior) add(counts, prior, 1);
    for (const ancestor of lanesOf(laneOfName(name))) {
      const lane = tally.lanes.get(ancestor);
      if (!lane) continue;
      const weight = effective(lane);
      const above = counts.some((held) => held > 0) ? strength : 0;
      const share = weight / (weight + above);
      for (let bin = 0; bin < counts.length; bin += 1) counts[bin] = (counts[bin] ?? 0) * (1 - share) + ((lane.counts[bin] ?? 0) / lane.sum) * share;
    }
    pooled.set(name, { samples: own.samples, weight: effective(own), counts });
  }
  return pooled;
}

/** The lane of all parcels. */
export const allParcels: LaneName = '*/*/*/*';

/** Kish's count: a hundred samples of which ten are fresh weigh little more than ten. */
function effective({ sum, squares }: Count): number {
  return squares === 0 ? 0 : (sum * sum) / squares;
}

/** A pooled lane as the curve that is kept. */
export function curveOf({ counts }: Pooled, bins: Bins): Curve {
  return levels.map((level) => Math.round(countedAt(counts, bins, level) * 10) / 10);
}

function add(target: Float64Array, source: Float64Array, weight: number): void {
  for (let bin = 0; bin < target.length; bin += 1) target[bin] = (target[bin] ?? 0) + (source[bin] ?? 0) * weight;
}
