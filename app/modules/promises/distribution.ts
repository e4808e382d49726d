/** Shares at which a learned distribution is kept. */
export const levels: readonly number[] = [0.005, 0.01, 0.025, ...Array.from({ length: 19 }, (_, at) => (at + 1) / 20), 0.975, 0.99, 0.995];

/** A distribution of hours: its value at each of `levels`, rising. */
export type Curve = readonly number[];

const first = levels[0] ?? 0;
const last = levels.at(-1) ?? 1;
const ninetieth = levels.indexOf(0.9);

/** The value below which this share lies. */
export function valueAt(curve: Curve, share: number): number {
  if (share <= first) return (curve[0] ?? 0) * Math.max(0, share / first);
  if (share >= last) return end(curve) + 2 * tail(curve) * (Math.sqrt((1 - last) / Math.max(1e-9, 1 - share)) - 1);
  let at = 1;
  while ((levels[at] ?? 1) < share) at += 1;
  const [low, high] = [levels[at - 1] ?? 0, levels[at] ?? 1];
  const [from, to] = [curve[at - 1] ?? 0, curve[at] ?? 0];
  return from + ((to - from) * (share - low)) / (high - low);
}

/** The share that lies at or below a value. */
export function shareBelow(curve: Curve, value: number): number {
  return 1 - shareAbove(curve, value);
}

/**
 * The share that lies above a value. Beyond the last level it thins out ever more slowly (a Lomax tail): the longer a parcel is overdue,
 * the longer it may still take.
 */
export function shareAbove(curve: Curve, value: number): number {
  const start = curve[0] ?? 0;
  if (value <= 0) return 1;
  if (value < start) return 1 - (first * value) / start;
  if (value >= end(curve)) return (1 - last) / (1 + (value - end(curve)) / (2 * tail(curve))) ** 2;
  let at = 1;
  while ((curve[at] ?? Infinity) <= value) at += 1;
  const [low, high] = [levels[at - 1] ?? 0, levels[at] ?? 1];
  const [from, to] = [curve[at - 1] ?? 0, curve[at] ?? 0];
  return 1 - low - ((high - low) * (value - from)) / (to - from);
}

function end(curve: Curve): number {
  return curve.at(-1) ?? 0;
}

/** How far the end of the curve reaches out, in hours. */
function tail(curve: Curve): number {
  return Math.max(12, (end(curve) - (curve[ninetieth] ?? 0)) / Math.log((1 - 0.9) / (1 - last)));
}

/** What stands for a distribution while it is counted: how values are sorted into bins. */
export interface Bins {
  count: number;
  binOf(value: number): number;
  /** The lower edge of a bin; of `count`, the upper edge of the last. */
  edge(bin: number): number;
}

/** Hours up to a hundred days, finely where parcels mostly are. */
export const hourBins: Bins = {
  count: 270,
  binOf: (hours) => (hours < 240 ? Math.max(0, Math.floor(hours / 2)) : hours < 720 ? 120 + Math.floor((hours - 240) / 6) : Math.min(269, 200 + Math.floor((hours - 720) / 24))),
  edge: (bin) => (bin <= 120 ? bin * 2 : bin <= 200 ? 240 + (bin - 120) * 6 : 720 + (bin - 200) * 24),
};

/** Shares from 0 to 1. */
export const shareBins: Bins = { count: 100, binOf: (share) => Math.min(99, Math.max(0, Math.floor(share * 100))), edge: (bin) => bin / 100 };

/** The value below which this share of the counted weight lies. */
export function countedAt(counts: Float64Array, bins: Bins, share: number): number {
  const wanted = share * counts.reduce((sum, count) => sum + count, 0);
  let sum = 0;
  for (let bin = 0; bin < bins.count; bin += 1) {
    const count = counts[bin] ?? 0;
    if (count > 0 && sum + count >= wanted) return bins.edge(bin) + (bins.edge(bin + 1) - bins.edge(bin)) * ((wanted - sum) / count);
    sum += count;
  }
  return bins.edge(bins.count);
}
