import type { Gid } from '#sandbox/contract.ts';
import { touchOrder } from '../place-order.ts';
import type { OrderRecord, ReturnRecord, ReverseFulfillmentOrderRecord } from '../records.ts';
import { type UserError, userError } from '../user-error.ts';
import type { Change } from '../world.ts';
import { shippedLines } from './returnable.ts';

/** What every mutation of a return answers. */
export interface ReturnAnswer {
  return: ReturnRecord | null;
  userErrors: UserError[];
}

/** A refusal of a return mutation. */
export function refusedReturn(...userErrors: UserError[]): ReturnAnswer {
  return { return: null, userErrors };
}

/** No such return. */
export function returnNotFound(field: string[]): ReturnAnswer {
  return refusedReturn(userError(field, 'Return not found.', 'NOT_FOUND'));
}

/** The return is not in a state for this. */
export function invalidState(field: string[], message = 'Return status is invalid.'): ReturnAnswer {
  return refusedReturn(userError(field, message, 'INVALID_STATE'));
}

/** Numbers, keeps and reports a new return; an archived order is opened again. */
export function addReturn(change: Change, order: OrderRecord, topic: 'returns/approve' | 'returns/request', fields: Omit<ReturnRecord, 'createdAt' | 'id' | 'name' | 'orderId'>): ReturnRecord {
  const record: ReturnRecord = {
    id: change.newId('Return'),
    orderId: order.id,
    name: `${order.name}-R${change.returns.where('order', order.id).length + 1}`,
    createdAt: change.now,
    ...fields,
  };
  change.put('returns', record);
  if (record.status === 'OPEN') openReverseFulfillmentOrders(change, record);
  change.emit(topic, record.id);
  touchOrder(change, order.id, { closedAt: null });
  return record;
}

/** Keeps what became of a return, and reports it and its order. */
export function saveReturn(change: Change, record: ReturnRecord, topic: string, body?: Record<string, unknown>): ReturnAnswer {
  change.put('returns', record);
  change.emit(topic, record.id, body);
  touchOrder(change, record.orderId);
  return { return: record, userErrors: [] };
}

/** The work of taking a return back: one reverse fulfillment order for each location its goods left from. */
export function openReverseFulfillmentOrders(change: Change, record: ReturnRecord): void {
  const order = change.orders.get(record.orderId);
  const shipped = order ? shippedLines(change, order) : [];
  const byLocation = new Map<Gid, ReturnRecord['lineItems']>();
  for (const line of record.lineItems) {
    const locationId = shipped.find((candidate) => candidate.shipped.id === line.fulfillmentLineItemId)?.fulfillment.locationId;
    if (locationId) byLocation.set(locationId, [...(byLocation.get(locationId) ?? []), line]);
  }
  for (const [locationId, lines] of byLocation) {
    change.put('reverseFulfillmentOrders', {
      id: change.newId('ReverseFulfillmentOrder'),
      orderId: record.orderId,
      returnId: record.id,
      locationId,
      status: 'OPEN',
      lineItems: lines.map((line) => ({
        id: change.newId('ReverseFulfillmentOrderLineItem'),
        returnLineItemId: line.id,
        fulfillmentLineItemId: line.fulfillmentLineItemId,
        totalQuantity: line.quantity,
        dispositions: [],
      })),
    });
  }
}

/** Closes, cancels or opens the reverse fulfillment orders with their return. */
export function markReverseFulfillmentOrders(change: Change, returnId: Gid, status: ReverseFulfillmentOrderRecord['status']): void {
  for (const record of change.reverseFulfillmentOrders.where('return', returnId)) change.put('reverseFulfillmentOrders', { ...record, status });
}

/** Whether anybody has worked on a return already: units processed, refunded or looked at. */
export function isWorkedOn(world: Pick<Change, 'reverseFulfillmentOrders'>, record: ReturnRecord): boolean {
  const disposed = world.reverseFulfillmentOrders.where('return', record.id).some((work) => work.lineItems.some((line) => line.dispositions.length > 0));
  return disposed || record.lineItems.some((line) => line.processedQuantity > 0 || line.refundedQuantity > 0) || record.exchangeLineItems.some((line) => line.processedQuantity > 0);
}
