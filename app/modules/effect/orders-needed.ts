import type { Tally } from '#app/kernel/interval.ts';

/** Quantiles of the normal distribution: 95 % confidence on both sides, and a chance of four in five to see what is there. */
const confidence = 1.959964;
const power = 0.841621;

/** Held out, people are taken to write this much more often: notices then spare a third of what would be asked. */
const worthSeeing = 1.5;

/** With fewer letters the usual rate is not known. */
const fewestLetters = 5;

/**
 * How many delayed orders it takes, counted so far included, to see with a chance of four in five that notices spare a third of the
 * letters; null while too few wrote to know how often people do. (J. L. Fleiss, Statistical Methods for Rates and Proportions, for
 * groups of unequal size.)
 */
export function ordersNeeded({ of, did }: Tally, share: number): number | null {
  if (did < fewestLetters) return null;
  const heldOut = share / 100;
  const told = 1 - heldOut;
  const rate = did / of / (told + heldOut * worthSeeing);
  const without = Math.min(1, rate * worthSeeing);
  const spread = (rate * (1 - rate)) / told + (without * (1 - without)) / heldOut;
  return Math.ceil(((confidence + power) ** 2 * spread) / (without - rate) ** 2);
}
