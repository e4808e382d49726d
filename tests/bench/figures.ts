/** One measured figure beside what it must reach. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  /** `at least` or `at most` this; null for a figure that is only told. */
  target: { atLeast: number } | { atMost: number } | null;
}

/** Prints the figures as a table and, last, as one JSON object; true where every target is met. */
export function report(bench: string, figures: readonly Figure[]): boolean {
  const judged = figures.map((figure) => ({ ...figure, value: Math.round(figure.value * 1000) / 1000, met: isMet(figure) }));
  for (const { name, value, unit, target, met } of judged) {
    const wanted = target === null ? '' : 'atLeast' in target ? `(at least ${target.atLeast})` : `(at most ${target.atMost})`;
    console.log(`${met ? ' ok ' : 'MISS'}  ${name.padEnd(44)} ${String(value).padStart(10)} ${unit} ${wanted}`);
  }
  const met = judged.every((figure) => figure.met);
  console.log(JSON.stringify({ bench, met, figures: Object.fromEntries(judged.map(({ name, value, unit, target, met: ok }) => [name, { value, unit, target, met: ok }])) }));
  return met;
}

function isMet({ value, target }: Figure): boolean {
  if (target === null) return true;
  return 'atLeast' in target ? value >= target.atLeast : value <= target.atMost;
}

/** The value below which this share of the sorted values lies. */
export function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
