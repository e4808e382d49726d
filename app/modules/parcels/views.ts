import type { ParcelCause, ParcelStatus, Scan } from '#app/modules/carriers/index.server.ts';
import type { Day, PromiseSource } from '#app/modules/promises/index.server.ts';
import type { DeliveryMethod, NumberDoubt, TroubleKind } from './records.ts';

/** One parcel as pages show it: where it is, when it comes, what is wrong with it. */
export interface ParcelStory {
  shipmentId: string;
  orderId: string;
  fulfillmentId: string;
  number: string | null;
  method: DeliveryMethod;
  /** Key of the carrier, and what people call it: the merchant's word where nobody recognised it. */
  carrier: string | null;
  carrierName: string | null;
  /** The carrier's own page; https, or null. */
  url: string | null;
  numberDoubt: NumberDoubt | null;
  status: ParcelStatus;
  cause: ParcelCause | null;
  /** Since when it stands so; null where no scan says. */
  since: Date | null;
  attempts: number;
  goingBack: boolean;
  /** Where its order goes: the country's code, and the code of the region within it. */
  destination: { country: string | null; province: string | null };
  placedAt: Date;
  shippedAt: Date;
  firstScanAt: Date | null;
  lastScanAt: Date | null;
  deliveredAt: Date | null;
  returnedAt: Date | null;
  /** The day or range that counts now; null where nobody knows, and once it arrived or turned round. */
  promise: { from: Day; to: Day; source: PromiseSource } | null;
  /** The last promised day that passed without delivery; it stays once it came. */
  missedTo: Day | null;
  /** The first day ever promised for it. */
  firstPromisedTo: Day | null;
  /** How often the day moved later. */
  slips: number;
  /** What is wrong and not over, the newest last. */
  troubles: { id: string; kind: TroubleKind; cause: ParcelCause | null; since: Date }[];
  /** Oldest first, told once each. */
  scans: Scan[];
  /** Set where the merchant replaced or withdrew the number, or cancelled the fulfillment. */
  withdrawn: boolean;
}
