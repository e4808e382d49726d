import type { Gid } from '#sandbox/contract.ts';

/** Where a fulfillment order stands. */
type FulfillmentOrderStatus = 'CANCELLED' | 'CLOSED' | 'INCOMPLETE' | 'IN_PROGRESS' | 'ON_HOLD' | 'OPEN' | 'SCHEDULED';

/** A reason to wait with a fulfillment order. */
export interface FulfillmentHoldRecord {
  id: Gid;
  reason: string;
  reasonNotes: string | null;
  handle: string | null;
  displayReason: string;
}

/** How much of an order line one location still has to ship. */
export interface FulfillmentOrderLineRecord {
  id: Gid;
  lineItemId: Gid;
  totalQuantity: number;
  remainingQuantity: number;
}

/** The work one location has with an order. */
export interface FulfillmentOrderRecord {
  id: Gid;
  orderId: Gid;
  locationId: Gid;
  status: FulfillmentOrderStatus;
  requestStatus: 'UNSUBMITTED' | 'CLOSED';
  holds: FulfillmentHoldRecord[];
  lineItems: FulfillmentOrderLineRecord[];
  fulfillAt: string | null;
  createdAt: string;
  updatedAt: string;
}

/** The marks a carrier or merchant can put on a parcel. */
export type FulfillmentEventStatus =
  | 'ATTEMPTED_DELIVERY'
  | 'CARRIER_PICKED_UP'
  | 'CONFIRMED'
  | 'DELAYED'
  | 'DELIVERED'
  | 'FAILURE'
  | 'IN_TRANSIT'
  | 'LABEL_PRINTED'
  | 'LABEL_PURCHASED'
  | 'OUT_FOR_DELIVERY'
  | 'READY_FOR_PICKUP';

/** One scan of a parcel. */
export interface FulfillmentEventRecord {
  id: Gid;
  fulfillmentId: Gid;
  orderId: Gid;
  status: FulfillmentEventStatus;
  message: string | null;
  happenedAt: string;
  estimatedDeliveryAt: string | null;
  address1: string | null;
  city: string | null;
  province: string | null;
  zip: string | null;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  createdAt: string;
}

/** How one parcel is followed. */
export interface TrackingRecord {
  company: string | null;
  number: string | null;
  url: string | null;
}

/** Lines that left together. */
export interface FulfillmentRecord {
  id: Gid;
  orderId: Gid;
  /** `#1001-F1` */
  name: string;
  status: 'CANCELLED' | 'ERROR' | 'FAILURE' | 'SUCCESS';
  locationId: Gid;
  fulfillmentOrderIds: Gid[];
  lineItems: { id: Gid; lineItemId: Gid; fulfillmentOrderLineId: Gid; quantity: number }[];
  tracking: TrackingRecord[];
  requiresShipping: boolean;
  notifyCustomer: boolean;
  createdAt: string;
  updatedAt: string;
}
