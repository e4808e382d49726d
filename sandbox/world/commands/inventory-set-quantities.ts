import type { Gid } from '#sandbox/contract.ts';
import { type AdjustmentGroup, changeInventory } from '../change-inventory.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `InventorySetQuantitiesInput`. */
export interface InventorySetInput {
  name: string;
  reason: string;
  referenceDocumentUri?: string | null;
  quantities: { inventoryItemId: Gid; locationId: Gid; quantity: number; changeFromQuantity?: number | null }[];
}

/** `inventorySetQuantities`: sets stock to quantities. */
export function inventorySetQuantities(change: Change, input: InventorySetInput): { inventoryAdjustmentGroup: AdjustmentGroup | null; userErrors: UserError[] } {
  const places = new Set(input.quantities.map((row) => `${row.inventoryItemId} ${row.locationId}`));
  if (places.size < input.quantities.length) {
    const error = userError(['input', 'quantities'], 'The combination of inventoryItemId and locationId must be unique.', 'NO_DUPLICATE_INVENTORY_ITEM_ID_GROUP_ID_PAIR');
    return { inventoryAdjustmentGroup: null, userErrors: [error] };
  }
  const negative = input.quantities.findIndex((row) => row.quantity < 0);
  if (negative >= 0) {
    const error = userError(['input', 'quantities', String(negative), 'quantity'], "The quantity can't be negative.", 'INVALID_QUANTITY_NEGATIVE');
    return { inventoryAdjustmentGroup: null, userErrors: [error] };
  }
  const wanted = input.quantities.map(({ quantity, changeFromQuantity, ...place }) => ({ ...place, change: { to: quantity }, changeFromQuantity: changeFromQuantity ?? null }));
  return changeInventory(change, { ...input, field: 'quantities', wanted, nameCode: 'INVALID_NAME' });
}
