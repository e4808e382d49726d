/** How many of so many did something. */
export interface Tally {
  of: number;
  did: number;
}

/** A share or a difference of shares, and the range the true one lies in with the stated confidence. */
export interface Interval {
  from: number;
  value: number;
  to: number;
}

/** Quantiles of the normal distribution for two-sided confidence. */
const quantiles = { 0.95: 1.959964, 0.98: 2.326348 } as const;
export type Confidence = keyof typeof quantiles;

/** A share with Wilson's score interval (E. B. Wilson, J. Am. Stat. Assoc. 22, 1927): right for few and for rare, never outside of 0 and 1. */
export function shareOf({ of, did }: Tally, confidence: Confidence): Interval {
  const z = quantiles[confidence];
  const value = did / of;
  const middle = (value + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z * Math.sqrt((value * (1 - value)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return { from: Math.max(0, middle - reach), value, to: Math.min(1, middle + reach) };
}

/**
 * How much larger one share is than another, by Newcombe's hybrid of two score intervals
 * (R. G. Newcombe, Stat. Med. 17, 1998, 873-890, method 10).
 */
export function differenceOf(larger: Tally, smaller: Tally, confidence: Confidence): Interval {
  const one = shareOf(larger, confidence);
  const other = shareOf(smaller, confidence);
  const value = one.value - other.value;
  return {
    from: value - Math.hypot(one.value - one.from, other.to - other.value),
    value,
    to: value + Math.hypot(one.to - one.value, other.value - other.from),
  };
}
