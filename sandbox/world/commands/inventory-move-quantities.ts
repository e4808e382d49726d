import type { Gid } from '#sandbox/contract.ts';
import { type AdjustmentGroup, REASONS } from '../change-inventory.ts';
import type { StockLevel, VariantRecord } from '../records.ts';
import { moveStock, reservedAt } from '../stock.ts';
import { NotModelled, type UserError, userError } from '../user-error.ts';
import type { Change, Reading } from '../world.ts';

/** `InventoryMoveQuantityTerminalInput`. */
interface Terminal {
  name: string;
  locationId: Gid;
  ledgerDocumentUri?: string | null;
  changeFromQuantity?: number | null;
}

/** `InventoryMoveQuantityChange`. */
interface Move {
  inventoryItemId: Gid;
  quantity: number;
  from: Terminal;
  to: Terminal;
}

/** `InventoryMoveQuantitiesInput`. */
export interface InventoryMoveInput {
  reason: string;
  referenceDocumentUri: string;
  changes: Move[];
}

const names = new Set(['available', 'reserved']);
const notModelled = new Set(['damaged', 'quality_control', 'safety_stock']);

/** `inventoryMoveQuantities`: units set aside, or let go again, where they lie. All moves or none. */
export function inventoryMoveQuantities(change: Change, { reason, referenceDocumentUri, changes }: InventoryMoveInput): { inventoryAdjustmentGroup: AdjustmentGroup | null; userErrors: UserError[] } {
  const wrong = changes.flatMap((move, at) => refuse(change, move, ['input', 'changes', String(at)]));
  if (!REASONS.has(reason)) wrong.unshift(userError(['input', 'reason'], 'The specified reason is invalid.', 'INVALID_REASON'));
  if (!isUri(referenceDocumentUri)) wrong.unshift(userError(['input', 'referenceDocumentUri'], 'The specified reference document is invalid.', 'INVALID_REFERENCE_DOCUMENT'));
  if (wrong.length > 0) return { inventoryAdjustmentGroup: null, userErrors: wrong };
  const done = changes.flatMap((move) => carryOut(change, move));
  return { inventoryAdjustmentGroup: { id: change.newId('InventoryAdjustmentGroup'), createdAt: change.now, reason, referenceDocumentUri, changes: done }, userErrors: [] };
}

function refuse(world: Reading, { inventoryItemId, quantity, from, to }: Move, at: string[]): UserError[] {
  const wrong = (path: string[], message: string, code: string) => [userError([...at, ...path], message, code)];
  for (const { name } of [from, to]) if (notModelled.has(name)) throw new NotModelled(`stock that is ${name}`);
  if (!names.has(from.name)) return wrong(['from', 'name'], 'The specified quantity name is invalid.', 'INVALID_QUANTITY_NAME');
  if (!names.has(to.name)) return wrong(['to', 'name'], 'The specified quantity name is invalid.', 'INVALID_QUANTITY_NAME');
  if (from.name === to.name) return wrong([], "The quantity names for each change can't be the same.", 'SAME_QUANTITY_NAME');
  if (from.locationId !== to.locationId) return wrong([], "The quantities can't be moved between different locations.", 'DIFFERENT_LOCATIONS');
  if (quantity < 0) return wrong(['quantity'], "The quantity can't be negative.", 'INVALID_QUANTITY_NEGATIVE');
  const papers = [...refuseDocument(from, [...at, 'from']), ...refuseDocument(to, [...at, 'to'])];
  if (papers.length > 0) return papers;
  const variant = variantOf(world, inventoryItemId);
  if (!variant) return wrong(['inventoryItemId'], 'The specified inventory item could not be found.', 'INVALID_INVENTORY_ITEM');
  if (!variant.tracked) return wrong(['inventoryItemId'], 'The specified inventory item is not allowed to be adjusted via API.', 'NON_MUTABLE_INVENTORY_ITEM');
  const level = levelAt(variant, from.locationId);
  if (!world.locations.get(from.locationId) || !level) return wrong(['from', 'locationId'], 'The specified location could not be found.', 'INVALID_LOCATION');
  for (const terminal of [from, to]) {
    if (terminal.changeFromQuantity != null && terminal.changeFromQuantity !== quantityOf(level, terminal.name)) {
      return wrong([terminal === from ? 'from' : 'to', 'changeFromQuantity'], 'The changeFromQuantity value does not match the persisted quantity.', 'CHANGE_FROM_QUANTITY_STALE');
    }
  }
  const aside = level.reserved?.[from.ledgerDocumentUri ?? ''] ?? 0;
  if (from.name === 'reserved' && aside < quantity) return wrong(['quantity'], "The quantities couldn't be moved. Try again.", 'MOVE_QUANTITIES_FAILED');
  return [];
}

/** What is for sale has no document; whatever else there is of an item has one of the app's own. */
function refuseDocument({ name, ledgerDocumentUri }: Terminal, at: string[]): UserError[] {
  const wrong = (message: string, code: string) => [userError([...at, 'ledgerDocumentUri'], message, code)];
  if (name === 'available') return ledgerDocumentUri ? wrong('A ledger document URI is not allowed when adjusting available.', 'INVALID_AVAILABLE_DOCUMENT') : [];
  if (!ledgerDocumentUri) return wrong('A ledger document URI is required except when adjusting available.', 'INVALID_QUANTITY_DOCUMENT');
  if (ledgerDocumentUri.startsWith('gid://shopify/')) return wrong('Internal (gid://shopify/) ledger documents are not allowed to be adjusted via API.', 'INTERNAL_LEDGER_DOCUMENT');
  return isUri(ledgerDocumentUri) ? [] : wrong('The specified ledger document is invalid.', 'INVALID_LEDGER_DOCUMENT');
}

function carryOut(change: Change, { inventoryItemId, quantity, from, to }: Move): AdjustmentGroup['changes'] {
  const before = variantOf(change, inventoryItemId);
  if (!before) return [];
  const document = from.ledgerDocumentUri ?? to.ledgerDocumentUri ?? '';
  const by = to.name === 'reserved' ? quantity : -quantity;
  const stock = before.stock.map((level) => {
    if (level.locationId !== from.locationId) return level;
    const { [document]: aside = 0, ...others } = level.reserved ?? {};
    return { ...level, reserved: aside + by > 0 ? { ...others, [document]: aside + by } : others };
  });
  change.put('variants', { ...before, stock });
  moveStock(change, before.id, from.locationId, { available: -by, committed: 0 });
  const after = variantOf(change, inventoryItemId);
  const level = after && levelAt(after, from.locationId);
  return [from, to].map(({ name, ledgerDocumentUri }) => ({
    name,
    delta: name === from.name ? -quantity : quantity,
    quantityAfterChange: level ? quantityOf(level, name) : 0,
    ledgerDocumentUri: ledgerDocumentUri ?? null,
  }));
}

function variantOf(world: Reading, inventoryItemId: Gid): VariantRecord | undefined {
  return world.variants.where('inventoryItem', inventoryItemId)[0];
}

function levelAt(variant: VariantRecord, locationId: Gid): StockLevel | undefined {
  return variant.stock.find((level) => level.locationId === locationId);
}

function quantityOf(level: StockLevel, name: string): number {
  return name === 'available' ? level.available : reservedAt(level);
}

function isUri(text: string): boolean {
  return URL.canParse(text) && /^[a-z][a-z0-9+.-]*:\/\/.+/i.test(text);
}
