import type { FoundUnits } from './finding.ts';
import type { ReverseLine } from './reverse-work.server.ts';

/** Found units on the work they belong to. */
export interface Allotted extends FoundUnits {
  reverseLineId: string;
  workId: string;
}

/** Lays found units on what is still to be looked at, line by line; null where there are more than that. */
export function allot(rows: readonly FoundUnits[], lines: readonly ReverseLine[]): Allotted[] | null {
  const left = new Map(lines.map((line) => [line.id, line.quantity - line.disposed]));
  const allotted: Allotted[] = [];
  for (const row of rows) {
    let missing = row.quantity;
    for (const line of lines.filter(({ lineId }) => lineId === row.lineId)) {
      const part = Math.min(missing, left.get(line.id) ?? 0);
      if (part <= 0) continue;
      left.set(line.id, (left.get(line.id) ?? 0) - part);
      missing -= part;
      allotted.push({ ...row, quantity: part, reverseLineId: line.id, workId: line.workId });
    }
    if (missing > 0) return null;
  }
  return allotted;
}
