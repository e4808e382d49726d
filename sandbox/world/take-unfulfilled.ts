import type { Gid } from '#sandbox/contract.ts';
import type { LineItemRecord } from './records.ts';
import { moveStock } from './stock.ts';
import type { Change } from './world.ts';

/** Takes units of a line out of what is still to ship; answers how many. */
export function takeUnfulfilled(change: Change, orderId: Gid, line: LineItemRecord, quantity: number, restock: boolean): number {
  let left = quantity;
  for (const record of change.fulfillmentOrders.where('order', orderId)) {
    if (left === 0 || record.status === 'CLOSED' || record.status === 'CANCELLED') continue;
    const lineItems = record.lineItems.map((row) => {
      const take = row.lineItemId === line.id ? Math.min(left, row.remainingQuantity) : 0;
      if (take === 0) return row;
      left -= take;
      moveStock(change, line.variantId, record.locationId, { available: restock ? take : 0, committed: -take });
      return { ...row, totalQuantity: row.totalQuantity - take, remainingQuantity: row.remainingQuantity - take };
    });
    const open = lineItems.some((row) => row.remainingQuantity > 0);
    change.put('fulfillmentOrders', { ...record, lineItems, status: open ? record.status : 'CLOSED', requestStatus: open ? record.requestStatus : 'CLOSED', updatedAt: change.now });
  }
  return quantity - left;
}

/** How many units of a line wait to be shipped. */
export function unfulfilledQuantity(world: Pick<Change, 'fulfillmentOrders'>, line: LineItemRecord): number {
  const rows = world.fulfillmentOrders.where('order', line.orderId).flatMap((record) => record.lineItems);
  return rows.filter((row) => row.lineItemId === line.id).reduce((sum, row) => sum + row.remainingQuantity, 0);
}
