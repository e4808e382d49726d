import { gid } from '#app/kernel/ids.ts';
import { AdminApiError, ShopAccessLost, UserErrors } from '#app/platform/shopify/errors.ts';
import { MoveStockDocument } from '#app/platform/shopify/operations.generated.ts';
import type { ShopContext } from '#app/platform/shops/shop-context.ts';
import type { Hold } from './hold-store.server.ts';

/**
 * What came of moving units. `stale`: others were there first, nothing moved. `refused`: Shopify will not, nothing moved. `denied`: the shop
 * does not let us. `unknown`: nobody knows, and asking the same again tells.
 */
export type Moved = 'denied' | 'done' | 'refused' | 'stale' | 'unknown';

/** Not the end of it: the same key asked again is answered. */
const askAgain = new Set(['IDEMPOTENCY_CONCURRENT_REQUEST', 'SERVICE_UNAVAILABLE']);

/** Sets the units of a hold aside, if as many are there as were seen. Asked again it is the same move: Shopify knows its key, and should it have forgotten it, the number seen. */
export function setAside({ admin, log }: Pick<ShopContext, 'admin' | 'log'>, hold: Hold): Promise<Moved> {
  return move({ admin, log }, hold, { key: hold.id, reason: 'reservation_created', from: { ...shelf(hold), changeFromQuantity: hold.seen }, to: document(hold) });
}

/** Puts the units of a hold back for sale. No more goes back than was set aside under its name, however often it is asked. */
export function putBack({ admin, log }: Pick<ShopContext, 'admin' | 'log'>, hold: Hold): Promise<Moved> {
  return move({ admin, log }, hold, { key: hold.releaseKey, reason: 'reservation_deleted', from: document(hold), to: shelf(hold) });
}

interface Terminal {
  name: string;
  locationId: string;
  ledgerDocumentUri?: string;
  changeFromQuantity?: number;
}

async function move({ admin, log }: Pick<ShopContext, 'admin' | 'log'>, { id, itemId, quantity }: Hold, { key, reason, from, to }: { key: string; reason: string; from: Terminal; to: Terminal }): Promise<Moved> {
  try {
    await admin.run(MoveStockDocument, { key, input: { reason, referenceDocumentUri: uriOf(id), changes: [{ inventoryItemId: gid('InventoryItem', itemId), quantity, from, to }] } });
    return 'done';
  } catch (error) {
    if (error instanceof UserErrors) {
      if (error.errors.some(({ code }) => code === 'CHANGE_FROM_QUANTITY_STALE')) return 'stale';
      if (error.errors.some(({ code }) => askAgain.has(code ?? ''))) return 'unknown';
    }
    log.warn({ error, hold: id, reason }, 'stock was not moved');
    if (error instanceof ShopAccessLost || (error instanceof AdminApiError && error.has('ACCESS_DENIED'))) return 'denied';
    return error instanceof UserErrors ? 'refused' : 'unknown';
  }
}

function shelf({ locationId }: Hold): Terminal {
  return { name: 'available', locationId: gid('Location', locationId) };
}

function document({ id, locationId }: Hold): Terminal {
  return { name: 'reserved', locationId: gid('Location', locationId), ledgerDocumentUri: uriOf(id) };
}

/** As merchants read it in the history of their stock. */
function uriOf(id: string): string {
  return `gid://aftercare/ExchangeHold/${id}`;
}
