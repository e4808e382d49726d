import type { Outcome } from '#app/modules/returns/index.pure.ts';

/** Units of a line that are to come back, as far as somebody has chosen. */
export interface ChosenLine {
  lineId: string;
  units: number;
  reasonId: string | null;
  outcome: Outcome | null;
  variantId: string | null;
}

/** What was typed about a line. */
export interface TypedOfLine {
  lineId: string;
  note: string;
  answers: string[];
  exception: string;
}

/** How chosen lines are asked about: number, units, reason, outcome and form, parted by dots. */
export function writeLines(lines: readonly ChosenLine[]): string {
  return lines.map(({ lineId, units, reasonId, outcome, variantId }) => [lineId, units, reasonId ?? '', outcome ?? '', variantId ?? ''].join('.')).join(',');
}
