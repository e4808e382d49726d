import type { Gid } from '#sandbox/contract.ts';
import { type AdjustmentGroup, changeInventory } from '../change-inventory.ts';
import type { UserError } from '../user-error.ts';
import type { Change } from '../world.ts';

/** `InventoryAdjustQuantitiesInput`. */
export interface InventoryAdjustInput {
  name: string;
  reason: string;
  referenceDocumentUri?: string | null;
  changes: { inventoryItemId: Gid; locationId: Gid; delta: number; changeFromQuantity?: number | null }[];
}

/** `inventoryAdjustQuantities`: changes stock by differences. */
export function inventoryAdjustQuantities(change: Change, input: InventoryAdjustInput): { inventoryAdjustmentGroup: AdjustmentGroup | null; userErrors: UserError[] } {
  const wanted = input.changes.map(({ delta, changeFromQuantity, ...place }) => ({ ...place, change: { by: delta }, changeFromQuantity: changeFromQuantity ?? null }));
  return changeInventory(change, { ...input, field: 'changes', wanted, nameCode: 'INVALID_QUANTITY_NAME' });
}
