import type { FulfillmentEventRecord, FulfillmentRecord } from './records.ts';

/** What the events of a parcel say about it. */
export interface ShipmentProgress {
  displayStatus: string;
  inTransitAt: string | null;
  deliveredAt: string | null;
  estimatedDeliveryAt: string | null;
}

const MOVING = new Set(['CARRIER_PICKED_UP', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'ATTEMPTED_DELIVERY', 'DELAYED', 'DELIVERED']);

/** The state of a fulfillment, read from its events in the order they happened, however late they were reported. */
export function shipmentProgress(fulfillment: FulfillmentRecord, events: readonly FulfillmentEventRecord[]): ShipmentProgress {
  const ordered = events.toSorted((a, b) => (a.happenedAt === b.happenedAt ? 0 : a.happenedAt < b.happenedAt ? -1 : 1));
  const latest = ordered.at(-1);
  return {
    displayStatus: fulfillment.status === 'CANCELLED' ? 'CANCELED' : (latest?.status ?? 'FULFILLED'),
    inTransitAt: ordered.find((event) => MOVING.has(event.status))?.happenedAt ?? null,
    deliveredAt: ordered.findLast((event) => event.status === 'DELIVERED')?.happenedAt ?? null,
    estimatedDeliveryAt: ordered.findLast((event) => event.estimatedDeliveryAt !== null)?.estimatedDeliveryAt ?? null,
  };
}
