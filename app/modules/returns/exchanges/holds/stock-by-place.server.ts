import { gid, numericId } from '#app/kernel/ids.ts';
import type { AdminClient } from '#app/platform/shopify/admin-client.ts';
import { StockByPlaceDocument } from '#app/platform/shopify/operations.generated.ts';
import type { CountedStock } from './place-holds.ts';

/** Asks where units of these variants lie right now, at places that send online orders; null for what has no end, nothing for what is unknown. */
export async function stockByPlace(admin: AdminClient, variantIds: readonly string[]): Promise<ReadonlyMap<string, CountedStock | null>> {
  const { nodes } = await admin.run(StockByPlaceDocument, { ids: variantIds.map((id) => gid('ProductVariant', id)) });
  return new Map(
    nodes.flatMap((node): [string, CountedStock | null][] => {
      if (node?.__typename !== 'ProductVariant') return [];
      const { id, inventoryItem, inventoryPolicy } = node;
      const variantId = numericId('ProductVariant', id);
      if (!inventoryItem.tracked || inventoryPolicy === 'CONTINUE') return [[variantId, null]];
      const places = inventoryItem.inventoryLevels.nodes
        .filter(({ location }) => location.isActive && location.fulfillsOnlineOrders)
        .map(({ location, quantities }) => ({ locationId: numericId('Location', location.id), available: quantities[0]?.quantity ?? 0 }));
      return [[variantId, { itemId: numericId('InventoryItem', inventoryItem.id), places }]];
    }),
  );
}
