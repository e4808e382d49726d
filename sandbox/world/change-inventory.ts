import type { Gid } from '#sandbox/contract.ts';
import { moveStock } from './stock.ts';
import { type UserError, userError } from './user-error.ts';
import type { Change } from './world.ts';

export const REASONS: ReadonlySet<string> = new Set(['correction', 'cycle_count_available', 'damaged', 'movement_canceled', 'movement_created', 'movement_received', 'movement_updated', 'other', 'promotion', 'quality_control', 'received', 'reservation_created', 'reservation_deleted', 'reservation_updated', 'restock', 'safety_stock', 'shrinkage']);

/** What a change of stock did, as `InventoryAdjustmentGroup`. */
export interface AdjustmentGroup {
  id: Gid;
  createdAt: string;
  reason: string;
  referenceDocumentUri: string | null;
  changes: { name: string; delta: number; quantityAfterChange: number; ledgerDocumentUri: string | null }[];
}

/** One wanted change: by a difference, or to a quantity. */
export interface WantedChange {
  inventoryItemId: Gid;
  locationId: Gid;
  change: { by: number } | { to: number };
  changeFromQuantity: number | null;
}

/** Both inventory mutations: all changes or none, on tracked items and the `available` quantity only. */
export function changeInventory(
  change: Change,
  input: { name: string; reason: string; referenceDocumentUri?: string | null; field: string; wanted: WantedChange[]; nameCode: string },
): { inventoryAdjustmentGroup: AdjustmentGroup | null; userErrors: UserError[] } {
  const userErrors: UserError[] = [];
  if (input.name !== 'available') userErrors.push(userError(['input', 'name'], 'The specified quantity name is invalid.', input.nameCode));
  if (!REASONS.has(input.reason)) userErrors.push(userError(['input', 'reason'], 'The specified reason is invalid.', 'INVALID_REASON'));
  input.wanted.forEach((wanted, index) => {
    const field = (name: string) => ['input', input.field, String(index), name];
    const [variant] = change.variants.where('inventoryItem', wanted.inventoryItemId);
    const level = variant?.stock.find((candidate) => candidate.locationId === wanted.locationId);
    if (!variant) userErrors.push(userError(field('inventoryItemId'), 'The specified inventory item could not be found.', 'INVALID_INVENTORY_ITEM'));
    else if (!variant.tracked) userErrors.push(userError(field('inventoryItemId'), 'The specified inventory item is not allowed to be adjusted via API.', 'NON_MUTABLE_INVENTORY_ITEM'));
    if (!change.locations.get(wanted.locationId)) userErrors.push(userError(field('locationId'), 'The specified location could not be found.', 'INVALID_LOCATION'));
    if (wanted.changeFromQuantity !== null && wanted.changeFromQuantity !== (level?.available ?? 0)) {
      userErrors.push(userError(field('changeFromQuantity'), 'The changeFromQuantity value does not match the persisted quantity.', 'CHANGE_FROM_QUANTITY_STALE'));
    }
  });
  if (userErrors.length > 0) return { inventoryAdjustmentGroup: null, userErrors };
  const changes = input.wanted.flatMap((wanted) => {
    const [variant] = change.variants.where('inventoryItem', wanted.inventoryItemId);
    if (!variant) return [];
    const before = variant.stock.find((candidate) => candidate.locationId === wanted.locationId)?.available ?? 0;
    const delta = 'by' in wanted.change ? wanted.change.by : wanted.change.to - before;
    moveStock(change, variant.id, wanted.locationId, { available: delta, committed: 0 });
    return [{ name: 'available', delta, quantityAfterChange: before + delta, ledgerDocumentUri: null }];
  });
  const inventoryAdjustmentGroup = {
    id: change.newId('InventoryAdjustmentGroup'),
    createdAt: change.now,
    reason: input.reason,
    referenceDocumentUri: input.referenceDocumentUri ?? null,
    changes,
  };
  return { inventoryAdjustmentGroup, userErrors: [] };
}
