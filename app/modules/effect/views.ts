import type { HoldOut } from './hold-out.ts';
import type { Confidence, Interval, Tally } from '#app/kernel/interval.ts';

/** With fewer on a side an interval says nothing that helps anybody. */
export const fewestCounted = 20;

/** What became of one side of a hold-out. */
export interface ArmResult {
  enrolled: number;
  counted: Tally;
  /** Which share of them wrote; null where too few were counted. */
  share: Interval | null;
}

/** What a hold-out shows so far. */
export interface Effect {
  holdOut: HoldOut;
  told: ArmResult;
  heldOut: ArmResult;
  /** How much more often people write who are not told; null where too few were counted. */
  difference: Interval | null;
  confidence: Confidence;
  /** As many take part on each side as the share says; false where something is wrong with the measurement. */
  sound: boolean;
  /** The odds that silence does harm, and those at which it ends by itself. */
  odds: number;
  /** Delayed orders it takes in all to see whether notices spare a third of the letters; null while that cannot be told. */
  needed: number | null;
  /** Days until then at the pace so far; null where it is reached or cannot be told. */
  daysLeft: number | null;
}

/** What the page of the effect shows: the hold-out that runs or ran last, and those before. */
export interface EffectView {
  latest: Effect | null;
  earlier: Effect[];
}
