import type { Gid } from '#sandbox/contract.ts';
import { readTracking, recordFulfillment, type TrackingInput } from '../record-fulfillment.ts';
import type { FulfillmentRecord, OrderRecord } from '../records.ts';
import type { Change } from '../world.ts';

/** The `fulfillment` part of `OrderCreateOrderInput`. */
export interface FulfillAllInput {
  locationId: Gid;
  trackingCompany?: string | null;
  trackingNumber?: string | null;
  trackingNumbers?: string[] | null;
  notifyCustomer?: boolean | null;
}

/** Ships everything a new order still has open, in one fulfillment. */
export function fulfillAll(change: Change, order: OrderRecord, input: FulfillAllInput | null): FulfillmentRecord | null {
  const departures = change.fulfillmentOrders.where('order', order.id).map((record) => ({
    fulfillmentOrder: input ? { ...record, locationId: input.locationId } : record,
    lines: record.lineItems.filter((line) => line.remainingQuantity > 0).map((line) => ({ lineId: line.id, quantity: line.remainingQuantity })),
  }));
  if (departures.length === 0) return null;
  const tracking: TrackingInput = { company: input?.trackingCompany, number: input?.trackingNumber, numbers: input?.trackingNumbers };
  return recordFulfillment(change, order, departures, { tracking: readTracking(tracking), notifyCustomer: input?.notifyCustomer ?? false });
}
