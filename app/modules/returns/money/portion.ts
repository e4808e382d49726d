/** `part / whole` of an amount, rounded half away from zero; exact for every amount a shop can hold. */
export function portion(minor: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  const product = BigInt(Math.abs(minor)) * BigInt(part) * 2n + BigInt(whole);
  const rounded = Number(product / (BigInt(whole) * 2n));
  return minor < 0 && rounded > 0 ? -rounded : rounded;
}

/** A percentage of an amount; Shopify counts percentages with four decimals. */
export function percentOf(minor: number, percentage: number): number {
  return portion(minor, Math.round(percentage * 10_000), 1_000_000);
}

/** What of an amount over `whole` units falls on the next `units` after `gone`: unit by unit sums to the amount. */
export function nextUnits(minor: number, units: number, { gone, whole }: { gone: number; whole: number }): number {
  return portion(minor, gone + units, whole) - portion(minor, gone, whole);
}

/** The sum of some amounts. */
export function sumOf(amounts: Iterable<number>): number {
  let sum = 0;
  for (const amount of amounts) sum += amount;
  return sum;
}
