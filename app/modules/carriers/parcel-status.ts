/** How a parcel stands, in the words of the product. */
export const parcelStatuses = ['pre_shipment', 'in_transit', 'out_for_delivery', 'attempted', 'ready_for_pickup', 'delivered', 'delayed', 'exception', 'expired'] as const;
export type ParcelStatus = (typeof parcelStatuses)[number];

/** Why a parcel is delayed, was not handed over, or is an exception. */
export const parcelCauses = [
  'customs', // waits for customs or its papers
  'payment', // duties or a fee must be paid first
  'address', // wrong, incomplete or unreachable
  'not_home', // nobody there, or the place was closed
  'refused', // the recipient did not take it
  'unclaimed', // waited for collection in vain
  'damaged',
  'lost',
  'returned_to_sender', // on its way back, or back
  'held', // stopped by somebody's request or for a reason not told
  'security', // prohibited goods, seized, inspected
  'weather', // weather, disaster, strike, road
  'carrier', // the carrier's own operation: missorted, missed connection, volume
  'label_voided', // the label was withdrawn
] as const;
export type ParcelCause = (typeof parcelCauses)[number];

/** What one scan says about its parcel; a null status is news that changes nothing (a paper printed, a message sent). */
export interface ScanMeaning {
  status: ParcelStatus | null;
  cause: ParcelCause | null;
}

/** Where something was scanned; countries and provinces are codes (`DE`, `CA`) where they could be read. */
export interface ScanPlace {
  city: string | null;
  province: string | null;
  country: string | null;
  zip: string | null;
}

/** One scan, whoever told it, in our words. */
export interface Scan extends ScanMeaning {
  /** `{source}:{its key}`; the same news twice has the same id. */
  id: string;
  /** `shopify`, `17track`, `aftership`, `easypost`, `karrio`, or a carrier's key. */
  source: string;
  /** The source's own code, for those who map it. */
  code: string | null;
  /** The carrier's own words; they may name people. */
  message: string | null;
  happenedAt: Date;
  /** Minutes east of UTC at the place, where it is known: the carrier's clock is what customers compare. */
  utcOffset: number | null;
  estimatedDeliveryAt: Date | null;
  place: ScanPlace;
}
