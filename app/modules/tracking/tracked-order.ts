import type { CustomerOrderView, OrderParcel } from '#app/modules/orders/index.server.ts';
import type { ParcelStory } from '#app/modules/parcels/index.server.ts';
import type { Day, Promise as DeliveryPromise } from '#app/modules/promises/index.server.ts';

/** One parcel of an order with what is in it. */
export interface TrackedParcel {
  story: ParcelStory;
  lines: OrderParcel['lines'];
}

/** An order as its customer follows it. */
export interface TrackedOrder {
  view: CustomerOrderView;
  /** Parcels that count, oldest first. */
  parcels: TrackedParcel[];
  /** Those whose number was replaced or withdrawn. */
  withdrawn: ParcelStory[];
  /** When what has not left yet should come; null where nothing waits or nobody can say. */
  coming: DeliveryPromise | null;
  /** The last day that was told of it and passed. */
  missed: Day | null;
  /** What has not left should have. */
  isLateToShip: boolean;
  /** What has not left is not sent: the customer comes for it. */
  isPickup: boolean;
}
