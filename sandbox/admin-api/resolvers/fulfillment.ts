import { discountedTotal, shareOf } from '#sandbox/world/order-totals.ts';
import { mapBag } from '#sandbox/world/money.ts';
import { shipmentProgress } from '#sandbox/world/fulfillment-status.ts';
import type { FulfillmentEventRecord, FulfillmentRecord, LineItemRecord, OrderRecord } from '#sandbox/world/records.ts';
import type { AdminContext } from '../context.ts';
import { honours, type Resolver } from '../resolver.ts';
import { orderOf, visibleOrder } from './order-access.ts';
import { legacyResourceId, moneyBag } from './wire.ts';

type ShippedLine = FulfillmentRecord['lineItems'][number] & { orderId: string };

const eventsOf = (record: FulfillmentRecord, context: AdminContext) => context.world.fulfillmentEvents.where('fulfillment', record.id);

const progress =
  (name: keyof ReturnType<typeof shipmentProgress>): Resolver =>
  (record: FulfillmentRecord, _args, context) =>
    shipmentProgress(record, eventsOf(record, context))[name];

/** `Fulfillment`. */
export const fulfillmentFields: Record<string, Resolver> = {
  legacyResourceId,
  displayStatus: progress('displayStatus'),
  inTransitAt: progress('inTransitAt'),
  deliveredAt: progress('deliveredAt'),
  estimatedDeliveryAt: progress('estimatedDeliveryAt'),
  order: (record: FulfillmentRecord, _args, context) => orderOf(record, context),
  location: (record: FulfillmentRecord, _args, { world }) => world.locations.get(record.locationId),
  originAddress: () => null,
  service: () => null,
  totalQuantity: (record: FulfillmentRecord) => record.lineItems.reduce((sum, line) => sum + line.quantity, 0),
  trackingInfo: (record: FulfillmentRecord) => record.tracking,
  events: honours(['sortKey'], (record: FulfillmentRecord, args: { sortKey?: string | null }, context) =>
    args.sortKey === 'ID' ? eventsOf(record, context) : eventsOf(record, context).sort(byTime),
  ),
  fulfillmentLineItems: (record: FulfillmentRecord): ShippedLine[] => record.lineItems.map((line) => ({ ...line, orderId: record.orderId })),
  fulfillmentOrders: (record: FulfillmentRecord, _args, { world }) => record.fulfillmentOrderIds.map((id) => world.fulfillmentOrders.get(id)).filter((found) => found !== null),
};

/** `FulfillmentLineItem`; handed on with the order it belongs to. */
export const fulfillmentLineItemFields: Record<string, Resolver> = {
  lineItem: (line: ShippedLine, _args, context) => lineOf(orderOf(line, context), line.lineItemId),
  originalTotalSet: (line: ShippedLine, _args, context) => {
    const sold = lineOf(orderOf(line, context), line.lineItemId);
    return moneyBag(mapBag(sold.unitPrice, (minor) => minor * line.quantity));
  },
  discountedTotalSet: (line: ShippedLine, _args, context) => {
    const sold = lineOf(orderOf(line, context), line.lineItemId);
    return moneyBag(shareOf(sold, discountedTotal(sold), line.quantity));
  },
};

/** The line of an order a record speaks of. */
export function lineOf(order: OrderRecord, lineItemId: string): LineItemRecord {
  const line = order.lineItems.find((candidate) => candidate.id === lineItemId);
  if (!line) throw new Error(`no line ${lineItemId} in ${order.id}`);
  return line;
}

/** A fulfillment the caller may see. */
export function visibleFulfillment(id: string, context: AdminContext): FulfillmentRecord | null {
  const record = context.world.fulfillments.get(id);
  return record && visibleOrder(record.orderId, context) ? record : null;
}

function byTime(a: FulfillmentEventRecord, b: FulfillmentEventRecord): number {
  return Date.parse(a.happenedAt) - Date.parse(b.happenedAt);
}
