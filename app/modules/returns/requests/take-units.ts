import type { ReturnableUnits } from './returnable-now.server.ts';

/** Units to be taken back, each from the parcels that its line came in; null where there are not so many. What is asked for first is served first. */
export function takeUnits<Wish extends { lineId: string; units: number }>(returnable: readonly ReturnableUnits[], wishes: readonly Wish[]): { wish: Wish; fulfillmentLineItemId: string; quantity: number }[] | null {
  const left = returnable.map((row) => ({ ...row }));
  const taken: { wish: Wish; fulfillmentLineItemId: string; quantity: number }[] = [];
  for (const wish of wishes) {
    let missing = wish.units;
    for (const row of left) {
      const quantity = row.lineId === wish.lineId ? Math.min(missing, row.quantity) : 0;
      if (quantity === 0) continue;
      row.quantity -= quantity;
      missing -= quantity;
      taken.push({ wish, fulfillmentLineItemId: row.fulfillmentLineItemId, quantity });
    }
    if (missing > 0) return null;
  }
  return taken;
}
