import type { ExchangeProblem } from '../choices/choice.ts';
import type { WantedUnits } from '../choices/exchanges-still-there.server.ts';

/** Where units of a variant lie; null for what nobody counts, or is sold on without stock. */
export interface CountedStock {
  itemId: string;
  places: { locationId: string; available: number }[];
}

/** Units to be set aside at one place, where so many were seen. */
export interface PlacedHold {
  variantId: string;
  itemId: string;
  locationId: string;
  quantity: number;
  seen: number;
}

/** Finds a place for each wish that has all of it, the fullest first; or says what there is too little of. What has no end needs no place. */
export function placeHolds(wanted: readonly WantedUnits[], stock: ReadonlyMap<string, CountedStock | null>): { holds: PlacedHold[]; problems: ExchangeProblem[] } {
  const units = new Map<string, number>();
  for (const { variantId, quantity } of wanted) units.set(variantId, (units.get(variantId) ?? 0) + quantity);
  const holds: PlacedHold[] = [];
  const problems: ExchangeProblem[] = [];
  for (const [variantId, quantity] of units) {
    const counted = stock.get(variantId);
    if (counted === null) continue;
    const [fullest] = [...(counted?.places ?? [])].sort((a, b) => b.available - a.available || a.locationId.localeCompare(b.locationId));
    const left = Math.max(0, fullest?.available ?? 0);
    if (!counted) problems.push({ variantId, problem: 'unknown', left: 0 });
    else if (!fullest || left < quantity) problems.push({ variantId, problem: left === 0 ? 'sold_out' : 'not_enough', left });
    else holds.push({ variantId, itemId: counted.itemId, locationId: fullest.locationId, quantity, seen: fullest.available });
  }
  return { holds, problems };
}
