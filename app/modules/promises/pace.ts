import { countedAt, valueAt, type Bins } from './distribution.ts';
import type { LearnedLane } from './knowledge.ts';
import type { Pooled } from './tally.ts';

/** How many times longer than their lane's middle parcels took, as logarithms: from a third to three times. */
export const paceBins: Bins = {
  count: 120,
  binOf: (ratio) => Math.min(119, Math.max(0, Math.floor((ratio + 1.2) * 50))),
  edge: (bin) => bin / 50 - 1.2,
};

/** Where too few parcels arrived lately, the pace is what it was. */
export const unchanged = Float64Array.from({ length: paceBins.count }, (_, bin) => (bin === 59 || bin === 60 ? 0.5 : 0));

/** How long a parcel took beside the middle of its lane before any change of pace, as a logarithm. */
export function paceOfParcel({ curve, pace }: LearnedLane, hours: number): number {
  return Math.log(Math.max(1, hours) / Math.max(1, valueAt(curve, 0.5) / pace));
}

/** The lane as it goes now: a carrier that has just grown slower is so for parcels of every kind, long before the old ones have faded. */
export function atPace(lane: LearnedLane, lately: Pooled | undefined): LearnedLane {
  if (!lately) return lane;
  const pace = Math.round(Math.exp(countedAt(lately.counts, paceBins, 0.5)) * 1000) / 1000;
  return { ...lane, pace, curve: lane.curve.map((hours) => Math.round(hours * pace * 10) / 10) };
}
