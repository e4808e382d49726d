/** How much more often people might write for not having been told; the test bets on each of them alike. */
const ratios = [1.25, 1.5, 2, 3, 5] as const;

/** At these odds harm is clear: without any, they are ever reached in fewer than one hold-out of twenty. */
export const clearHarm = 20;

/**
 * The odds for harm against none, from who wrote: of `wrote` people, so many had been held out.
 *
 * Sides are drawn by lot, so where silence does no harm each person who writes was held out with a chance of exactly `share`, whatever
 * the season and however long they waited. The likelihood ratio of such draws, averaged over a fixed set of alternatives, is a
 * non-negative martingale, and Ville's inequality bounds the chance that it ever passes 20 by 1/20: it may be looked at after every
 * letter (M. Lindon, A. Malek, Anytime-Valid Inference for Multinomial Count Data, NeurIPS 2022).
 */
export function oddsOfHarm(wrote: { heldOut: number; told: number }, share: number): number {
  const chance = share / 100;
  const odds = ratios.map((ratio) => {
    const whole = chance * ratio + 1 - chance;
    return Math.exp(wrote.heldOut * Math.log(ratio / whole) - wrote.told * Math.log(whole));
  });
  return odds.reduce((sum, one) => sum + one, 0) / ratios.length;
}
