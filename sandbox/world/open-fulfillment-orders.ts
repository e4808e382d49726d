import type { Gid } from '#sandbox/contract.ts';
import type { FulfillmentOrderRecord, LineItemRecord, OrderRecord } from './records.ts';
import { moveStock, shippingLocation } from './stock.ts';
import type { Change } from './world.ts';

/** Gives lines to the locations that will ship them, one fulfillment order per location; gift cards ship themselves. */
export function openFulfillmentOrders(change: Change, order: OrderRecord, lines: readonly LineItemRecord[], options: { commitStock: boolean }): FulfillmentOrderRecord[] {
  const byLocation = new Map<Gid, LineItemRecord[]>();
  for (const line of lines) {
    if (line.giftCard) continue;
    const locationId = order.locationId ?? shippingLocation(change, line.variantId, line.quantity)?.id;
    if (!locationId) continue;
    byLocation.set(locationId, [...(byLocation.get(locationId) ?? []), line]);
    if (options.commitStock) moveStock(change, line.variantId, locationId, { available: -line.quantity, committed: line.quantity });
  }
  return [...byLocation].map(([locationId, group]) => {
    const record: FulfillmentOrderRecord = {
      id: change.newId('FulfillmentOrder'),
      orderId: order.id,
      locationId,
      status: 'OPEN',
      requestStatus: 'UNSUBMITTED',
      holds: [],
      lineItems: group.map((line) => ({
        id: change.newId('FulfillmentOrderLineItem'),
        lineItemId: line.id,
        totalQuantity: line.quantity,
        remainingQuantity: line.quantity,
      })),
      fulfillAt: order.processedAt,
      createdAt: change.now,
      updatedAt: change.now,
    };
    change.put('fulfillmentOrders', record);
    return record;
  });
}
