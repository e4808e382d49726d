import type { Gid } from '#sandbox/contract.ts';
import { fulfillmentStatus } from './order-status.ts';
import { touchOrder } from './place-order.ts';
import type { FulfillmentOrderRecord, FulfillmentRecord, OrderRecord, TrackingRecord } from './records.ts';
import { moveStock } from './stock.ts';
import { trackingUrl } from './tracking-url.ts';
import type { Change } from './world.ts';

/** `FulfillmentTrackingInput`. */
export interface TrackingInput {
  company?: string | null;
  number?: string | null;
  numbers?: string[] | null;
  url?: string | null;
  urls?: string[] | null;
}

/** What leaves: units of the lines of fulfillment orders, already checked. */
export interface Departure {
  fulfillmentOrder: FulfillmentOrderRecord;
  lines: { lineId: Gid; quantity: number }[];
}

/** Ships what is said and reports it; a fulfillment order with nothing left is closed. */
export function recordFulfillment(
  change: Change,
  order: OrderRecord,
  departures: readonly Departure[],
  options: { tracking: TrackingRecord[]; notifyCustomer: boolean },
): FulfillmentRecord {
  const [first] = departures;
  if (!first) throw new Error('nothing to fulfill');
  const leaving = departures.flatMap(({ fulfillmentOrder, lines }) =>
    lines.map(({ lineId, quantity }) => {
      const line = fulfillmentOrder.lineItems.find((candidate) => candidate.id === lineId);
      if (!line) throw new Error(`no line ${lineId}`);
      return { id: change.newId('FulfillmentLineItem'), lineItemId: line.lineItemId, fulfillmentOrderLineId: lineId, quantity };
    }),
  );
  for (const { fulfillmentOrder, lines } of departures) takeFrom(change, order, fulfillmentOrder, lines);
  const fulfillment: FulfillmentRecord = {
    id: change.newId('Fulfillment'),
    orderId: order.id,
    name: `${order.name}-F${change.fulfillments.where('order', order.id).length + 1}`,
    status: 'SUCCESS',
    locationId: first.fulfillmentOrder.locationId,
    fulfillmentOrderIds: departures.map((departure) => departure.fulfillmentOrder.id),
    lineItems: leaving,
    tracking: options.tracking,
    requiresShipping: leaving.some((line) => order.lineItems.find((item) => item.id === line.lineItemId)?.requiresShipping ?? false),
    notifyCustomer: options.notifyCustomer,
    createdAt: change.now,
    updatedAt: change.now,
  };
  change.put('fulfillments', fulfillment);
  change.emit('fulfillments/create', fulfillment.id);
  const done = fulfillmentStatus(order, change.fulfillmentOrders.where('order', order.id), change.fulfillments.where('order', order.id)) === 'FULFILLED';
  touchOrder(change, order.id);
  change.emit(done ? 'orders/fulfilled' : 'orders/partially_fulfilled', order.id);
  return fulfillment;
}

/** One tracking record per number; the carrier's page is known for carriers Shopify knows. */
export function readTracking(input: TrackingInput | null | undefined): TrackingRecord[] {
  if (!input) return [];
  const numbers = input.numbers?.length ? input.numbers : input.number ? [input.number] : [];
  const urls = input.urls?.length ? input.urls : input.url ? [input.url] : [];
  const company = input.company ?? null;
  if (numbers.length === 0) return urls.map((url) => ({ company, number: null, url }));
  return numbers.map((number, index) => ({ company, number, url: urls[index] ?? trackingUrl(company, number) }));
}

function takeFrom(change: Change, order: OrderRecord, record: FulfillmentOrderRecord, lines: Departure['lines']): void {
  const lineItems = record.lineItems.map((line) => {
    const quantity = lines.filter((leaving) => leaving.lineId === line.id).reduce((sum, leaving) => sum + leaving.quantity, 0);
    const sold = order.lineItems.find((item) => item.id === line.lineItemId);
    if (quantity > 0) moveStock(change, sold?.variantId ?? null, record.locationId, { available: 0, committed: -quantity });
    return { ...line, remainingQuantity: line.remainingQuantity - quantity };
  });
  const open = lineItems.some((line) => line.remainingQuantity > 0);
  change.put('fulfillmentOrders', { ...record, lineItems, status: open ? 'IN_PROGRESS' : 'CLOSED', requestStatus: open ? 'UNSUBMITTED' : 'CLOSED', updatedAt: change.now });
}
