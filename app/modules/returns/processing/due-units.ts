import type { AgreedReturn } from '../requests/request.ts';
import type { InspectionView, ReceivedView, ReturnView } from '../views.ts';
import { unitsToProcess } from './units-to-process.ts';

/** What of a return is to be processed by itself. */
export interface Due {
  units: { id: string; quantity: number }[];
  /** Everything that was agreed, at once: then it must come to exactly what was shown. */
  whole: boolean;
  /** Nothing comes back for it. */
  kept: boolean;
}

type Standing = Pick<ReturnView, 'exchangeLines' | 'lines' | 'status'> & {
  inspections: readonly Pick<InspectionView, 'accepted' | 'lineId' | 'quantity'>[];
  received: readonly Pick<ReceivedView, 'disposition' | 'quantity'>[];
};

/** What of an agreement decides when it is due. */
export type AgreedTerms = Pick<AgreedReturn, 'refundOn' | 'road'> & { lines: readonly Pick<AgreedReturn['lines'][number], 'units'>[] };

/** Looked at in Shopify's own admin, and nothing found that a person has to decide. */
const plain = new Set(['restocked', 'not_restocked']);

/**
 * The one rule that says what of an open return is processed without a person: what was agreed with its customer decides when. What was found missing or
 * refused, warranty cases, and returns that nothing was agreed for are left to people.
 */
export function dueUnits(view: Standing, { road, refundOn, lines }: AgreedTerms, parcel: 'arrived' | 'moving' | 'none'): Due | null {
  const left = unitsToProcess(view);
  if (view.status !== 'open' || road === 'warranty' || left.length === 0) return null;
  const kept = road === 'keep';
  const units = left.map(({ lineId, left: all, accepted }) => ({ id: lineId, quantity: isDue() ? all : byPeople(accepted, all) })).filter(({ quantity }) => quantity > 0);
  if (units.length === 0) return null;
  const wanted = lines.reduce((sum, row) => sum + row.units, 0);
  const whole = units.reduce((sum, { quantity }) => sum + quantity, 0) === wanted && view.lines.every(({ processed }) => processed === 0);
  // Goods of an exchange go out for all that comes back, and not for some of it.
  if (!whole && view.exchangeLines.some(({ quantity, processed }) => processed < quantity)) return null;
  return { units, whole, kept };

  function isDue(): boolean {
    if (kept) return true;
    if (refundOn === 'scan') return parcel !== 'none' || view.received.length > 0;
    return refundOn === 'receipt' && parcel === 'arrived';
  }

  /** What people looked at and accepted; where they did it in Shopify's admin, all of it once nothing is left to look at. */
  function byPeople(accepted: number, all: number): number {
    if (view.inspections.length > 0) return accepted;
    const looked = view.received.reduce((sum, { quantity }) => sum + quantity, 0);
    return looked >= view.lines.reduce((sum, { quantity }) => sum + quantity, 0) && view.received.every(({ disposition }) => plain.has(disposition)) ? all : 0;
  }
}
