import type { FulfillmentRecord, LineItemRecord, OrderRecord, ReturnRecord } from '../records.ts';
import { unfulfilledQuantity } from '../take-unfulfilled.ts';
import type { Reading } from '../world.ts';

type ShippedLine = FulfillmentRecord['lineItems'][number];

/** A shipped line with the fulfillment and the order line it belongs to. */
export interface Shipped {
  fulfillment: FulfillmentRecord;
  shipped: ShippedLine;
  line: LineItemRecord;
}

/** Whether the units of a return are still claimed by it. */
export function isActive(record: ReturnRecord): boolean {
  return record.status === 'REQUESTED' || record.status === 'OPEN' || record.status === 'CLOSED';
}

/** The lines of an order that have left. */
export function shippedLines(world: Reading, order: OrderRecord): Shipped[] {
  return world.fulfillments
    .where('order', order.id)
    .filter((fulfillment) => fulfillment.status === 'SUCCESS')
    .flatMap((fulfillment) =>
      fulfillment.lineItems.flatMap((shipped) => {
        const line = order.lineItems.find((candidate) => candidate.id === shipped.lineItemId);
        return line ? [{ fulfillment, shipped, line }] : [];
      }),
    );
}

/** How many units of a shipped line may still be returned: not in another return, and not refunded without one. */
export function returnableQuantity(world: Reading, { shipped, line }: Shipped): number {
  const claimed = claimsOn(world, line).filter((claim) => claim.fulfillmentLineItemId === shipped.id);
  return Math.max(0, Math.min(shipped.quantity - claimed.reduce((sum, claim) => sum + claim.quantity, 0), returnableOfLine(world, line)));
}

/** How many units of an order line may still be returned, whichever parcel they came in. */
export function returnableOfLine(world: Reading, line: LineItemRecord): number {
  const pending = claimsOn(world, line).reduce((sum, claim) => sum + claim.quantity - claim.processedQuantity, 0);
  return Math.max(0, unitsWithCustomer(world, line) - pending);
}

/** Units of a line that were shipped and neither refunded nor taken back by a processed return. */
export function unitsWithCustomer(world: Pick<Reading, 'fulfillmentOrders'>, line: LineItemRecord): number {
  return line.currentQuantity - unfulfilledQuantity(world, line);
}

function claimsOn(world: Reading, line: LineItemRecord): ReturnRecord['lineItems'] {
  const active = world.returns.where('order', line.orderId).filter(isActive);
  return active.flatMap((record) => record.lineItems.filter((claim) => claim.lineItemId === line.id));
}
