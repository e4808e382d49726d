import type { InspectionView } from '../views.ts';
import { refusedUnits } from './inspections.ts';

/** Units of a line that may still be processed, and of them those that were looked at and accepted. */
export interface UnitsLeft {
  lineId: string;
  left: number;
  accepted: number;
}

type Standing = { inspections: readonly Pick<InspectionView, 'accepted' | 'lineId' | 'quantity'>[]; lines: readonly { id: string; title: string | null; quantity: number; processed: number }[] };

/** What of each line may still be processed: not what was processed already, nor what was refused. What Shopify could not match to the order is left to its own admin. */
export function unitsToProcess({ lines, inspections }: Standing): UnitsLeft[] {
  const refused = refusedUnits(inspections);
  return lines.flatMap(({ id: lineId, title, quantity, processed }) => {
    const left = quantity - processed - (refused.get(lineId) ?? 0);
    const accepted = inspections.filter((row) => row.lineId === lineId && row.accepted).reduce((sum, row) => sum + row.quantity, -processed);
    return title === null || left <= 0 ? [] : [{ lineId, left, accepted: Math.max(0, Math.min(left, accepted)) }];
  });
}
