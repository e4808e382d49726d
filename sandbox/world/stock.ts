import type { Gid } from '#sandbox/contract.ts';
import type { LocationRecord, StockLevel, VariantRecord } from './records.ts';
import type { Change, Reading } from './world.ts';

/** The location that ships `quantity` of a variant: the first that has it, else the primary one. */
export function shippingLocation(world: Reading, variantId: Gid | null, quantity: number): LocationRecord | null {
  const open = [...world.locations.all()].filter((location) => location.isActive && location.fulfillsOnlineOrders);
  const primary = open.find((location) => location.isPrimary) ?? open[0] ?? null;
  const variant = variantId === null ? null : world.variants.get(variantId);
  if (!variant?.tracked) return primary;
  const holding = open.filter((location) => (stockAt(variant, location.id)?.available ?? 0) >= quantity);
  return holding.find((location) => location.isPrimary) ?? holding[0] ?? primary;
}

/** What a variant has for sale over all locations. */
export function availableOf(variant: VariantRecord): number {
  return variant.stock.reduce((sum, level) => sum + level.available, 0);
}

/** What a location has set aside of a variant. */
export function reservedAt({ reserved = {} }: Pick<StockLevel, 'reserved'>): number {
  return Object.values(reserved).reduce((sum, quantity) => sum + quantity, 0);
}

/** Moves stock of a tracked variant at one location; untracked ones are left alone. */
export function moveStock(change: Change, variantId: Gid | null, locationId: Gid, by: { available: number; committed: number }): void {
  const variant = variantId === null ? null : change.variants.get(variantId);
  if (!variant?.tracked) return;
  const level = stockAt(variant, locationId) ?? { locationId, available: 0, committed: 0 };
  const moved = { ...level, available: level.available + by.available, committed: Math.max(0, level.committed + by.committed) };
  const others = variant.stock.filter((other) => other.locationId !== locationId);
  change.put('variants', { ...variant, stock: [...others, moved], updatedAt: change.now });
  const product = change.products.get(variant.productId);
  if (product) change.put('products', { ...product, updatedAt: change.now });
  change.emit('inventory_levels/update', variant.inventoryItemId);
}

function stockAt(variant: VariantRecord, locationId: Gid) {
  return variant.stock.find((level) => level.locationId === locationId);
}
